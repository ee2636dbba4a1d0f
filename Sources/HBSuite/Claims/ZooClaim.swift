import HBModel
import PropCheck

/// A problem with an entry of the zoo to try on it.
struct ZooCase: Sendable, CustomStringConvertible {
  let problem: Problem
  let kind: ComparisonModel.Kind

  var description: String {
    "objective \(problem.objective), start \(listed(problem.start)), momentum \(problem.momentum), step \(problem.step),"
      + " \(problem.steps) steps, \(kind.name)"
  }
}

extension Claim {
  /// Every model of the zoo has the order and the principal error that theory gives it.
  public static let zoo = Claim(
    "zoo/heavy-ball",
    statement: "every model of the zoo has its theoretical order, to 0.02, and its principal error", cases: 240,
    generator: { _ in
      let kinds = ModelZoo.standard.models.map(\.kind)
      // A long warm-up makes long ladders, and shows nothing more of the order.
      let problems = ProblemGenerator(orders: 0...0, scaling: .horizon).problems
        .filter("a momentum of at most 4/5") { DoubleDouble($0.problem.momentum).doubleValue <= 0.8 }
      let models = Generator<ComparisonModel.Kind>.element(of: kinds)
      return zip(problems.labelled("problem"), models.labelled("model")).map {
        ZooCase(problem: refined($0.problem), kind: $1)
      }
    }, evidence: { (try? ladder($0, $1)).map(Evidence.ladder) ?? .message }
  ) { example, implementation, notes in
    let problem = example.problem
    notes.collect("model", example.kind.name)
    notes.collect("momentum", momentumBin(problem.momentum))
    do {
      let ladder = try ladder(example, implementation)
      let distance = ladder.observedOrder.map { abs($0.value - Double(ladder.order + 1)) } ?? 0
      for judgement in [ladder.judgement, ladder.principalErrorJudgement] where judgement.verdict == .falsified {
        return outcome(of: judgement, kind: "zoo", severity: distance)
      }
      for judgement in [ladder.judgement, ladder.principalErrorJudgement] where judgement.verdict == .inconclusive {
        return outcome(of: judgement, kind: "zoo", severity: distance)
      }
      notes.target(distance)
      return .passed
    } catch let error as DynamicsError { return .inconclusive("\(error)") }
  }

  /// The same horizon with half the step: orders are to be seen to two hundredths.
  private static func refined(_ problem: Problem) -> Problem {
    var copy = problem
    copy.steps *= 2
    copy.step = (try? problem.step / Rational(2)) ?? problem.step
    return copy
  }

  private static func ladder(
    _ example: ZooCase, _ implementation: Implementation
  ) throws(DynamicsError) -> FieldLadder<DoubleDouble> {
    guard let model = implementation.zoo.models.first(where: { $0.kind == example.kind }) else {
      throw DynamicsError(kind: .undefined, subject: "the zoo", iteration: 0, found: "no \(example.kind.name)")
    }
    return try .run(
      example.problem.heavyBall, model: model, step: example.problem.step, steps: example.problem.steps, rungs: 5,
      integrator: implementation.integrator)
  }
}

extension Evidence {
  /// The terminal errors of a model of the zoo.
  static func ladder(_ ladder: FieldLadder<DoubleDouble>) -> Evidence {
    let rows = ladder.steps.indices.map { index in
      [
        "\(ladder.steps[index])", DoubleDouble(ladder.errors[index]).formatted(digits: 4),
        ladder.slopes.indices.contains(index - 1)
          ? DoubleDouble(ladder.slopes[index - 1]).formatted(digits: 4) : "",
      ]
    }
    return .table(
      title: "|heavy ball - model| at the end: must scale like h^\(ladder.order + 1)",
      columns: ["steps", "error", "slope"], rows: rows)
  }
}
