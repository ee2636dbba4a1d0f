import HBModel

/// A momentum problem with the step size, the number of steps and the order at which a model is tried on it.
public struct Problem: Hashable, Sendable {
  /// The objective L.
  public var objective: Expression
  /// The start `x_0`; its length is the dimension.
  public var start: [Rational]
  /// The momentum, in [0, 1); without meaning where the schedule gives it.
  public var momentum: Rational
  /// The largest step size h > 0 of the ladder.
  public var step: Rational
  /// The number of steps N at the largest step size.
  public var steps: Int
  /// The order k of the model.
  public var order: Int
  /// The method.
  public var method: MomentumMethod
  /// How the parameters change from iteration to iteration; nil where they do not.
  public var schedule: Schedule?
  /// C in the start `x_{-1} = x_0 + C h grad L(x_0) - h v`; 0 from rest.
  public var initialMomentum: Rational
  /// The velocity v in the start, one component a variable; empty where there is none.
  public var initialVelocity: [Rational]

  /// A problem from its parts.
  public init(
    objective: Expression, start: [Rational], momentum: Rational, step: Rational, steps: Int, order: Int,
    method: MomentumMethod = .heavyBall, schedule: Schedule? = nil, initialMomentum: Rational = .zero,
    initialVelocity: [Rational] = []
  ) {
    self.objective = objective
    self.start = start
    self.momentum = momentum
    self.step = step
    self.steps = steps
    self.order = order
    self.method = method
    self.schedule = schedule
    self.initialMomentum = initialMomentum
    self.initialVelocity = initialVelocity
  }

  /// Heavy ball with constant momentum from rest on this problem, for what is heavy ball's alone.
  public var heavyBall: MomentumProblem {
    MomentumProblem(objective: objective, start: start, momentum: momentum)
  }

  /// The method on the objective, from the start, with the parameters.
  public var momentumProblem: MomentumProblem {
    MomentumProblem(
      objective: objective, start: start, momentum: momentum, method: method, schedule: schedule,
      initialMomentum: initialMomentum, initialVelocity: initialVelocity)
  }

  /// The momentum, or its formula.
  public var momentumText: String { schedule?.momentum?.description ?? momentum.description }

  /// What distinguishes the problem from heavy ball with constant parameters from rest, by the names of the options.
  public var particulars: [(option: String, value: String)] {
    var list: [(option: String, value: String)] = []
    if method != .heavyBall { list.append(("method", method.name)) }
    if let factor = schedule?.stepFactor { list.append(("step-factor", "\(factor)")) }
    if schedule?.keepsGradients == true { list.append(("gradient-buffer", "")) }
    if initialMomentum != .zero { list.append(("initial-momentum", "\(initialMomentum)")) }
    if !initialVelocity.isEmpty { list.append(("initial-velocity", HBSuite.list(initialVelocity))) }
    return list
  }

  /// The horizon `T = N h`.
  ///
  /// - Throws: `ExactOverflow` where it leaves 128 bits.
  public func time() throws(ExactOverflow) -> Rational { try step * Rational(steps) }

  /// The arguments of `hbcheck order` that study this problem; they never go stale.
  public var orderCommand: String {
    let horizon = (try? time()).map(\.description) ?? "\(steps)*\(step)"
    let further = particulars.map { " --\($0.option)" + ($0.value.isEmpty ? "" : " \(quoted($0.value))") }.joined()
    return "hbcheck order --objective \"\(objective)\" --start \(list(start)) --momentum \(quoted(momentumText))"
      + " --time \(horizon) --order \(order) --steps \(steps)" + further
  }
}

extension Problem: CustomStringConvertible {
  /// One line that says everything about the problem.
  public var description: String {
    let further = particulars.map { ", \($0.option)" + ($0.value.isEmpty ? "" : " \($0.value)") }.joined()
    return "objective \(objective), start \(list(start)), momentum \(momentumText), step \(step), \(steps) steps,"
      + " model of order \(order)" + further
  }
}

private func list(_ values: [Rational]) -> String { values.map(\.description).joined(separator: ",") }

/// A text as a shell takes it for one argument.
private func quoted(_ text: String) -> String {
  text.allSatisfy { $0.isLetter || $0.isNumber || "-./,".contains($0) } ? text : "\"\(text)\""
}
