import HBModel

/// The zoo of models beside heavy ball on one problem: their errors over time, and the orders seen at the end.
public struct ModelComparison: Sendable {
  /// One model.
  public struct Series: Sendable {
    /// Which model.
    public let kind: ComparisonModel.Kind
    /// How heavy ball was started beside it.
    public let start: ModelStart
    /// The order of the error at a fixed time that theory gives.
    public let order: Int
    /// `|heavy ball - model|` in the maximum norm at each time; empty where the model cannot be followed.
    public let errors: [Double]
    /// The order seen: the slope of the error at the end from the step h to h/2; nil where there is none.
    public let observedOrder: Double?
    /// Why the model cannot be followed; nil where it can.
    public let failure: String?
  }

  /// Heavy ball on its objective.
  public let problem: MomentumProblem
  /// The step size h.
  public let step: Rational
  /// The number of steps.
  public let steps: Int
  /// The iterations at which the models are compared, ascending; the last is the end.
  public let iterations: [Int]
  /// One series for each model, in the order of the zoo.
  public let series: [Series]

  /// The time of an iteration.
  public func time(_ iteration: Int) -> DoubleDouble { DoubleDouble(step) * DoubleDouble(iteration) }

  /// Compares the models of `zoo`.
  ///
  /// - Parameters:
  ///   - problem: heavy ball on its objective.
  ///   - step: h > 0.
  ///   - steps: how many steps, at least 1.
  ///   - iterations: where to compare, ascending and above 0, the last `steps`; at the end, the half, the quarter and so
  ///     on, seven at most, where nil.
  ///   - zoo: the models.
  /// - Throws: `DynamicsError` where heavy ball leaves the domain of the objective or diverges.
  /// - Complexity: for each model three times `steps` gradients; a per-iteration model is solved on every interval until
  ///   its warm-up is over.
  public init(
    _ problem: MomentumProblem, step: Rational, steps: Int, iterations: [Int]? = nil, zoo: ModelZoo = .standard
  ) throws(DynamicsError) {
    let visits = iterations ?? Self.halvings(of: steps)
    let h = DoubleDouble(step)
    _ = try MethodRun<DoubleDouble>(problem, step: h, steps: steps)
    self.problem = problem
    self.step = step
    self.steps = steps
    self.iterations = visits
    series = zoo.models.map { model in
      let order = model.kind.order(momentum: problem.momentum)
      do {
        let errors = try Self.errors(of: model, problem, step: h, visits: visits)
        let finer = try? Self.errors(of: model, problem, step: h.scaled(byPowerOfTwo: -1), visits: [2 * steps])
        let slope = finer.flatMap { Self.slope(errors[errors.count - 1], $0[0]) }
        return Series(
          kind: model.kind, start: model.start, order: order, errors: errors, observedOrder: slope, failure: nil)
      } catch {
        return Series(
          kind: model.kind, start: model.start, order: order, errors: [], observedOrder: nil, failure: "\(error)")
      }
    }
  }

  private static func halvings(of steps: Int) -> [Int] {
    var result: [Int] = []
    var iteration = steps
    while iteration > 0, result.count < 7 {
      result.append(iteration)
      iteration /= 2
    }
    return result.reversed()
  }

  private static func errors(
    of model: ComparisonModel, _ problem: MomentumProblem, step: DoubleDouble, visits: [Int]
  ) throws(DynamicsError) -> [Double] {
    let integrator = ExtrapolationIntegrator()
    let method = try model.method(problem, step: step, steps: visits.last ?? 0, integrator: integrator)
    let scale = maximumNorm(method.states[0]) + 1
    func errors(tolerance: Double) throws(DynamicsError) -> (values: [Double], estimate: Double) {
      let run = try model.solve(problem, step: step, visits: visits, integrator: integrator, tolerance: tolerance)
      let values = zip(visits, run.states.dropFirst()).map { maximumNorm(method.states[$0], minus: $1) }
      return (values, run.errorEstimate)
    }
    let quick = try errors(tolerance: 1e-13 * scale)
    // Digits that an error this small needs are asked for only here: they cost three times as much.
    guard let least = quick.values.min(), least < 1000 * quick.estimate else { return quick.values }
    return try errors(tolerance: 0).values
  }

  /// The slope from one error to that of half the step; nil where one vanishes.
  private static func slope(_ coarse: Double, _ fine: Double) -> Double? {
    guard coarse > 0, fine > 0 else { return nil }
    let slope = DoubleDouble.log(DoubleDouble(coarse) / DoubleDouble(fine)) / DoubleDouble.log(DoubleDouble(2))
    return slope.isFinite ? slope.doubleValue : nil
  }
}
