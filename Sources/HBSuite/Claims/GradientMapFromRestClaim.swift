import HBModel
import PropCheck

/// A problem with an iteration, and an order of trees for the exact half.
struct RestCase: Sendable, CustomStringConvertible {
  let problem: Problem
  let iteration: Int
  let order: Int

  var description: String { "\(problem), iteration \(iteration), trees of order \(order)" }
}

extension Claim {
  /// Claim 13 from rest: every step is an exact gradient step on a loss of all iterates.
  public static let gradientMapFromRest = Claim(
    "gradient-map-from-rest/heavy-ball",
    statement: "x_{n+1} = x_n - h grad M_n(x_n), M_n = sum mu^(n-i) [L(x_i) - mu/(2h) |x_i - x_{i-1}|^2]", cases: 200,
    generator: { _ in
      zip(
        ProblemGenerator(orders: 0...0, scaling: .fixedSteps(5)).problems, .int(in: 0...4), .int(in: 1...5)
      ).map { RestCase(problem: $0.problem, iteration: $1, order: $2) }
    },
    problem: { $0.problem },
    evidence: { example, implementation in
      guard let study = try? memoryStudy(example, implementation) else { return .message }
      return .table(
        title: "the next iterate, by the method and by a gradient step on M_n", columns: ["method", "gradient step"],
        rows: zip(study.method, study.descent).map { [$0.formatted(digits: 20), $1.formatted(digits: 20)] })
    }
  ) { example, implementation, notes in
    notes.collect("iteration", example.iteration)
    notes.collect(inputsOf: example.problem)
    do {
      let study = try memoryStudy(example, implementation)
      notes.target(study.deviation)
      // At most 2^14 operations make a component; each errs by at most 2^-104 (Joldes, Muller, Popescu 2017) of the states
      // and slopes that enter, whose size is the scale.
      guard study.deviation <= 0x1p-90 else {
        let text =
          "the next iterate differs from the gradient step by \(DoubleDouble(study.deviation).formatted(digits: 3))"
        return .failed("memory-loss", text + " of the size of what enters", severity: study.deviation)
      }
      guard let wrong = try rootingMismatch(example) else { return .passed }
      return .failed("map-exact", wrong)
    } catch { return .inconclusive("\(error)") }
  }

  private static func memoryStudy(
    _ example: RestCase, _ implementation: Implementation
  ) throws(DynamicsError) -> MemoryLossStudy<DoubleDouble> {
    try .run(
      example.problem.heavyBall, memory: implementation.modifiedLoss.memory, step: DoubleDouble(example.problem.step),
      iteration: example.iteration)
  }

  /// A tree at which the map of the iteration is not the same as on the other rootings, in rational arithmetic by cuts.
  private static func rootingMismatch(_ example: RestCase) throws(ExactOverflow) -> String? {
    let trees = FreeTreeTable.upTo(example.order)
    var map = BSeries<Rational>.identity(table: trees.table)
    for _ in 0...example.iteration {
      map = try MomentumMethod.heavyBall.map(after: map, momentum: example.problem.momentum)
    }
    let differences = try GradientCriterion.differences(map.coefficients, trees: trees)
    return differences.firstIndex { $0 != .zero }.map { tree in
      "a_\(example.iteration)(\(trees.table.trees[tree])) exceeds its value at the least rooting by \(differences[tree])"
    }
  }
}
