/// Whether a vector that theory says is `O(h^2)` is so, judged on a ladder of steps.
///
/// The residual over h, extrapolated to h = 0, must vanish beside the effect that theory removes from it; its slope is
/// reported, and must not be below 2.
public struct SecondOrderResidual: Sendable {
  /// The step sizes, each half of the one before.
  public let steps: [Double]
  /// The residual at each of them, in the maximum norm.
  public let sizes: [Double]
  /// What is left of the effect at h = 0, as a part of it.
  public let deviation: Double
  /// The larger of the last two changes from one extrapolation to the next, as a part of the effect.
  public let disagreement: Double
  /// The slopes `log2(R_i / R_{i+1})` along the finest residual.
  public let slopes: [Double]
  /// The order extrapolated to h = 0, with the disagreement of successive extrapolations.
  public let observedOrder: (value: Double, disagreement: Double)?
  /// Whether the effect on the finest rung is at least 100000 times what rounding and integration contribute.
  public let hasEffect: Bool
  /// The conclusion.
  public let judgement: Judgement

  /// The part of the effect that may be left, a tenth of what a change of the constant by 1 % leaves.
  public static let tolerance = 1e-3
  /// How far below 2 the observed order may be.
  public static let orderTolerance = 0.1

  /// Judges the residuals of a ladder.
  ///
  /// - Parameters:
  ///   - step: the largest step size; each rung halves it.
  ///   - residuals: at least four vectors of equal length, coarsest step first.
  ///   - effect: the size of the effect over h, which the residuals would have without the law.
  ///   - floor: what rounding and integration may contribute to a residual.
  ///   - quantity: what the residual is, for the reason.
  public init(step: DoubleDouble, residuals: [[DoubleDouble]], effect: Double, floor: Double, quantity: String) {
    var size = step
    var rungs: [Rung<DoubleDouble>] = []
    for residual in residuals {
      rungs.append(
        Rung(
          steps: 0, step: size, terminalError: residual, largestError: maximumNorm(residual), floor: floor))
      size = size.scaled(byPowerOfTwo: -1)
    }
    let finest = rungs[rungs.count - 1].step.doubleValue
    let noise = 8 * floor / finest / max(effect, 1e-300)
    let scaled = RichardsonExtrapolation(rungs.map { rung in rung.terminalError.map { $0 / rung.step } }, ratio: 2)
    let analysis = LadderAnalysis(rungs.filter { $0.largestError > 100 * floor }, order: 1)
    hasEffect = effect * finest > 1e5 * floor
    steps = rungs.map(\.step.doubleValue)
    sizes = rungs.map(\.largestError)
    deviation = maximumNorm(scaled.limit) / max(effect, 1e-300)
    disagreement = scaled.disagreement / max(effect, 1e-300) + noise
    (slopes, observedOrder) = (analysis.slopes, analysis.observedOrder)
    judgement = Self.judge(
      deviation: deviation, disagreement: disagreement, order: analysis.observedOrder, quantity: quantity)
  }

  private static func judge(
    deviation: Double, disagreement: Double, order: (value: Double, disagreement: Double)?, quantity: String
  ) -> Judgement {
    let left = "\(quantity): \(shortened(deviation)) of the effect of order h is left"
    guard deviation.isFinite, disagreement.isFinite else {
      return Judgement(.inconclusive, "\(quantity): a value that is not finite")
    }
    if deviation > tolerance + OrderCriteria.significance * disagreement { return Judgement(.falsified, left) }
    guard deviation <= tolerance, disagreement <= 10 * tolerance else {
      return Judgement(
        .inconclusive, "successive extrapolations do not agree (they differ by \(shortened(disagreement))); \(left)")
    }
    guard let order, order.disagreement <= orderTolerance else { return Judgement(.holds, left) }
    let shown = "observed order \(DoubleDouble(order.value).formatted(digits: 4)), expected 2"
    if order.value >= 2 - orderTolerance { return Judgement(.holds, "\(left); \(shown)") }
    return Judgement(.inconclusive, "\(left); \(shown)")
  }
}
