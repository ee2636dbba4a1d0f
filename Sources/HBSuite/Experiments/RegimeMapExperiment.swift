import HBModel

/// The order that two step sizes show, over the plane of `h * curvature` and momentum.
public struct RegimeMapExperiment: Sendable {
  /// One place of the plane.
  public struct Cell: Sendable {
    /// The binary logarithm of the step size times the curvature at the start.
    public let exponent: Double
    /// The momentum.
    public let momentum: Double
    /// The slope from h to h/2 of the terminal error; nil where a trajectory diverges or the error changes sign.
    public let slope: Double?
  }

  /// The setting; momentum and step vary.
  public let setting: TrackedRun.Setting
  /// The order k of the model.
  public let order: Int
  /// The distance of neighbouring exponents.
  public let exponentSpacing: Double
  /// The distance of neighbouring momenta.
  public let momentumSpacing: Double
  /// The cells, row by row.
  public let cells: [Cell]

  /// The map of the model of order `order` for momenta in tenths from 0 to 0.9 and exponents in halves.
  ///
  /// All runs have the horizon `2 (1-mu) / curvature`, or `max(16, 8 / (1-mu))` steps where that is longer.
  ///
  /// - Complexity: two runs a cell.
  init(_ setting: TrackedRun.Setting, order: Int, exponents: ClosedRange<Int>, threads: Int) {
    self.setting = setting
    self.order = order
    exponentSpacing = 0.5
    momentumSpacing = 0.1
    // Small steps take longest and go first.
    let halves = Array((2 * exponents.lowerBound)...(2 * exponents.upperBound))
    let momenta = fractions((0..<10).map { ($0, 10) })
    cells = concurrentMap(momenta.count * halves.count, threads: threads) { index -> Cell in
      let half = halves[index / momenta.count]
      let momentum = momenta[index % momenta.count]
      return Cell(
        exponent: Double(half) / 2, momentum: DoubleDouble(momentum).doubleValue,
        slope: RegimeMapExperiment.slope(setting, momentum: momentum, order: order, half: half))
    }
  }

  private static func slope(
    _ setting: TrackedRun.Setting, momentum: Rational, order: Int, half: Int
  ) -> Double? {
    let problem = MomentumProblem(objective: setting.expression, start: setting.start, momentum: momentum)
    var hessian = GradientDerivative<DoubleDouble>(program: problem.program)
    let curvature = hessian.curvature(at: problem.startingPoint())
    // 2^(half/2)
    let root = half.isMultiple(of: 2) ? DoubleDouble.one : DoubleDouble.sqrt(DoubleDouble(2))
    let product = root.scaled(byPowerOfTwo: half.isMultiple(of: 2) ? half / 2 : (half - 1) / 2)
    let mu = DoubleDouble(momentum).doubleValue
    let steps = max(
      AsymptoticRegime.warmUpSteps(momentum: mu), Int((2 * (1 - mu) / product.doubleValue).rounded(.up)))
    let time = product / DoubleDouble(curvature) * DoubleDouble(steps)
    // Where steps are small the errors are at least a power of `h * curvature`.
    let expected = (0...order).reduce(1.0) { size, _ in size * min(1, product.doubleValue) }
    let errors = [1, 2].compactMap { factor -> [Double]? in
      let rung = try? Rung<DoubleDouble>(
        problem, model: PiecewiseModel(), order: order, time: time, steps: factor * steps,
        integrator: ExtrapolationIntegrator(), tolerance: 1e-6 * expected)
      return rung.map { $0.terminalError.map(\.doubleValue) }
    }
    guard errors.count == 2, maximumNorm(errors[0].map { DoubleDouble($0) }) < 1e3 else { return nil }
    // Along the direction of the finer error, which does not change as a norm does where components change sign.
    let scalarProduct = zip(errors[0], errors[1]).reduce(0) { $0 + $1.0 * $1.1 }
    let quotient = scalarProduct / errors[1].reduce(0) { $0 + $1 * $1 }
    guard quotient.isFinite, quotient > 0 else { return nil }
    return (DoubleDouble.log(DoubleDouble(quotient)) / DoubleDouble.log(DoubleDouble(2))).doubleValue
  }
}
