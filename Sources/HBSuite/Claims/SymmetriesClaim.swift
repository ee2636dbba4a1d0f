import HBModel
import PropCheck

/// A problem with a symmetry to try on it.
struct SymmetricCase: Sendable, CustomStringConvertible {
  let problem: Problem
  let symmetry: Symmetry

  var description: String { "\(problem), under \(symmetry)" }
}

extension Claim {
  /// Claim 11: method and model commute with the symmetries of the problem.
  public static let symmetries = Claim(
    "symmetries/heavy-ball",
    statement: "translation, rotation, scaling, separable sums and rewriting commute with method and model",
    cases: 200, cost: .local,
    generator: { settings in
      zip(ProblemGenerator(orders: settings.orders, scaling: .fixedSteps(6)).problems, Symmetry.generator)
        .map { SymmetricCase(problem: $0.problem, symmetry: $1) }
    }, problem: { $0.problem }
  ) { example, implementation, notes in
    notes.collect("symmetry", example.symmetry.kind)
    let (outcome, distance) = judge(example, implementation, in: implementation.arithmetic)
    notes.target(distance)
    return outcome
  }
}

/// The outcome of a case, with the largest distance of the states compared.
private func judge<T: Real>(
  _ example: SymmetricCase, _ implementation: Implementation, in _: T.Type
) -> (Outcome, largest: Double) {
  var largest = 0.0
  do {
    let own: Trajectories<T> = try trajectories(of: example.problem, implementation)
    let other: Trajectories<T> = try trajectories(of: try example.symmetry.applied(to: example.problem), implementation)
    let terms = termSize(example.problem, implementation)
    for (name, before, after) in [("method", own.method, other.method), ("model", own.model, other.model)] {
      let distance = largestDistance(before, after, under: example.symmetry)
      largest = max(largest, distance)
      // 2^16 roundings of 2^-104 of the terms that enter, the operations of six steps, and what the integrator leaves.
      let bound = example.symmetry.isExact ? 0 : 0x1p-88 * terms + own.errorEstimate + other.errorEstimate
      if !(distance <= bound) {
        let text = "the \(name)'s states differ by \(DoubleDouble(distance).formatted(digits: 3))"
        return (.failed("symmetries", text + " after the change of problem", severity: distance), largest)
      }
    }
    return (.passed, largest)
  } catch { return (.inconclusive("\(error)"), largest) }
}

private typealias Trajectories<T> = (method: [[T]], model: [[T]], errorEstimate: Double)

private func trajectories<T: Real>(of problem: Problem, _ implementation: Implementation) throws -> Trajectories<T> {
  let step = T(problem.step)
  let ball = implementation.applied(to: problem.heavyBall)
  let table: CoefficientTable<T> = implementation.model.coefficients(
    of: .heavyBall, order: problem.order + 1, momentum: T(problem.momentum), iterations: problem.steps)
  let method = try MethodRun<T>(ball, step: step, steps: problem.steps)
  let model = try ModelRun<T>(
    ball, table: table, order: problem.order, step: step, steps: problem.steps, integrator: implementation.integrator)
  return (method.states, model.states, model.errorEstimate)
}

/// The sizes of the model's terms `h^|t| b_n(t) F(t) / symmetry(t)` at the start, summed; at least 1.
private func termSize(_ problem: Problem, _ implementation: Implementation) -> Double {
  let ball = implementation.applied(to: problem.heavyBall)
  let step = DoubleDouble(problem.step).doubleValue
  let table: CoefficientTable<DoubleDouble> = implementation.model.coefficients(
    of: .heavyBall, order: problem.order + 1, momentum: DoubleDouble(problem.momentum), iterations: problem.steps)
  var differentials: ElementaryDifferentials<DoubleDouble> = ball.differentials(order: problem.order + 1)
  differentials.evaluate(at: ball.startingPoint())
  let trees = TreeTable.upTo(problem.order + 1)
  let largest = (0..<problem.steps).map { iteration in
    let coefficients = table.coefficients(iteration: iteration)
    return trees.trees.indices.reduce(0.0) { sum, tree in
      let power = (0..<trees.order[tree]).reduce(1.0) { product, _ in product * step }
      let sizes = ball.start.indices.map { abs(differentials.value(component: $0, tree: tree).doubleValue) }
      return sum + power * abs(coefficients[tree].doubleValue) * (sizes.max() ?? 0)
    }
  }
  return max(1, largest.max() ?? 1)
}

/// The largest distance of the changed states from the transformed ones, relative to the larger of 1 and the state.
private func largestDistance<T: Real>(_ before: [[T]], _ after: [[T]], under symmetry: Symmetry) -> Double {
  zip(before, after).reduce(0) { largest, pair in
    let expected = symmetry.transformed(pair.0)
    // The second half of a separable sum moves by an objective of its own.
    let found = Array(pair.1.prefix(expected.count))
    let distance = maximumNorm(found, minus: expected) / max(1, maximumNorm(expected))
    return distance.isNaN || largest.isNaN ? .nan : max(largest, distance)
  }
}
