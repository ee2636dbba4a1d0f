import HBModel

/// The error of the models of several orders against the step size, with what theory predicts.
public struct StepLadderExperiment: Sendable {
  /// One order.
  public struct Ladder: Sendable {
    /// The order k of the model.
    public let order: Int
    /// The step sizes, largest first.
    public let steps: [Double]
    /// The sizes of the terminal error, in the maximum norm.
    public let errors: [Double]
    /// The size of the predicted principal error: the error tends to `principalError * h^(k+1)`.
    public let principalError: Double
    /// The slope of the line through the two finest rungs.
    public let slope: Double
    /// The order extrapolated to h = 0.
    public let observedOrder: Double?
    /// Whether order and principal error are what they must be.
    public let judgement: Judgement
  }

  /// The setting; its step is the largest, its steps those of the first rung.
  public let setting: TrackedRun.Setting
  /// The horizon.
  public let time: Rational
  /// The number of rungs.
  public let rungs: Int
  /// The ladders, by order.
  public let ladders: [Ladder]

  /// Studies the models of `orders`.
  ///
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective.
  init(
    _ setting: TrackedRun.Setting, time: Rational, orders: ClosedRange<Int>, rungs: Int, threads: Int
  ) throws(DynamicsError) {
    self.setting = setting
    self.time = time
    self.rungs = rungs
    let wanted = Array(orders.reversed())
    // The highest order takes longest and goes first.
    let results = concurrentMap(wanted.count, threads: threads) { index -> Result<Ladder, DynamicsError> in
      Result { () throws(DynamicsError) in try StepLadderExperiment.ladder(wanted[index], setting, time, rungs) }
    }
    var ladders: [Ladder] = []
    for result in results { ladders.append(try result.get()) }
    self.ladders = ladders.reversed()
  }

  private static func ladder(
    _ order: Int, _ setting: TrackedRun.Setting, _ time: Rational, _ rungs: Int
  ) throws(DynamicsError) -> Ladder {
    let study = try ConvergenceStudy<DoubleDouble>.run(
      StudyRequest(setting.problem, order: order, time: time, firstRung: setting.steps, rungs: rungs))
    let kept = study.rungs.prefix(study.usable)
    return Ladder(
      order: order, steps: kept.map(\.step.doubleValue), errors: kept.map { maximumNorm($0.terminalError) },
      principalError: study.predicted.map { maximumNorm($0.value) } ?? .nan, slope: study.slopes.last ?? .nan,
      observedOrder: study.observedOrder?.value, judgement: study.judgement)
  }
}
