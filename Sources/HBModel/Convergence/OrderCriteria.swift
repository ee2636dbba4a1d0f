/// The thresholds by which orders and principal errors are judged, in one place.
///
/// An order is an integer, so that a tenth tells it; a principal error is a real number that must be hit. Verdicts
/// need successive extrapolations to agree: where they do not, the ladder is off the asymptotic regime.
public enum OrderCriteria {
  /// The accepted distance of the observed order from the expected one, and of successive extrapolations.
  public static let orderTolerance = 0.1
  /// The accepted relative distance of the measured principal error from the predicted one.
  public static let principalErrorTolerance = 0.004
  /// How many times its own disagreement a deviation must exceed to count as real.
  ///
  /// A term of order `h^k` that is wrong in a model of order k grows like `1/h` in the scaled error; extrapolated
  /// over five rungs it deviates by 15 times its disagreement, a term of order `h^(k-1)` by 11 times.
  public static let significance = 8.0

  /// How many rungs above the floor a verdict needs.
  static let leastRungs = 4

  /// What is said where fewer are left.
  static func tooFew(_ rungs: Int) -> String { "only \(rungs) \(rungs == 1 ? "rung is" : "rungs are") above the floor" }

  static func judgeOrder(
    _ observed: (value: Double, disagreement: Double)?, expected: Int, principalError: Judgement, hint: String,
    tolerance: Double = orderTolerance
  ) -> Judgement {
    guard let observed, observed.value.isFinite, observed.disagreement <= tolerance else {
      let spread = observed.map { shortened($0.disagreement) } ?? "undefined"
      return Judgement(
        .inconclusive, "successive extrapolations of the order do not agree (they differ by \(spread)); \(hint)")
    }
    let shown = DoubleDouble(observed.value).formatted(digits: 4)
    let deviation = observed.value - Double(expected)
    if abs(deviation) <= tolerance { return Judgement(.holds, "observed order \(shown), expected \(expected)") }
    if deviation > 0 {
      // A principal error that vanishes or changes sign makes the slope exceed k+1: the constant decides.
      let text = "observed order \(shown) exceeds \(expected): the principal error vanishes or changes sign here"
      return Judgement(principalError.verdict == .holds ? .holds : .inconclusive, text)
    }
    guard -deviation > tolerance + significance * observed.disagreement else {
      return Judgement(.inconclusive, "observed order \(shown) is too uncertain to tell it from \(expected); \(hint)")
    }
    let missing = Int(observed.value.rounded())
    return Judgement(
      .falsified,
      "observed order \(shown), expected \(expected): the model misses a term of order h^\(max(0, missing))")
  }

  static func judgePrincipalError<T: Real>(
    measured: RichardsonExtrapolation<T>?, predicted: PrincipalError<T>?, hint: String
  ) -> Judgement {
    guard let measured, let predicted else {
      return Judgement(.inconclusive, "no principal error could be predicted on this horizon; \(hint)")
    }
    let size = maximumNorm(predicted.value)
    guard size > 0, predicted.errorEstimate <= principalErrorTolerance / 100 * size else {
      return Judgement(.inconclusive, "the predicted principal error vanishes or is not known well enough; \(hint)")
    }
    let deviation = maximumNorm(measured.limit, minus: predicted.value) / size
    let disagreement = measured.disagreement / size
    let figures = "differs from the predicted one by \(shortened(deviation)) of its size"
    if deviation <= principalErrorTolerance, disagreement <= principalErrorTolerance {
      return Judgement(.holds, "the measured principal error \(figures)")
    }
    if deviation > principalErrorTolerance + significance * disagreement {
      return Judgement(.falsified, "the measured principal error \(figures)")
    }
    return Judgement(
      .inconclusive,
      "successive extrapolations of the principal error do not agree (they differ by"
        + " \(shortened(disagreement)) of its size); \(hint)")
  }
}
