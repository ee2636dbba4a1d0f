/// A continuous-time model that is compared with heavy ball: what it solves, how heavy ball is started beside it, and
/// which entry of the theory it claims to be.
///
/// ```swift
/// let model = ModelZoo.standard.models[0]
/// print(model.name, model.kind.order(momentum: .zero))  // gradient flow 1
/// ```
public struct ComparisonModel: Sendable {
  /// An entry of the theory: it says the order and the principal error.
  public enum Kind: Hashable, Sendable {
    /// `x' = -grad L`.
    case gradientFlow
    /// `x' = -grad L / (1 - mu)`.
    case rescaledGradientFlow
    /// The stationary model of order k >= 1, while heavy ball starts at rest.
    case stationaryFromRest(order: Int)
    /// The stationary model of order k >= 1, while heavy ball starts on the slow manifold.
    case slowManifold(order: Int)
    /// `a x'' + x' + grad L / (1 - mu) = 0`.
    case secondOrder
    /// The model whose coefficients change with the iteration, of order k >= 0.
    case perIteration(order: Int)
  }

  /// What is solved.
  public enum Dynamics: Sendable {
    /// A field of trees, of order k.
    case series(any ContinuousModel, order: Int)
    /// An equation of second order in time.
    case secondOrder(SecondOrderEquation)
  }

  /// The entry of the theory.
  public let kind: Kind
  /// What is solved.
  public var dynamics: Dynamics
  /// How heavy ball is started.
  public var start: ModelStart

  /// A model that claims to be `kind`.
  public init(kind: Kind, dynamics: Dynamics, start: ModelStart = .rest) {
    self.kind = kind
    self.dynamics = dynamics
    self.start = start
  }

  /// The model's name in reports.
  public var name: String { kind.name }
}

extension ComparisonModel.Kind {
  /// The name in reports.
  public var name: String {
    switch self {
    case .gradientFlow: "gradient flow"
    case .rescaledGradientFlow: "rescaled gradient flow"
    case .stationaryFromRest(let order): "stationary k=\(order), from rest"
    case .slowManifold(let order): "stationary k=\(order), slow manifold"
    case .secondOrder: "second-order equation"
    case .perIteration(let order): "per iteration k=\(order)"
    }
  }
}
