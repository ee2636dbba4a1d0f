import HBModel
import PropCheck

extension Claim {
  /// Claim 13 on the slow manifold: heavy ball's steps are gradient steps on a modified loss.
  public static let gradientMap = Claim(
    "gradient-map/heavy-ball",
    statement: "gradient descent on the modified loss of order k tracks heavy ball with global error h^(k+1)",
    cases: 200,
    generator: { settings in
      let highest = ModifiedLossStatement.largestOrder - 1
      let orders = min(settings.orders.lowerBound, highest)...min(settings.orders.upperBound, highest)
      return ProblemGenerator(orders: orders, scaling: .horizon).problems
    },
    problem: { $0.problem },
    evidence: { (try? mapStudy($0.problem, $1)).map(Evidence.gradientMap) ?? .message }
  ) { generated, implementation, notes in
    let problem = generated.problem
    notes.collect("order", problem.order)
    notes.collect(inputsOf: problem)
    do {
      let study = try mapStudy(problem, implementation)
      if study.judgement.verdict != .inconclusive { notes.target(study.deviation) }
      let first = outcome(of: study.judgement, kind: "gradient-map", severity: study.deviation)
      guard case .passed = first else { return first }
      let distance = gradientDistance(problem, implementation.modifiedLoss)
      // At most 2^14 operations make a component; each errs by at most 2^-104 (Joldes, Muller, Popescu 2017) of the terms
      // that enter, whose absolute sum is the scale.
      guard distance <= 0x1p-90 else {
        let text =
          "the gradient of the modified loss differs from the step by \(DoubleDouble(distance).formatted(digits: 3))"
        return .failed("gradient", text + " of the sum of its parts", severity: distance)
      }
      guard let wrong = try fixedPointMismatch(problem, implementation.modifiedLoss) else { return .passed }
      return .failed("gradient-map-exact", wrong)
    } catch { return .inconclusive("\(error)") }
  }

  private static func mapStudy(
    _ problem: Problem, _ implementation: Implementation
  ) throws(DynamicsError) -> GradientMapStudy<DoubleDouble> {
    let loss = implementation.modifiedLoss.map.evaluate(at: DoubleDouble(problem.momentum))
    return try .run(
      problem.heavyBall, map: loss.descent().coefficients, order: problem.order, step: problem.step,
      steps: problem.steps, rungs: 5)
  }

  /// The distance of the step by trees from the gradient of the loss as a value, relative to the sum of its parts.
  private static func gradientDistance(_ problem: Problem, _ statement: ModifiedLossStatement) -> Double {
    let loss = statement.map.evaluate(at: DoubleDouble(problem.momentum))
    return loss.gradientDistance(problem.heavyBall, step: DoubleDouble(problem.step))
  }

  /// Why the stated map is no fixed point of the method, up to the trees of the problem's order, in rational arithmetic.
  private static func fixedPointMismatch(
    _ problem: Problem, _ statement: ModifiedLossStatement
  ) throws(ExactOverflow) -> String? {
    var map = try statement.map.evaluate(at: problem.momentum).descent()
    map.constantTerm = .one
    // Inverses by admissible cuts: nothing here knows of the field.
    let image = try MomentumMethod.heavyBall.map(after: map, momentum: problem.momentum)
    for tree in TreeTable.upTo(problem.order + 1).trees.indices where map.coefficients[tree] != image.coefficients[tree]
    {
      return "the stated map has \(map.coefficients[tree]) at \(map.table.trees[tree]), the method makes"
        + " \(image.coefficients[tree]) of it"
    }
    return nil
  }
}

extension Evidence {
  /// The ladder of heavy ball against gradient descent on the modified loss.
  fileprivate static func gradientMap(_ study: GradientMapStudy<DoubleDouble>) -> Evidence {
    let slopes = [""] + study.slopes.map { figure($0) }
    return .table(
      title: "heavy ball against gradient descent on the modified loss of order \(study.order): order"
        + " \(study.order + 1) is expected, and error/h^\(study.order + 1) -> \(vector(study.predicted.value))",
      columns: ["steps", "error", "slope"],
      rows: study.steps.indices.map { rung in
        ["\(study.steps[rung])", figure(study.errors[rung]), rung < slopes.count ? slopes[rung] : ""]
      })
  }
}
