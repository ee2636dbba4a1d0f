/// What a convergence study is asked.
public struct StudyRequest: Sendable {
  /// The method, objective, start and momentum.
  public var problem: MomentumProblem
  /// The model that is put to the test.
  public var model: any ContinuousModel
  /// The order k of the model; k+1 is expected of the global error.
  public var order: Int
  /// The horizon T > 0.
  public var time: Rational
  /// The number of steps of the first rung; chosen from the asymptotic regime where nil.
  public var firstRung: Int?
  /// The number of rungs, each with twice the steps of the one before; at least 4.
  public var rungs: Int
  /// What solves the model.
  public var integrator: any Integrator

  /// A study of the model of order `order` over `time`.
  public init(
    _ problem: MomentumProblem, model: any ContinuousModel = PiecewiseModel(), order: Int, time: Rational,
    firstRung: Int? = nil, rungs: Int = 5, integrator: any Integrator = ExtrapolationIntegrator()
  ) {
    self.problem = problem
    self.model = model
    self.order = order
    self.time = time
    self.firstRung = firstRung
    self.rungs = rungs
    self.integrator = integrator
  }
}

/// The global error of a model on a ladder of steps, its observed order and principal error, and what follows.
public struct ConvergenceStudy<T: Real>: Sendable {
  /// What was asked.
  public let request: StudyRequest
  /// The rungs that were run, coarsest first.
  public let rungs: [Rung<T>]
  /// The rungs whose error is at least 100 times their floor, from the coarsest on.
  public let usable: Int
  /// Slopes `log2(e_i / e_{i+1})` of the terminal error, signed along its direction on the finest usable rung.
  public let slopes: [Double]
  /// The order extrapolated to h = 0, with the disagreement of successive extrapolations.
  public let observedOrder: (value: Double, disagreement: Double)?
  /// The terminal error over `h^(k+1)`, extrapolated to h = 0.
  public let measured: RichardsonExtrapolation<T>?
  /// The predicted principal error.
  public let predicted: PrincipalError<T>?
  /// Whether the observed order is the expected one.
  public let orderJudgement: Judgement
  /// Whether the measured principal error is the predicted one.
  public let principalErrorJudgement: Judgement

  /// The order that the theory gives, k+1.
  public var expectedOrder: Int { request.order + 1 }

  /// Both judgements in one: falsified where one is, holds where both do.
  ///
  /// Of a schedule that depends on the iteration itself the order alone is judged: it has no prediction.
  public var judgement: Judgement {
    if request.problem.schedule?.dependsOnIteration == true {
      let reasons = [orderJudgement.reason, principalErrorJudgement.reason]
      return Judgement(orderJudgement.verdict, reasons[0] == reasons[1] ? reasons[0] : reasons.joined(separator: "; "))
    }
    for judgement in [orderJudgement, principalErrorJudgement] where judgement.verdict == .falsified {
      return judgement
    }
    for judgement in [orderJudgement, principalErrorJudgement] where judgement.verdict == .inconclusive {
      return judgement
    }
    return Judgement(.holds, orderJudgement.reason + "; " + principalErrorJudgement.reason)
  }

  /// Runs the study.
  ///
  /// - Throws: `DynamicsError` where the objective has no finite value on the way.
  @specialized(where T == DoubleDouble)
  public static func run(_ request: StudyRequest) throws(DynamicsError) -> ConvergenceStudy {
    let time = T(request.time)
    try checkStart(request.problem, T.self)
    if let reason = try request.missingBoundOfMomentum(T.self) {
      return ConvergenceStudy(request, rungs: [], stopped: reason, regime: nil)
    }
    let regime = AsymptoticRegime(request.problem, time: time)
    guard let first = request.firstRung ?? regime.firstRung,
      first
        <= AsymptoticRegime.maximumFirstRung(
          order: request.order, rungs: request.rungs, hasVelocity: request.problem.hasVelocity)
    else {
      return ConvergenceStudy(request, beyondBound: regime)
    }
    // The maximum ignores a curvature that is not a number.
    let bounds = request.problem.regimeBounds(T.self)
    let flowTime = time.doubleValue * bounds.stepFactor / (1 - bounds.momentum)
    let intervals = Int(max(2, min(64, (flowTime * regime.curvature / 0.5).rounded(.up))))
    // Where the gradient flow cannot be followed there is no prediction, and without one no verdict.
    let predicted = try? PrincipalError<T>(
      request.problem, order: request.order, time: time, intervals: intervals)
    var rungs: [Rung<T>] = []
    do {
      for level in 0..<request.rungs {
        let steps = first << level
        rungs.append(
          try Rung(
            request.problem, model: request.model, order: request.order, time: time, steps: steps,
            integrator: request.integrator,
            tolerance: integrationTolerance(predicted, order: request.order, step: time / T(Double(steps)))))
      }
    } catch {
      // A step beyond the regime may well blow up; what has no value at a bounded state is the user's to mend.
      guard error.kind == .diverged else { throw error }
      return ConvergenceStudy(request, rungs: rungs, stopped: "\(error)", regime: regime)
    }
    return ConvergenceStudy(request, rungs: rungs, predicted: predicted, regime: regime)
  }

