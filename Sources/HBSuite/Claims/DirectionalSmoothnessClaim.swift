import HBModel
import PropCheck

extension Claim {
  /// The directional smoothness along heavy ball, as the model predicts it and beside gradient descent's.
  public static let directionalSmoothness = Claim(
    "directional-smoothness/heavy-ball",
    statement: "the model predicts the directional smoothness to h^(k+1), gradient descent's differs by its share of h",
    cases: 200, generator: { _ in ProblemGenerator(orders: 0...2, scaling: .horizon).problems },
    problem: { $0.problem },
    evidence: { (try? smoothnessStudy($0.problem, $1)).map { .smoothness($0) } ?? .message }
  ) { generated, implementation, notes in
    let problem = generated.problem
    notes.collect("order", problem.order)
    notes.collect(inputsOf: problem)
    do {
      let study = try smoothnessStudy(problem, implementation)
      let judgements = [
        study.model.judgement(of: "the model"), study.gradientDescent.judgement(of: "gradient descent"),
      ]
      let judgement =
        judgements.first { $0.verdict == .falsified } ?? judgements.first { $0.verdict == .inconclusive }
        ?? judgements[0]
      let deviation = max(study.model.deviation, study.gradientDescent.deviation)
      if judgement.verdict != .inconclusive { notes.target(deviation) }
      return outcome(of: judgement, kind: "directional-smoothness", severity: deviation)
    } catch { return .inconclusive("\(error)") }
  }

  private static func smoothnessStudy(
    _ problem: Problem, _ implementation: Implementation
  ) throws(DynamicsError) -> SmoothnessStudy<DoubleDouble> {
    try .run(
      problem.heavyBall, model: implementation.model, effectiveStep: implementation.modifiedLoss.effectiveStep,
      order: problem.order, step: problem.step, steps: problem.steps, rungs: 5, integrator: implementation.integrator)
  }
}

extension Evidence {
  /// Both ladders.
  fileprivate static func smoothness(_ study: SmoothnessStudy<DoubleDouble>) -> Evidence {
    .table(
      title: "the difference of the directional smoothness over its power of h: must tend to"
        + " \(study.model.predicted.formatted(digits: 6)) for the model, to"
        + " \(study.gradientDescent.predicted.formatted(digits: 6)) for gradient descent",
      columns: ["steps", "model", "gradient descent"],
      rows: study.steps.indices.map { rung in
        [
          "\(study.steps[rung])", study.model.values[rung].formatted(digits: 6),
          study.gradientDescent.values[rung].formatted(digits: 6),
        ]
      })
  }
}
