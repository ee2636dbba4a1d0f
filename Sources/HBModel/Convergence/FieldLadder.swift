/// The global error of any field of trees on a ladder of steps, from the start that suits it, and its observed order.
///
/// The sibling of `ConvergenceStudy` that can also start on the slow manifold. There the method and the stationary model
/// separate like `h^(k+1) E(t)` with the same principal error E, for the start is wrong by `O(h^(k+2))` only.
public struct FieldLadder<T: Real>: Sendable {
  /// The order k of the model.
  public let order: Int
  /// The number of steps of each rung, coarsest first.
  public let steps: [Int]
  /// The size of the terminal error on each rung, in the maximum norm.
  public let errors: [Double]
  /// The slopes `log2(e_i / e_{i+1})` of the usable rungs.
  public let slopes: [Double]
  /// The order extrapolated to h = 0, with the disagreement of successive extrapolations.
  public let observedOrder: (value: Double, disagreement: Double)?
  /// The error over `h^(k+1)`, extrapolated to h = 0.
  public let measured: RichardsonExtrapolation<T>?
  /// Whether `measured` is the predicted principal error.
  public let principalErrorJudgement: Judgement
  /// Whether the observed order is k+1; where it exceeds that, the principal error decides.
  public let judgement: Judgement

  /// Runs the ladder of a model that is given by its coefficients.
  ///
  /// - Parameters:
  ///   - start: how the method is started.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps of the first rung, at least 1.
  ///   - rungs: how many rungs, at least 4.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `2^rungs * steps` model steps.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, model: any ContinuousModel, start: ModelStart, order: Int, step: Rational, steps: Int,
    rungs: Int, integrator: any Integrator
  ) throws(DynamicsError) -> FieldLadder {
    let table: CoefficientTable<T> = model.coefficients(
      of: problem.method, order: order + 1, momentum: T(problem.momentum), iterations: steps << (rungs - 1))
    return try run(
      problem, start: start, order: order, step: step, steps: steps, rungs: rungs, integrator: integrator
    ) { ModelField(problem, table: table, order: order, step: $0) }
  }

  /// Runs the ladder of any field.
  ///
  /// - Parameters:
  ///   - start: how the method is started.
  ///   - order: the order k that the field is said to have.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps of the first rung, at least 1.
  ///   - rungs: how many rungs, at least 4.
  ///   - field: the field for a step size.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `2^rungs * steps` model steps.
  public static func run<F: GridField>(
    _ problem: MomentumProblem, start: ModelStart, order: Int, step: Rational, steps: Int, rungs: Int,
    integrator: any Integrator, field: (T) -> F
  ) throws(DynamicsError) -> FieldLadder where F.Scalar == T {
    let time = T(step) * T(Double(steps))
    let predicted = try PrincipalError<T>(problem, order: order, time: time, intervals: 8)
    var list: [Rung<T>] = []
    var size = T(step)
    for level in 0..<rungs {
      let tolerance = (0...order).reduce(1e-7 * maximumNorm(predicted.value)) { product, _ in
        product * size.doubleValue
      }
      var own = field(size)
      list.append(
        try Rung(
          problem, field: &own, start: start, step: size, steps: steps << level, integrator: integrator,
          tolerance: tolerance))
      size *= T(0.5)
    }
    return FieldLadder(list, order: order, predicted: predicted)
  }

  /// The ladder of rungs that were run, coarsest first.
  ///
  /// - Parameter tolerance: how far the observed order may be from k+1.
  init(
    _ rungs: [Rung<T>], order: Int, predicted: PrincipalError<T>, tolerance: Double = OrderCriteria.orderTolerance
  ) {
    let kept = Array(rungs.prefix { maximumNorm($0.terminalError) >= 100 * $0.floor })
    self.order = order
    steps = rungs.map(\.steps)
    errors = rungs.map { maximumNorm($0.terminalError) }
    guard kept.count >= OrderCriteria.leastRungs else {
      (slopes, observedOrder, measured) = ([], nil, nil)
      judgement = Judgement(.inconclusive, OrderCriteria.tooFew(kept.count) + "; four are needed")
      principalErrorJudgement = judgement
      return
    }
    let analysis = LadderAnalysis(kept, order: order)
    slopes = analysis.slopes
    observedOrder = analysis.observedOrder
    measured = analysis.measured
    let hint = "the ladder may be off the asymptotic regime"
    principalErrorJudgement = OrderCriteria.judgePrincipalError(
      measured: analysis.measured, predicted: predicted, hint: hint)
    judgement = OrderCriteria.judgeOrder(
      analysis.observedOrder, expected: order + 1, principalError: principalErrorJudgement, hint: hint,
      tolerance: tolerance)
  }
}

extension Rung {
  /// Runs method and model with `steps` steps of size `step`, the method started as `start` says.
  ///
  /// - Throws: `DynamicsError` where either trajectory leaves the domain of the objective or diverges.
  init<F: GridField>(
    _ problem: MomentumProblem, field: inout F, start: ModelStart, step: T, steps: Int, integrator: any Integrator,
    tolerance: Double
  ) throws(DynamicsError) where F.Scalar == T {
    var before: [T]?
    if start == .slowManifold {
      before = try problem.stateBeforeStart(field: &field, step: step, integrator: integrator)
    }
    let method = try MethodRun<T>(problem, step: step, steps: steps, previous: before)
    let solved = try ModelRun<T>(
      problem, field: &field, step: step, steps: steps, integrator: integrator, tolerance: tolerance)
    let errors = zip(method.states, solved.states).map { own, other in zip(own, other).map { $0 - $1 } }
    let scale = method.states.reduce(1) { max($0, maximumNorm($1)) }
    // Rounding errors of 2^-104 a step accumulate like a random walk, and momentum carries each of them on.
    let rounding = Double(steps).squareRoot() * 0x1p-103 * scale / (1 - T(problem.momentum).doubleValue)
    self.steps = steps
    self.step = step
    terminalError = errors[steps]
    largestError = errors.reduce(0) { max($0, maximumNorm($1)) }
    floor = rounding + solved.errorEstimate
  }
}
