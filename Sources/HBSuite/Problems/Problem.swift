import HBModel

/// A momentum problem with the step size, the number of steps and the order at which a model is tried on it.
public struct Problem: Hashable, Sendable {
  /// The objective L.
  public var objective: Expression
  /// The start `x_0`; its length is the dimension.
  public var start: [Rational]
  /// The momentum, in [0, 1).
  public var momentum: Rational
  /// The largest step size h > 0 of the ladder.
  public var step: Rational
  /// The number of steps N at the largest step size.
  public var steps: Int
  /// The order k of the model.
  public var order: Int

  /// A problem from its parts.
  public init(
    objective: Expression, start: [Rational], momentum: Rational, step: Rational, steps: Int, order: Int
  ) {
    self.objective = objective
    self.start = start
    self.momentum = momentum
    self.step = step
    self.steps = steps
    self.order = order
  }

  /// Heavy ball on this problem.
  public var heavyBall: MomentumProblem {
    MomentumProblem(objective: objective, start: start, momentum: momentum)
  }

  /// The horizon `T = N h`.
  ///
  /// - Throws: `ExactOverflow` where it leaves 128 bits.
  public func time() throws(ExactOverflow) -> Rational { try step * Rational(steps) }

  /// The arguments of `hbcheck order` that study this problem; they never go stale.
  public var orderCommand: String {
    let horizon = (try? time()).map(\.description) ?? "\(steps)*\(step)"
    return "hbcheck order --objective \"\(objective)\" --start \(list(start)) --momentum \(momentum)"
      + " --time \(horizon) --order \(order) --steps \(steps)"
  }
}

extension Problem: CustomStringConvertible {
  /// One line that says everything about the problem.
  public var description: String {
    "objective \(objective), start \(list(start)), momentum \(momentum), step \(step), \(steps) steps,"
      + " model of order \(order)"
  }
}

private func list(_ values: [Rational]) -> String { values.map(\.description).joined(separator: ",") }
