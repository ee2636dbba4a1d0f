import HBModel
import PropCheck

extension Claim {
  /// Claim 10 (b), along the way: the logarithm of u/v stays in the row space of X.
  public static let rowSpace = Claim(
    "diagonal-network/row-space",
    statement: "for least squares log(u/v) = arcsinh(theta/(2 u v)) stays in the row space of X up to O(h^2)",
    cases: 200,
    generator: { _ in RegressionCase.generator(withSingleSolutions: false) },
    evidence: { .residual(rowSpaceResidual($0, $1.effectiveInitialization)) }
  ) { example, implementation, notes in
    example.collect(in: &notes)
    return outcome(
      of: rowSpaceResidual(example, implementation.effectiveInitialization), kind: "row-space", notes: &notes)
  }

  /// Claim 10 (b), at the end: the limit minimizes the hyperbolic entropy of the shrunk initialization.
  public static let implicitBias = Claim(
    "diagonal-network/implicit-bias",
    statement:
      "the limit minimizes the hyperbolic entropy with a_i = u_i v_i (infinity) over X theta = y, up to O(h^2)",
    cases: 200, generator: { _ in RegressionCase.generator(withSingleSolutions: true) },
    evidence: { example, implementation in
      if case .residual(let residual) = limit(example, implementation.effectiveInitialization) {
        return .residual(residual)
      }
      return .message
    }
  ) { example, implementation, notes in
    example.collect(in: &notes)
    switch limit(example, implementation.effectiveInitialization) {
    case .residual(let residual): return outcome(of: residual, kind: "implicit-bias", notes: &notes)
    case .outcome(let outcome): return outcome
    }
  }

  /// What `log(u/v)`, and `arcsinh(theta/(2a))` with the predicted a, have outside the row space.
  private static func rowSpaceResidual(
    _ example: RegressionCase, _ law: EffectiveInitialization
  ) -> SecondOrderResidual {
    let space = example.regression.rowSpace(DoubleDouble.self)
    let momentum = DoubleDouble(example.momentum)
    let initial = example.start.map { DoubleDouble($0) * DoubleDouble($0) }
    let steps = 4 * AsymptoticRegime.warmUpSteps(momentum: momentum.doubleValue)
    var residuals: [[DoubleDouble]] = []
    var effect = 0.0
    var size = DoubleDouble(example.step)
    for level in 0..<5 {
      let state = example.training(step: size, steps: steps << level)
      let theta = DiagonalNetwork.coefficients(of: state.state)
      let predicted = law.scales(
        initial: initial, integrals: state.integrals.map { DoubleDouble($0) }, step: size, momentum: momentum)
      residuals.append(
        space.residual(of: DiagonalNetwork.logarithmicRatios(of: state.state))
          + space.residual(of: HyperbolicEntropy(scales: predicted).gradient(at: theta)))
      let unshrunk = space.residual(of: HyperbolicEntropy(scales: initial).gradient(at: theta))
      effect = maximumNorm(unshrunk) / size.doubleValue
      size = size.scaled(byPowerOfTwo: -1)
    }
    return SecondOrderResidual(
      step: DoubleDouble(example.step), residuals: residuals, effect: effect,
      floor: example.rounding(steps: 16 * steps),
      quantity: "log(u/v) outside the row space")
  }

  private enum Limit {
    case residual(SecondOrderResidual)
    case outcome(Outcome)
  }

  /// The limit of training minus the minimizers for the measured and for the predicted `u v`.
  private static func limit(_ example: RegressionCase, _ law: EffectiveInitialization) -> Limit {
    let space = example.regression.rowSpace(DoubleDouble.self)
    let solution = example.regression.leastSquares(in: space)
    let momentum = DoubleDouble(example.momentum)
    let initial = example.start.map { DoubleDouble($0) * DoubleDouble($0) }
    // The coarsest rung tells how long the others take; a case that takes too long makes place for another one.
    let coarsest = example.training(step: DoubleDouble(example.step), steps: 1 << 13, tolerance: 1e-7)
    guard coarsest.remainingGradient < 1e-7 else { return .outcome(.discarded("training takes above 2^13 steps")) }
    var residuals: [[DoubleDouble]] = []
    var (effect, distance) = (0.0, 0.0)
    var size = DoubleDouble(example.step)
    for level in 0..<5 {
      let end = level == 0 ? coarsest : example.training(step: size, steps: coarsest.steps << level)
      let theta = DiagonalNetwork.coefficients(of: end.state)
      // What is left of training would hide what is looked for: the minimizer has the X theta that was reached, and that
      // this is the limit is judged by itself.
      let reached = space.coordinates(of: theta)
      distance = max(distance, maximumNorm(reached, minus: solution))
      let predicted = law.scales(
        initial: initial, integrals: end.integrals.map { DoubleDouble($0) }, step: size, momentum: momentum)
      let scales = [DiagonalNetwork.scales(of: end.state), predicted, initial]
      let minimizers = scales.compactMap {
        HyperbolicEntropy(scales: $0).minimizer(over: space, coordinates: reached)
      }
      // Both residuals are computed from theta alone, in some 2^-100 of arithmetic.
      guard minimizers.count == 3,
        minimizers.allSatisfy({ max($0.constraintResidual, $0.stationarityResidual) < 1e-24 })
      else { return .outcome(.inconclusive("no minimizer of the entropy to rounding")) }
      residuals.append(minimizers.prefix(2).flatMap { own in zip(theta, own.theta).map { $0 - $1 } })
      effect = maximumNorm(minimizers[2].theta, minus: minimizers[0].theta) / size.doubleValue
      size = size.scaled(byPowerOfTwo: -1)
    }
    // A ten-millionth of the gradient at the start, over curvatures of 0.001 and more.
    guard distance < 1e-4 else {
      return .outcome(.failed("limit", "training does not end in a least-squares solution", severity: distance))
    }
    // Where the features are independent there is one solution, and it has been reached.
    if space.rank == example.start.count { return .outcome(.passed) }
    return .residual(
      SecondOrderResidual(
        step: DoubleDouble(example.step), residuals: residuals, effect: effect,
        floor: example.rounding(steps: coarsest.steps << 4), quantity: "limit minus minimizer"))
  }
}

extension RegressionCase {
  fileprivate func training(step: DoubleDouble, steps: Int, tolerance: Double = 0) -> NetworkTraining {
    NetworkTraining(
      regression, initial: start.map { DoubleDouble($0).doubleValue }, momentum: DoubleDouble(momentum).doubleValue,
      step: step.doubleValue, steps: steps, tolerance: tolerance)
  }

  /// The bound of `NetworkTraining` on what rounding does to logarithms, for entries of size 4.
  fileprivate func rounding(steps: Int) -> Double {
    Double(steps).squareRoot() * 0x1p-50 / (1 - DoubleDouble(momentum).doubleValue)
  }

  fileprivate func collect(in notes: inout CaseNotes) {
    let rank = regression.rowSpace(DoubleDouble.self).rank
    let shape = regression.samples < regression.dimension ? "fewer samples than features" : "at least as many samples"
    notes.collect("design", shape + (rank < regression.dimension ? ", dependent features" : ", one solution"))
    notes.collect("features", regression.dimension)
    notes.collect("momentum", momentumBin(momentum))
  }
}
