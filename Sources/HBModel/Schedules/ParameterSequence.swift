/// The parameters of a method at each iteration of a run, and its start.
///
/// What a schedule comes to for a number of iterations. With constant parameters from rest nothing is stored for each
/// iteration.
public struct ParameterSequence<T: Ring>: Sendable {
  /// The number of iterations N.
  public let count: Int
  /// The weight C of the gradient in the start: `x_{-1} = x_0 + C h grad L(x_0) - h v`; 0 for a start at rest.
  public let initialMomentum: T
  /// Whether there is a velocity v in the start.
  public let hasVelocity: Bool
  /// `h_n / h`; empty where it is 1 throughout.
  private let factors: [T]
  /// The weight of the last displacement; one entry where it is the same throughout.
  private let weights: [T]

  /// The same momentum and step size throughout.
  public init(count: Int, momentum: T, initialMomentum: T = .zero, hasVelocity: Bool = false) {
    self.count = count
    self.initialMomentum = initialMomentum
    self.hasVelocity = hasVelocity
    factors = []
    weights = [momentum]
  }

  /// A step factor and a momentum for each iteration.
  ///
  /// - Precondition: there are as many of both, and at least one.
  public init(stepFactors: [T], momenta: [T], initialMomentum: T = .zero, hasVelocity: Bool = false) {
    precondition(!momenta.isEmpty && stepFactors.count == momenta.count, "a step factor and a momentum an iteration")
    count = momenta.count
    self.initialMomentum = initialMomentum
    self.hasVelocity = hasVelocity
    factors = stepFactors
    weights = momenta
  }

  /// Whether the parameters are constant and the start is at rest.
  public var isPlain: Bool { factors.isEmpty && initialMomentum == .zero && !hasVelocity }

  /// `h_n / h`.
  public func stepFactor(iteration n: Int) -> T { factors.isEmpty ? .one : factors[n] }

  /// The weight mu_n of the last displacement.
  public func momentum(iteration n: Int) -> T { factors.isEmpty ? weights[0] : weights[n] }

  /// `h_n / h` for each iteration.
  public var stepFactors: [T] { (0..<count).map { stepFactor(iteration: $0) } }

  /// mu_n for each iteration.
  public var momenta: [T] { (0..<count).map { momentum(iteration: $0) } }

  /// The sequence with the parameters of its last iteration for some iterations more.
  public func extended(by more: Int) -> ParameterSequence {
    guard more > 0 else { return self }
    guard !factors.isEmpty else {
      return ParameterSequence(
        count: count + more, momentum: weights[0], initialMomentum: initialMomentum, hasVelocity: hasVelocity)
    }
    return ParameterSequence(
      stepFactors: factors + Array(repeating: factors[count - 1], count: more),
      momenta: weights + Array(repeating: weights[count - 1], count: more), initialMomentum: initialMomentum,
      hasVelocity: hasVelocity)
  }

  /// The step size h_n for the base step size h.
  ///
  /// - Throws: the failure of the ring.
  public func step(_ step: T, iteration n: Int) throws(T.Failure) -> T {
    factors.isEmpty ? step : try factors[n] * step
  }
}
