import HBModel
import PropCheck

extension Claim {
  /// Claim 8: the stationary field up to order `h^2` is the descent of the modified loss, and a remainder that is no gradient.
  public static let modifiedLoss = Claim(
    "modified-loss/heavy-ball",
    statement: "the field up to h^2 is -grad of the modified loss - h^2/(6(1-mu)^3) Hess L Hess L grad L", cases: 200,
    generator: { _ in ProblemGenerator(orders: 2...2, scaling: .fixedSteps(8)).problems }, problem: { $0.problem },
    evidence: { .modifiedLoss(ModifiedLossStudy.run($0.problem.heavyBall, statement: $1.modifiedLoss)) }
  ) { generated, implementation, notes in
    let problem = generated.problem
    notes.collect(inputsOf: problem)
    let study = ModifiedLossStudy<DoubleDouble>.run(problem.heavyBall, statement: implementation.modifiedLoss)
    let deviations = study.terms.map(\.deviation)
    guard study.terms.allSatisfy(\.scale.isFinite) else {
      return .inconclusive("the differentials overflow at the start")
    }
    notes.target(deviations.reduce(0, max))
    // At most 2^11 operations make a term; each errs by at most 2^-104 (Joldes, Muller, Popescu 2017) of what enters,
    // whose size is the scale.
    for (power, deviation) in deviations.enumerated() where !(deviation <= 0x1p-93) {
      let text = DoubleDouble(deviation).formatted(digits: 3)
      return .failed(
        "modified-loss",
        "the field's term of order h^\(power) differs from the stated one by \(text) of the size of its parts",
        severity: deviation)
    }
    do {
      guard let wrong = try exactMismatch(implementation.modifiedLoss, momentum: problem.momentum) else {
        return .passed
      }
      return .failed("modified-loss-exact", wrong)
    } catch { return .inconclusive("\(error)") }
  }

  /// What the statement has wrong at one momentum, against the derivation by trees in rational arithmetic.
  private static func exactMismatch(
    _ statement: ModifiedLossStatement, momentum: Rational
  ) throws(ExactOverflow) -> String? {
    let field = BSeries<Rational>(
      table: .upTo(3), constantTerm: .zero,
      coefficients: try StationaryCounterTerms.coefficients(method: .heavyBall, order: 3, momentum: momentum))
    var stated = try statement.flow.evaluate(at: momentum).descent()
    if let chain = stated.table.index(of: .chain(order: 3)) {
      // D[D[g]] is -F of the chain with three nodes, which has no symmetry.
      stated.coefficients[chain] = try stated.coefficients[chain] + statement.remainder.evaluate(at: momentum)
    }
    return field.table.trees.indices.first { field.coefficients[$0] != stated.coefficients[$0] }.map { tree in
      "the coefficient of \(field.table.trees[tree]) is stated as \(stated.coefficients[tree]), must be"
        + " \(field.coefficients[tree])"
    }
  }
}

extension Evidence {
  /// The field's terms beside the stated ones.
  fileprivate static func modifiedLoss(_ study: ModifiedLossStudy<DoubleDouble>) -> Evidence {
    .table(
      title: "the terms of the stationary field at the start, by its functional equation, and as stated",
      columns: ["order", "field", "stated"],
      rows: study.terms.enumerated().map { power, term in ["h^\(power)", vector(term.field), vector(term.stated)] })
  }
}