  /// A ten-millionth of the expected error: far below what an extrapolation over five rungs could notice.
  private static func integrationTolerance(_ predicted: PrincipalError<T>?, order: Int, step: T) -> Double {
    guard let predicted else { return 0 }
    let size = maximumNorm(predicted.value)
    return (0...order).reduce(1e-7 * size) { product, _ in product * step.doubleValue }
  }

  private init(_ request: StudyRequest, beyondBound regime: AsymptoticRegime) {
    let bound = AsymptoticRegime.maximumFirstRung(
      order: request.order, rungs: request.rungs, hasVelocity: request.problem.hasVelocity)
    let needed =
      regime.firstRung.map { "\($0)" } ?? (request.problem.schedule == nil ? "more than 2^52" : "more than 2^14")
    let wish = request.firstRung.map { "a first rung of \($0) steps is" }
    self.init(
      request, rungs: [],
      stopped: (wish ?? "the asymptotic regime needs \(needed) steps on the first rung,")
        + " above the bound of \(bound) for \(request.rungs) rungs at order \(request.order)",
      regime: request.firstRung == nil ? nil : regime)
  }

  private init(_ request: StudyRequest, rungs: [Rung<T>], stopped reason: String, regime: AsymptoticRegime?) {
    let hint = regime.map { "; " + $0.hint } ?? ""
    let judgement = Judgement(.inconclusive, reason + hint)
    self.request = request
    self.rungs = rungs
    (usable, slopes, observedOrder, measured, predicted) = (0, [], nil, nil, nil)
    (orderJudgement, principalErrorJudgement) = (judgement, judgement)
  }

  private init(
    _ request: StudyRequest, rungs: [Rung<T>], predicted: PrincipalError<T>?, regime: AsymptoticRegime
  ) {
    let usable = rungs.firstIndex { maximumNorm($0.terminalError) < 100 * $0.floor } ?? rungs.count
    let kept = Array(rungs.prefix(usable))
    let floor = rungs.dropFirst(usable).first.map {
      OrderCriteria.tooFew(usable) + ": at \($0.steps) steps the error is"
        + " \(shortened(maximumNorm($0.terminalError))), the floor \(shortened($0.floor))"
    }
    self.request = request
    self.rungs = rungs
    self.usable = usable
    self.predicted = predicted
    let analysis = LadderAnalysis(kept, order: request.order)
    slopes = analysis.slopes
    observedOrder = analysis.observedOrder
    measured = analysis.measured
    guard usable >= OrderCriteria.leastRungs else {
      let judgement = Judgement(.inconclusive, (floor ?? "fewer than four rungs") + "; four are needed")
      (orderJudgement, principalErrorJudgement) = (judgement, judgement)
      return
    }
    let principal =
      request.problem.schedule?.dependsOnIteration == true
      ? Judgement(.inconclusive, "no principal error is predicted for a schedule that depends on n itself")
      : OrderCriteria.judgePrincipalError(measured: analysis.measured, predicted: predicted, hint: regime.hint)
    let order = OrderCriteria.judgeOrder(
      analysis.observedOrder, expected: request.order + 1, principalError: principal, hint: regime.hint)
    // Two extrapolations may agree by chance on the way into the regime: a fault must show within it.
    let isInRegime = regime.requiredSteps.map { rungs[rungs.count / 2].steps >= $0 } ?? false
    func withinRegime(_ judgement: Judgement) -> Judgement {
      guard judgement.verdict == .falsified, !isInRegime else { return judgement }
      return Judgement(.inconclusive, "\(judgement.reason); but the steps are too large to tell: \(regime.hint)")
    }
    (principalErrorJudgement, orderJudgement) = (withinRegime(principal), withinRegime(order))
  }
}

extension AsymptoticRegime {
  /// How many steps the regime asks for, for a reason.
  var hint: String {
    firstRung.map { "the asymptotic regime is expected from \($0) steps on" }
      ?? (curvature.isFinite
        ? "no number of steps within reach meets the asymptotic regime" : "the curvature along the flow is not finite")
  }
}
