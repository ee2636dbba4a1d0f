extension OrderCriteria {
  /// The accepted distance of an observed order of the zoo from the theoretical one.
  public static let zooTolerance = 0.02
}

extension FieldLadder {
  /// Runs heavy ball and a model of the zoo on a ladder of steps over a fixed horizon.
  ///
  /// The order k is one less than that of the theory, -1 for a model that does not converge.
  ///
  /// - Parameters:
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps of the first rung, at least 1.
  ///   - rungs: how many rungs, at least 4.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `2^rungs * steps` gradients, and as many model steps for a per-iteration model.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, model: ComparisonModel, step: Rational, steps: Int, rungs: Int,
    integrator: any Integrator
  ) throws(DynamicsError) -> FieldLadder {
    let order = model.kind.order(momentum: problem.momentum) - 1
    let time = T(step) * T(Double(steps))
    let predicted = try model.kind.principalError(problem, time: time, intervals: 8)
    var list: [Rung<T>] = []
    var size = T(step)
    for level in 0..<rungs {
      // A ten-millionth of the expected error: far below what an extrapolation over five rungs could notice.
      let tolerance = (0..<(order + 1)).reduce(1e-7 * maximumNorm(predicted.value)) { product, _ in
        product * size.doubleValue
      }
      list.append(
        try Rung(problem, model: model, step: size, steps: steps << level, integrator: integrator, tolerance: tolerance)
      )
      size *= T(0.5)
    }
    return FieldLadder(list, order: order, predicted: predicted, tolerance: OrderCriteria.zooTolerance)
  }
}

extension Rung {
  /// Runs heavy ball and a model of the zoo with `steps` steps of size `step`; only the end is kept.
  ///
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  init(
    _ problem: MomentumProblem, model: ComparisonModel, step: T, steps: Int, integrator: any Integrator,
    tolerance: Double
  ) throws(DynamicsError) {
    let method = try model.method(problem, step: step, steps: steps, integrator: integrator)
    let solved = try model.solve(problem, step: step, visits: [steps], integrator: integrator, tolerance: tolerance)
    let scale = method.states.reduce(1) { max($0, maximumNorm($1)) }
    // Rounding errors of 2^-104 a step accumulate like a random walk, and momentum carries each of them on.
    let rounding = Double(steps).squareRoot() * 0x1p-103 * scale / (1 - T(problem.momentum).doubleValue)
    let error = zip(method.states[steps], solved.states[1]).map { $0 - $1 }
    self.init(
      steps: steps, step: step, terminalError: error, largestError: maximumNorm(error),
      floor: rounding + solved.errorEstimate)
  }
}
