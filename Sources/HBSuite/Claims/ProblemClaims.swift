import HBModel
import PropCheck

extension Claim {
  /// A claim about random problems: `judge` returns a judgement and a figure that grows with what is wrong.
  fileprivate static func onProblems(
    _ name: String, statement: String, cases: Int, cost: Cost, scaling: ProblemGenerator.Scaling,
    evidence: @escaping @Sendable (Problem, Implementation) -> Evidence,
    judge: @escaping @Sendable (Problem, Implementation) throws(DynamicsError) -> (Judgement, figure: Double)
  ) -> Claim {
    Claim(
      name, statement: statement, cases: cases, cost: cost,
      generator: { ProblemGenerator(orders: $0.orders, scaling: scaling).problems }, problem: { $0.problem },
      evidence: { evidence($0.problem, $1) }
    ) { generated, implementation, notes in
      let problem = generated.problem
      notes.collect("order", problem.order)
      notes.collect("variables", problem.start.count)
      notes.collect("momentum", momentumBin(problem.momentum))
      for family in generated.families { notes.collect("terms", family) }
      do {
        let (judgement, figure) = try judge(problem, implementation)
        if judgement.verdict != .inconclusive { notes.target(figure) }
        return outcome(of: judgement, kind: name, severity: figure)
      } catch { return .inconclusive("\(error)") }
    }
  }

  /// Claim 1: the global error of the model of order k scales like `h^(k+1)`.
  public static let order = onProblems(
    "order/heavy-ball", statement: "the global error of the order-k model scales like h^(k+1)", cases: 200,
    cost: .global, scaling: .horizon, evidence: { _, _ in .ladder }
  ) { (problem, implementation) throws(DynamicsError) in
    try judgeOrder(problem, implementation, in: implementation.arithmetic)
  }

  private static func judgeOrder<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try problem.study(implementation, in: arithmetic)
    return (study.orderJudgement, study.observedOrder.map { abs($0.value - Double(study.expectedOrder)) } ?? 0)
  }

  /// Claim 2: the error over `h^(k+1)` tends to the predicted principal error.
  public static let principalError = onProblems(
    "principal-error/heavy-ball", statement: "the error over h^(k+1) tends to the predicted principal error",
    cases: 200, cost: .global, scaling: .horizon, evidence: { _, _ in .ladder }
  ) { (problem, implementation) throws(DynamicsError) in
    try judgePrincipalError(problem, implementation, in: implementation.arithmetic)
  }

  private static func judgePrincipalError<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try problem.study(implementation, in: arithmetic)
    guard let measured = study.measured, let predicted = study.predicted else {
      return (study.principalErrorJudgement, 0)
    }
    let deviation = maximumNorm(measured.limit, minus: predicted.value) / maximumNorm(predicted.value)
    return (study.principalErrorJudgement, deviation)
  }

  /// Claim 3: the local defect of the model's trajectory is the predicted one.
  public static let localDefect = onProblems(
    "local-defect/heavy-ball", statement: "the local defect over h^(k+2) tends to -(f_{n,k+1} - mu f_{n-1,k+1})",
    cases: 200, cost: .local, scaling: .fixedSteps(8),
    evidence: { (try? localStudy($0, $1, in: DoubleDouble.self)).map(Evidence.localDefect) ?? .message }
  ) { (problem, implementation) throws(DynamicsError) in
    try judgeDefect(problem, implementation, in: implementation.arithmetic)
  }

  private static func judgeDefect<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try localStudy(problem, implementation, in: arithmetic)
    return (study.defectJudgement, study.worstDefectDeviation)
  }

  /// Claim 3 at a fixed number of steps: the error over `h^(k+1)` vanishes.
  public static let fixedSteps = onProblems(
    "fixed-steps/heavy-ball", statement: "after 8 steps the error over h^(k+1) vanishes as h tends to 0",
    cases: 200, cost: .local, scaling: .fixedSteps(8),
    evidence: { (try? localStudy($0, $1, in: DoubleDouble.self)).map(Evidence.fixedStepError) ?? .message }
  ) { (problem, implementation) throws(DynamicsError) in
    try judgeFixedSteps(problem, implementation, in: implementation.arithmetic)
  }

  private static func judgeFixedSteps<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try localStudy(problem, implementation, in: arithmetic)
    return (study.fixedStepJudgement, maximumNorm(study.fixedStepError.limit) / max(study.topTermScale, 1e-300))
  }

  private static func localStudy<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in _: T.Type
  ) throws(DynamicsError) -> LocalStudy<T> {
    try .run(
      implementation.applied(to: problem.heavyBall), model: implementation.model, order: problem.order,
      step: problem.step,
      steps: problem.steps, rungs: 6, integrator: implementation.integrator)
  }
}

/// A property's outcome for a judgement.
func outcome(of judgement: Judgement, kind: String, severity: Double) -> Outcome {
  switch judgement.verdict {
  case .holds: .passed
  case .falsified: .failed(kind, judgement.reason, severity: severity)
  case .inconclusive: .inconclusive(judgement.reason)
  }
}

/// The bin of the coverage table that a momentum falls into.
private func momentumBin(_ momentum: Rational) -> String {
  let value = DoubleDouble(momentum).doubleValue
  if value == 0 { return "0" }
  if value <= 0.5 { return "(0, 0.5]" }
  return value <= 0.8 ? "(0.5, 0.8]" : "(0.8, 0.95]"
}
