import HBModel
import PropCheck

extension Claim {
  /// A claim about random problems: `judge` returns a judgement and a figure that grows with what is wrong.
  fileprivate static func onProblems(
    _ what: String, _ family: ProblemFamily, statement: String, cases: Int, cost: Cost,
    scaling: ProblemGenerator.Scaling,
    evidence: @escaping @Sendable (Problem, Implementation) -> Evidence,
    judge: @escaping @Sendable (Problem, Implementation) throws(DynamicsError) -> (Judgement, figure: Double)
  ) -> Claim {
    let name = what + "/" + family.name
    return Claim(
      name, statement: statement, cases: cases, cost: cost,
      generator: { ProblemGenerator(orders: $0.orders, scaling: scaling, family: family).problems },
      problem: { $0.problem },
      evidence: { evidence($0.problem, $1) }, cause: { $0.problem.cause(in: $1.model) }
    ) { generated, implementation, notes in
      let problem = generated.problem
      notes.collect("order", problem.order)
      notes.collect("variables", problem.start.count)
      notes.collect("momentum", momentumBin(problem.largestMomentum))
      for family in generated.families { notes.collect("terms", family) }
      family.collectCoverage(of: problem, in: &notes)
      do {
        let (judgement, figure) = try judge(problem, implementation)
        if judgement.verdict != .inconclusive { notes.target(figure) }
        return outcome(of: judgement, kind: name, severity: figure)
      } catch { return .inconclusive("\(error)") }
    }
  }

  /// Claim 1: the global error of the model of order k scales like `h^(k+1)`.
  public static func order(_ family: ProblemFamily, cases: Int = 200) -> Claim {
    onProblems(
      "order", family, statement: "the global error of the order-k model scales like h^(k+1)", cases: cases,
      cost: .global, scaling: .horizon, evidence: { _, _ in .ladder }
    ) { (problem, implementation) throws(DynamicsError) in
      try judgeOrder(problem, implementation, in: implementation.arithmetic)
    }
  }

  private static func judgeOrder<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try problem.study(implementation, in: arithmetic)
    return (study.orderJudgement, study.observedOrder.map { abs($0.value - Double(study.expectedOrder)) } ?? 0)
  }

  /// Claim 2: the error over `h^(k+1)` tends to the predicted principal error.
  public static func principalError(_ family: ProblemFamily, cases: Int = 200) -> Claim {
    onProblems(
      "principal-error", family, statement: "the error over h^(k+1) tends to the predicted principal error",
      cases: cases, cost: .global, scaling: .horizon, evidence: { _, _ in .ladder }
    ) { (problem, implementation) throws(DynamicsError) in
      try judgePrincipalError(problem, implementation, in: implementation.arithmetic)
    }
  }

  private static func judgePrincipalError<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try problem.study(implementation, in: arithmetic)
    if let measured = study.measured, let predicted = study.predicted {
      let deviation = maximumNorm(measured.limit, minus: predicted.value) / maximumNorm(predicted.value)
      return (study.principalErrorJudgement, deviation)
    } else {
      return (study.principalErrorJudgement, 0)
    }
  }

  /// Claim 3: the local defect of the model's trajectory is the predicted one.
  public static func localDefect(_ family: ProblemFamily, cases: Int = 200) -> Claim {
    let limit =
      switch family {
      case .method(.gradientDescent): "-f_{k+1}"
      case .scheduled: "-(f_{n,k+1} - mu_n f_{n-1,k+1})"
      default: "-(f_{n,k+1} - mu f_{n-1,k+1})"
      }
    return onProblems(
      "local-defect", family, statement: "the local defect over h^(k+2) tends to " + limit, cases: cases,
      cost: .local, scaling: .fixedSteps(8),
      evidence: { (try? localStudy($0, $1, in: DoubleDouble.self)).map(Evidence.localDefect) ?? .message }
    ) { (problem, implementation) throws(DynamicsError) in
      try judgeDefect(problem, implementation, in: implementation.arithmetic)
    }
  }

  private static func judgeDefect<T: Real>(
    _ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type
  ) throws(DynamicsError) -> (Judgement, figure: Double) {
    let study = try localStudy(problem, implementation, in: arithmetic)
    return (study.defectJudgement, study.worstDefectDeviation)
  }

  /// Claim 3 at a fixed number of steps: the error over `h^(k+1)` vanishes.
  public static func fixedSteps(_ family: ProblemFamily, cases: Int = 200) -> Claim {
    onProblems(
      "fixed-steps", family, statement: "after 8 steps the error over h^(k+1) vanishes as h tends to 0",
      cases: cases, cost: .local, scaling: .fixedSteps(8),
      evidence: { (try? localStudy($0, $1, in: DoubleDouble.self)).map(Evidence.fixedStepError) ?? .message }
    ) { (problem, implementation) throws(DynamicsError) in
      try judgeFixedSteps(problem, implementation, in: implementation.arithmetic)
    }
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
      implementation.applied(to: problem.momentumProblem), model: implementation.model, order: problem.order,
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
func momentumBin(_ momentum: Rational) -> String { momentumBin(DoubleDouble(momentum).doubleValue) }

/// The bin of the coverage table that a momentum falls into.
func momentumBin(_ value: Double) -> String {
  if value == 0 { return "0" }
  if value <= 0.5 { return "(0, 0.5]" }
  if value <= 0.8 { return "(0.5, 0.8]" }
  return value <= 0.95 ? "(0.8, 0.95]" : "(0.95, 1)"
}

extension ProblemFamily {
  /// Counts what distinguishes the problems of a family.
  fileprivate func collectCoverage(of problem: Problem, in notes: inout CaseNotes) {
    if case .method = self { return }
    notes.collect("method", problem.method)
    guard self == .scheduled else {
      notes.collect("initial momentum", problem.initialMomentum)
      return notes.collect("initial velocity", problem.initialVelocity.isEmpty ? "none" : "as large as the gradient")
    }
    notes.collect("step factor", problem.schedule?.stepFactor == nil ? "constant" : "scheduled")
    notes.collect("momentum formula", problem.schedule?.momentum == nil ? "constant" : "scheduled")
    notes.collect("buffer", problem.schedule?.keepsGradients == true ? "gradients" : "displacements")
  }
}
