import HBModel
import PropCheck

extension Claim {
  /// Claim 4: the tree formula and the functional equation give the same stationary field, to rounding.
  public static let twoDerivations = Claim(
    "two-derivations/heavy-ball",
    statement: "tree formula and functional equation give the same counter terms up to order 10",
    cases: 200, generator: { _ in ProblemGenerator(orders: 0...9, scaling: .fixedSteps(8)).problems },
    problem: { $0.problem }
  ) { generated, _, notes in
    let problem = generated.problem
    notes.collect("order", problem.order)
    let comparison = compareDerivations(problem.heavyBall, order: problem.order)
    guard comparison.scale.isFinite else { return .inconclusive("the differentials overflow at the start") }
    let distance = comparison.distance / comparison.scale
    notes.target(distance)
    // At most 2^11 products and sums make a coefficient; each errs by at most 2^-104 of the terms that enter,
    // whose absolute sum is the scale.
    guard distance <= 0x1p-93 else {
      let text = "the term of order h^\(problem.order) differs by \(DoubleDouble(distance).formatted(digits: 3))"
      return .failed("two-derivations", text + " of the sum of its parts", severity: distance)
    }
    return .passed
  }
}

/// The distance of the two derivations of `f_order` at the start, and the absolute sum of what enters.
private func compareDerivations(_ problem: MomentumProblem, order: Int) -> (distance: Double, scale: Double) {
  let momentum = DoubleDouble(problem.momentum)
  let start: [DoubleDouble] = problem.startingPoint()
  let coefficients = StationaryCounterTerms.coefficients(
    method: .heavyBall, order: order + 1, momentum: momentum)
  var differentials = ElementaryDifferentials<DoubleDouble>(program: problem.program, order: order + 1)
  differentials.evaluate(at: start)
  let top = TreeTable.upTo(order + 1).range(ofOrder: order + 1)
  let weights = coefficients.indices.map { top.contains($0) ? coefficients[$0] : .zero }
  let byTrees = differentials.combine(weights)
  let scale = start.indices.map { component in
    top.reduce(0) { sum, tree in
      sum + abs((weights[tree] * differentials.value(component: component, tree: tree)).doubleValue)
    }
  }
  var equation = FunctionalEquation<DoubleDouble>(program: problem.program, momentum: momentum, order: order)
  let byEquation = equation.counterTerms(at: start)[order]
  let largest = scale.max() ?? 0
  return (maximumNorm(byTrees, minus: byEquation), largest > 0 ? largest : 1)
}
