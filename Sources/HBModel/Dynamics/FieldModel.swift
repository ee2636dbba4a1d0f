/// A continuous-time model of a momentum method, given as Swift code for its field.
///
/// The model is `dx/dt = F_n(x)` on `[n h, (n+1) h)`. What the field does with the objective is left to the code; the
/// suite judges it beside the method, and says which elementary differential of it is wrong.
///
/// ```swift
/// struct SecondOrder: FieldModel {
///   let order = 1
///
///   func field<T: Real>(
///     at x: [T], step h: T, momentum mu: T, iteration n: Int, objective: some DifferentiableObjective<T>
///   ) -> [T] {
///     let gradient = objective.gradient(x)
///     let product = objective.derivative(x, [gradient])
///     let rest = T.one - mu
///     let (first, second) = (T.one / rest, h * (T.one + mu) / (T(2) * rest * rest * rest))
///     return x.indices.map { T.zero - first * gradient[$0] - second * product[$0] }
///   }
/// }
/// ```
public protocol FieldModel: Sendable {
  /// The model's name in reports; that of the type unless given.
  var name: String { get }
  /// The method that is modelled; heavy ball unless given.
  var method: MomentumMethod { get }
  /// The start from which the model has its order, the slow manifold unless given: that of a stationary model. A model
  /// that depends on the iteration starts at rest.
  var start: ModelStart { get }
  /// The order k of the model: the field is right up to terms of order `h^k`.
  var order: Int { get }

  /// The field `F_n(x)`.
  ///
  /// - Parameters:
  ///   - point: the state x.
  ///   - step: the step size h > 0.
  ///   - momentum: mu in `0..<1`.
  ///   - iteration: n >= 0; of no meaning to a stationary model.
  ///   - objective: the objective L with its derivatives.
  /// - Returns: as many coordinates as the point has.
  func field<T: Real>(
    at point: [T], step: T, momentum: T, iteration: Int, objective: some DifferentiableObjective<T>
  ) -> [T]
}

extension FieldModel {
  /// The name of the type.
  public var name: String { String(describing: Self.self) }
  /// Heavy ball.
  public var method: MomentumMethod { .heavyBall }
  /// The slow manifold.
  public var start: ModelStart { .slowManifold }
}

/// The field of a model given as code, on one problem with one step size.
///
/// A result that has not as many coordinates as the point counts as one without finite values.
public struct FieldModelField<Model: FieldModel, T: Real>: GridField {
  private let model: Model
  private let objective: JetObjective<T>
  private let step: T
  private let momentum: T
  private var iteration = 0

  /// The field of `model` on `problem`.
  public init(_ model: Model, on problem: MomentumProblem, step: T) {
    self.model = model
    objective = JetObjective(problem)
    self.step = step
    momentum = T(problem.momentum)
  }

  /// Makes it the field of an iteration.
  public mutating func use(iteration: Int?) { self.iteration = iteration ?? 0 }

  /// The field at `point`.
  public mutating func callAsFunction(_ point: [T]) -> [T] {
    let value = model.field(at: point, step: step, momentum: momentum, iteration: iteration, objective: objective)
    return value.count == point.count ? value : point.map { _ in T(.nan) }
  }
}
