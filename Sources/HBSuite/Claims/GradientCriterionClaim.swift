import HBModel
import PropCheck

/// A structured objective, a counter term, and a free tree for the limit mu -> 1.
struct GradientCriterionCase: Sendable, CustomStringConvertible {
  let objective: StructuredObjective
  /// The power j of h.
  let index: Int
  /// The number of a free tree with up to nine nodes.
  let freeTree: Int

  var description: String {
    let problem = objective.problem
    let start = problem.start.map(\.description).joined(separator: ",")
    return
      "objective \(problem.objective) (\(objective.structure.rawValue)), start \(start), momentum \(problem.momentum),"
      + " terms of order h^\(index), free tree \(GradientCriterionCase.trees.trees[freeTree])"
  }

  static let trees = FreeTreeTable.upTo(ModifiedLossStatement.limitOrder)

  /// The true `(1 - mu)^(2|t|-1) b(t)` at mu = 1.
  static let leading: Result<[Rational], ExactOverflow> = Result { () throws(ExactOverflow) in
    try StationaryCounterTerms.leadingNumerators(method: .heavyBall, order: ModifiedLossStatement.limitOrder)
  }

  static func generator(orders: ClosedRange<Int>) -> Generator<GradientCriterionCase> {
    let highest = ModifiedLossStatement.largestOrder - 1
    return zip(
      StructuredObjective.generator, .int(in: min(orders.lowerBound, highest)...min(orders.upperBound, highest)),
      .int(in: 0...trees.count - 1)
    ).map { GradientCriterionCase(objective: $0, index: $1, freeTree: $2) }
  }
}

extension Claim {
  /// Claim 9: a counter term is a gradient exactly where its coefficients are the same on all rootings of each free tree.
  public static let gradientCriterion = Claim(
    "gradient-criterion/heavy-ball",
    statement: "Jacobians are symmetric exactly where b is constant on rootings: at h^0, h^1 and in the limit mu -> 1",
    cases: 200, generator: { GradientCriterionCase.generator(orders: $0.orders) },
    evidence: { example, implementation in
      let (study, _) = jacobian(example, implementation)
      return .table(
        title: "J[r][c] - J[c][r] of the counter term, measured and as the differences of coefficients make it",
        columns: ["measured", "predicted"],
        rows: zip(study.measured, study.predicted).map { [$0.formatted(digits: 8), $1.formatted(digits: 8)] })
    }
  ) { example, implementation, notes in
    let (study, isGradient) = jacobian(example, implementation)
    let isSymmetric = isGradient || example.objective.structure != .coupled
    notes.collect("structure", example.objective.structure.rawValue)
    notes.collect("order", example.index)
    notes.collect("Jacobian", isSymmetric ? "symmetric" : "not symmetric")
    guard study.scale.isFinite else { return .inconclusive("the differentials overflow at the start") }
    // At most 2^14 operations make an entry; each errs by at most 2^-104 (Joldes, Muller, Popescu 2017) of the terms that
    // enter, whose absolute sum is the scale.
    let bound = 0x1p-90
    func shown(_ value: Double) -> String { DoubleDouble(value).formatted(digits: 3) + " of the sum of its parts" }
    if isSymmetric {
      notes.target(study.asymmetry)
      guard study.asymmetry <= bound else {
        return .failed(
          "not-symmetric", "the Jacobian must be symmetric, and is not by \(shown(study.asymmetry))",
          severity: study.asymmetry)
      }
    } else {
      notes.target(study.deviation)
      guard study.deviation <= bound else {
        return .failed(
          "asymmetry", "the antisymmetric part differs from the predicted one by \(shown(study.deviation))",
          severity: study.deviation)
      }
      guard study.predictedAsymmetry > 0x1p-60 else {
        return .inconclusive("the objective does not tell the rootings apart at this point")
      }
    }
    do {
      guard let wrong = try exactMismatch(example, implementation.modifiedLoss) else { return .passed }
      return .failed("criterion-exact", wrong)
    } catch { return .inconclusive("\(error)") }
  }

  /// The study of a case, and whether the statement has all differences 0 there.
  private static func jacobian(
    _ example: GradientCriterionCase, _ implementation: Implementation
  ) -> (study: JacobianStudy<DoubleDouble>, isGradient: Bool) {
    let problem = example.objective.problem
    let stated = implementation.modifiedLoss.differences
    let momentum = DoubleDouble(problem.momentum)
    let top = TreeTable.upTo(example.index + 1).range(ofOrder: example.index + 1)
    let values = stated.indices.map { top.contains($0) ? stated[$0].evaluate(at: momentum) : DoubleDouble.zero }
    let study = JacobianStudy<DoubleDouble>.run(problem, index: example.index, differences: values)
    return (study, values.allSatisfy { $0 == .zero })
  }

  /// What is wrong with the differences at the case's momentum, or with the limit at its free tree.
  private static func exactMismatch(
    _ example: GradientCriterionCase, _ statement: ModifiedLossStatement
  ) throws(ExactOverflow) -> String? {
    let momentum = example.objective.problem.momentum
    let trees = FreeTreeTable.upTo(example.index + 1)
    let coefficients = try StationaryCounterTerms.coefficients(
      method: .heavyBall, order: example.index + 1, momentum: momentum)
    let expected = try GradientCriterion.differences(coefficients, trees: trees)
    for tree in trees.table.range(ofOrder: example.index + 1) {
      let found: Rational = try statement.differences[tree].evaluate(at: momentum)
      guard found == expected[tree] else {
        return "b(\(trees.table.trees[tree])) exceeds b of the least rooting by \(expected[tree]), stated is \(found)"
      }
    }
    let leading = try GradientCriterionCase.leading.get()
    let limit = try statement.limit.descent().coefficients
    for rooting in GradientCriterionCase.trees.rootings[example.freeTree] where leading[rooting] != limit[rooting] {
      return "in the limit mu -> 1 the coefficient of \(GradientCriterionCase.trees.table.trees[rooting]) is"
        + " \(leading[rooting]), W = L + eps/2 |grad W|^2 has \(limit[rooting])"
    }
    return nil
  }
}
