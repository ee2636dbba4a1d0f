import HBModel

/// A model on one problem: what the numerical judgement measures there.
struct ModelTrial<Model: TrialModel> {
  let model: Model

  /// The number of steps n at which fields are judged.
  static var steps: Int { 8 }

  /// The number of rungs for a field of an order: the error over `h^(k+1)` leaves the fewer digits the higher the order.
  static func rungs(order: Int) -> Int { order < 3 ? 7 : order < 5 ? 6 : 5 }

  /// The method of the model on a problem.
  private func momentumProblem(_ problem: Problem) -> MomentumProblem {
    MomentumProblem(
      objective: problem.objective, start: problem.start, momentum: problem.momentum, method: model.method)
  }

  /// The problem with its steps small enough for the model's expansion.
  ///
  /// Problems come with `h * curvature` near 1/64. From rest over a few steps that will do. The stationary expansion is
  /// one in `h / (1-mu)^2`.
  func forFixedSteps(_ problem: Problem) -> Problem {
    var copy = problem
    copy.steps = Self.steps
    if model.start == .slowManifold { copy.step = scaledByRadius(problem, factor: 1) }
    return copy
  }

  /// The same problem over a horizon on which the global error shows its order.
  func forLadder(_ problem: Problem) -> Problem {
    var copy = problem
    copy.steps = AsymptoticRegime.warmUpSteps(momentum: DoubleDouble(problem.momentum).doubleValue)
    copy.step = scaledByRadius(problem, factor: 4)
    copy.order = model.order
    return copy
  }

  /// The largest power of two that is at most `factor (1-mu)^2`, times the step; at most the step.
  private func scaledByRadius(_ problem: Problem, factor: Double) -> Rational {
    // Without momentum in the method there is none in its expansion, and needlessly small steps drown in rounding.
    let complement = model.method.carriesMomentum ? 1 - DoubleDouble(problem.momentum).doubleValue : 1
    let wanted = min(0, Int((factor * complement * complement).exponent))
    return (try? problem.step / Rational(1 << min(-wanted, 40))) ?? problem.step
  }

  /// The fixed-step error and the local defect of the model up to the problem's order.
  func fieldStudy(_ problem: Problem) throws(DynamicsError) -> FieldStudy<DoubleDouble> {
    try model.study(
      on: momentumProblem(problem), order: problem.order, step: problem.step, steps: problem.steps,
      rungs: Self.rungs(order: problem.order))
  }

  /// Whether the local defect tells something of the field `F_order`.
  func judgesDefect(order: Int) -> Bool { model.isDivisible || order == model.order }

  /// The observed order of the whole model.
  func ladder(_ problem: Problem) throws(DynamicsError) -> FieldLadder<DoubleDouble> {
    try model.ladder(on: momentumProblem(problem), step: problem.step, steps: problem.steps, rungs: 5)
  }
}
