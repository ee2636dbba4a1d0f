import HBModel
import PropCheck

extension Claim {
  /// Claim 4: the tree formula and the functional equation give the same stationary field, to rounding.
  public static func twoDerivations(_ method: MomentumMethod) -> Claim {
    Claim(
      "two-derivations/\(method)",
      statement: "tree formula and functional equation give the same counter terms up to order 10",
      cases: 200, cost: .pointwise,
      generator: { _ in ProblemGenerator(orders: 0...9, scaling: .fixedSteps(8), family: .method(method)).problems },
      problem: { $0.problem }
    ) { generated, implementation, notes in
      let problem = generated.problem
      notes.collect("order", problem.order)
      let difference = distance(problem, implementation, in: implementation.arithmetic)
      let sizes = derivations(problem, implementation, in: RoundingScale.self)
      let scale = zip(sizes.byTrees, sizes.byEquation).reduce(0) { max($0, $1.0.size + $1.1.size) }
      guard scale.isFinite else { return .inconclusive("the differentials overflow at the start") }
      let relative = scale > 0 ? difference / scale : difference
      notes.target(relative)
      // At most 2^11 products and sums follow one another; each errs by at most 2^-104 of the size that enters.
      guard relative <= 0x1p-93 else {
        let text = "the term of order h^\(problem.order) differs by \(DoubleDouble(relative).formatted(digits: 3))"
        return .failed("two-derivations", text + " of the sum of its parts", severity: relative)
      }
      return .passed
    }
  }
}

/// The distance of the two derivations of the top counter term at the start.
private func distance<T: Real>(_ problem: Problem, _ implementation: Implementation, in arithmetic: T.Type) -> Double {
  let (byTrees, byEquation) = derivations(problem, implementation, in: arithmetic)
  return maximumNorm(byTrees, minus: byEquation)
}

/// The top counter term at the start, by the tree formula and by the functional equation.
private func derivations<T: Real>(
  _ problem: Problem, _ implementation: Implementation, in _: T.Type
) -> (byTrees: [T], byEquation: [T]) {
  let (order, ball) = (problem.order, implementation.applied(to: problem.momentumProblem))
  let start: [T] = ball.startingPoint()
  let coefficients = implementation.model.coefficients(
    of: ball.method, order: order + 1, momentum: T(ball.momentum), iterations: 0
  ).stationary
  var differentials: ElementaryDifferentials<T> = ball.differentials(order: order + 1)
  differentials.evaluate(at: start)
  let top = TreeTable.upTo(order + 1).range(ofOrder: order + 1)
  let byTrees = differentials.combine(coefficients.indices.map { top.contains($0) ? coefficients[$0] : .zero })
  var equation = FunctionalEquation<T>(ball, order: order)
  return (byTrees, equation.counterTerms(at: start)[order])
}
