import HBModel

/// An iteration that deviates from heavy ball in one way.
public struct MutantRule: StepRule {
  /// The way in which it deviates.
  public enum Fault: String, CaseIterable, Sendable {
    /// The start is not at rest, but on the line of the gradient.
    case startsMovingUp = "x_{-1} = x_0 - h grad L(x_0)"
    /// The start is not at rest, as if it were continued backwards.
    case startsMovingDown = "x_{-1} = x_0 + h grad L(x_0)"
    /// The state before the start was never set.
    case startsFromZero = "x_{-1} = 0"
    /// The gradient is taken at the displaced point, as Nesterov does.
    case looksAhead = "gradient at x_n + mu (x_n - x_{n-1})"
    /// The gradient is one iteration old.
    case staleGradient = "gradient at x_{n-1}"
    /// The gradient is dampened as the momentum grows.
    case dampened = "step h (1-mu)"
    /// The gradient is not dampened but amplified.
    case accelerated = "step h (1+mu)"
    /// The momentum is squared.
    case squaredMomentum = "momentum mu^2"
    /// There is no momentum.
    case noMomentum = "momentum 0"
    /// The momentum comes one iteration late.
    case lateMomentum = "no momentum at n = 1"
    /// The velocity is lost from time to time.
    case restarts = "no momentum at every fourth n"
  }

  /// The deviation.
  public let fault: Fault

  /// The rule with this deviation.
  public init(_ fault: Fault) { self.fault = fault }

  /// The next iterate.
  public func next<T: Real>(
    iteration: Int, current: [T], previous: [T], step: T, momentum: T, gradient: ([T]) -> [T]
  ) -> [T] {
    var (before, factor, size) = (previous, momentum, step)
    var slope = gradient(current)
    switch fault {
    case .startsMovingUp:
      if iteration == 0 { before = current.indices.map { current[$0] - step * slope[$0] } }
    case .startsMovingDown:
      if iteration == 0 { before = current.indices.map { current[$0] + step * slope[$0] } }
    case .startsFromZero: if iteration == 0 { before = current.map { _ in .zero } }
    case .looksAhead:
      slope = gradient(current.indices.map { current[$0] + momentum * (current[$0] - previous[$0]) })
    case .staleGradient: slope = gradient(previous)
    case .dampened: size *= T.one - momentum
    case .accelerated: size *= T.one + momentum
    case .squaredMomentum: factor *= momentum
    case .noMomentum: factor = .zero
    case .lateMomentum: if iteration == 1 { factor = .zero }
    case .restarts: if iteration % 4 == 3 { factor = .zero }
    }
    return current.indices.map { current[$0] + factor * (current[$0] - before[$0]) - size * slope[$0] }
  }
}
