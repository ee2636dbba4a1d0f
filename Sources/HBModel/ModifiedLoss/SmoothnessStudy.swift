/// How fast the directional smoothness along heavy ball tends to that along its model, and to that along gradient descent
/// of equal effective step, at the end of a fixed horizon.
///
/// Along the model of order k the difference is `h^(k+1) D'(x(T)) E(T) + O(h^(k+2))` with the principal error E of the model
/// and D the directional smoothness. Along gradient descent with step `e h`, `e = 1 / (1 - mu)`, it is
/// `h D'(x(T)) E(T) + O(h^2)`, where E starts at `mu / (1 - mu)^2 grad L(x_0)`, the delay by the warm-up, and is driven by
/// the difference `b([[]]) + e^2 / 2` of the coefficients of the two modified equations.
public struct SmoothnessStudy<T: Real>: Sendable {
  /// One comparison.
  public struct Comparison: Sendable {
    /// The difference over its power of h on each rung, coarsest first.
    public let values: [T]
    /// The same, extrapolated to h = 0.
    public let measured: RichardsonExtrapolation<T>
    /// The predicted limit.
    public let predicted: T
    /// The absolute sum of the products `dD/dx_i E_i` that make the prediction.
    public let scale: Double
    /// A bound of what rounding contributes to the value on the finest rung.
    public let noise: Double

    /// The distance of the two limits, relative to the scale or to what rounding lets one tell from 0.
    public var deviation: Double {
      maximumNorm(measured.limit, minus: [predicted]) / max(scale, 1e6 * noise, .leastNormalMagnitude)
    }

    /// Whether the difference tends to the predicted limit, by the criteria of principal errors.
    public func judgement(of subject: String) -> Judgement {
      guard scale > 1e6 * noise else {
        // Constant along the trajectories, as for quadratics of one variable, or the same trajectory.
        let error = maximumNorm(measured.limit, minus: [predicted])
        let text = "the directional smoothness along \(subject) is the same to \(shortened(error))"
        return Judgement(error <= 64 * noise ? .holds : .inconclusive, text)
      }
      let tolerance = OrderCriteria.principalErrorTolerance
      let disagreement = measured.disagreement / scale
      let text =
        "the directional smoothness differs from that along \(subject) by the predicted limit and"
        + " \(shortened(deviation)) of its size"
      if deviation <= tolerance, disagreement <= tolerance { return Judgement(.holds, text) }
      if deviation > tolerance + OrderCriteria.significance * disagreement { return Judgement(.falsified, text) }
      return Judgement(
        .inconclusive, "successive extrapolations do not agree (they differ by \(shortened(disagreement))): " + text)
    }
  }

  /// The number of steps of each rung, coarsest first.
  public let steps: [Int]
  /// Heavy ball against its model.
  public let model: Comparison
  /// Heavy ball against gradient descent of equal effective step.
  public let gradientDescent: Comparison

  /// Runs the ladder.
  ///
  /// - Parameters:
  ///   - model: the model; `order` is its order k.
  ///   - effectiveStep: the step of gradient descent over h.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps of the first rung, at least 1.
  ///   - rungs: how many rungs, at least 4.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `2^rungs * steps` model steps.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, model: any ContinuousModel, effectiveStep: RationalFunction, order: Int, step: Rational,
    steps: Int, rungs: Int, integrator: any Integrator
  ) throws(DynamicsError) -> SmoothnessStudy {
    let momentum = T(problem.momentum)
    let time = T(step) * T(Double(steps))
    let ratio: T = effectiveStep.evaluate(at: momentum)
    let error = try PrincipalError<T>(problem, order: order, time: time, intervals: 8)
    let lag = try delay(problem, time: time, effectiveStep: ratio)
    var line = GradientLine<T>(problem, degree: 2)
    let direction = Array(repeating: T.zero, count: problem.start.count)
    var (fromModel, fromDescent, counts): ([[T]], [[T]], [Int]) = ([], [], [])
    var (size, finest) = (T(step), T.one)
    for level in 0..<rungs {
      var power = T.one
      for _ in 0...order { power *= size }
      let states = try DirectionalSmoothness<T>.States(
        problem, step: size, steps: steps << level, order: order, model: model, effectiveStep: ratio,
        integrator: integrator, tolerance: 1e-7 * maximumNorm(error.value) * power.doubleValue)
      let last = [states.method, states.model, states.descent].map { run in
        line(run[steps << level], along: direction).directionalSmoothness
      }
      fromModel.append([(last[0] - last[1]) / power])
      fromDescent.append([(last[0] - last[2]) / size])
      counts.append(steps << level)
      finest = power
      size *= T(0.5)
    }
    return SmoothnessStudy(
      steps: counts, model: comparison(fromModel, &line, error, power: finest),
      gradientDescent: comparison(fromDescent, &line, lag, power: size + size))
  }

  /// The leading difference of heavy ball and gradient descent of equal effective step.
  private static func delay(
    _ problem: MomentumProblem, time: T, effectiveStep: T
  ) throws(DynamicsError) -> PrincipalError<T> {
    let momentum = T(problem.momentum)
    let start: [T] = problem.startingPoint()
    var gradient = NegativeGradient<T>(program: problem.program)
    let complement = T.one - momentum
    let factor = T.zero - momentum / (complement * complement)
    var source = StationaryCounterTerms.coefficients(method: problem.method, order: 2, momentum: momentum)
    source[1] += effectiveStep * effectiveStep * T(0.5)
    return try PrincipalError<T>(
      problem, terms: .counterTerm(order: 0, of: problem, coefficients: source),
      initial: gradient(start).map { factor * $0 }, time: time, intervals: 8)
  }

  /// - Parameter power: the power of h by which the finest value is divided.
  private static func comparison(
    _ values: [[T]], _ line: inout GradientLine<T>, _ error: PrincipalError<T>, power: T
  ) -> Comparison {
    var predicted = T.zero
    var (scale, size) = (0.0, 0.0)
    for variable in error.value.indices {
      var direction = Array(repeating: T.zero, count: error.value.count)
      direction[variable] = .one
      let series = line(error.point, along: direction)
      let term = series.directionalSmoothnessDerivative * error.value[variable]
      size = abs(series.directionalSmoothness.doubleValue)
      predicted += term
      scale += abs(term.doubleValue)
    }
    return Comparison(
      values: values.map { $0[0] }, measured: RichardsonExtrapolation(values, ratio: 2), predicted: predicted,
      scale: scale, noise: 0x1p-96 * size / power.doubleValue)
  }
}
