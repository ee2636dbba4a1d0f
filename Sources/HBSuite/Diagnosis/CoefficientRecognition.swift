import HBModel

/// The values of a coefficient at several momenta, and the rational function that they belong to.
///
/// Values are recognized as rational numbers, and those as a rational function of mu. Where the coefficient itself is
/// too long for that, its ratio to the right one or its difference from it may not be: most slips are one simple factor
/// or one wrong term.
public struct CoefficientRecognition: Equatable, Sendable {
  /// The function that was found.
  public let function: RationalFunction
  /// How many momenta it was found from.
  public let momenta: Int
  /// At how many further momenta it was checked.
  public let heldOut: Int
  /// To how many decimal digits the measured values agree with it at the worst of all these momenta.
  public let digits: Int

  /// A coefficient at one momentum.
  struct Value {
    let momentum: Rational
    let measured: DoubleDouble
    /// The error that the measurement may have.
    let noise: Double
  }

  /// What is looked at in place of the coefficient itself.
  private enum Form: CaseIterable {
    case itself, ratio, difference
  }

  /// Looks for the function; nil where none of low degree fits.
  ///
  /// - Parameter expected: the right coefficient.
  init?(_ values: [Value], expected: RationalFunction) {
    // Formulas that cancel lose digits that no measurement can see: what is not recognized with most of the digits may
    // be with fewer.
    for rounding in [0x1p-92, 0x1p-76] {
      for form in Form.allCases {
        guard let found = Self.function(of: values, expected: expected, form: form, rounding: rounding),
          let digits = Self.agreement(of: found.function, with: values)
        else { continue }
        function = found.function
        (momenta, heldOut) = (found.momenta, found.heldOut)
        self.digits = digits
        return
      }
    }
    return nil
  }

  private static func function(
    of values: [Value], expected: RationalFunction, form: Form, rounding: Double
  ) -> (function: RationalFunction, momenta: Int, heldOut: Int)? {
    let points = values.compactMap { value -> (argument: Rational, value: Rational)? in
      guard let exact = try? expected.evaluate(at: value.momentum) else { return nil }
      let right = DoubleDouble(exact)
      let seen: DoubleDouble
      var noise = value.noise + rounding * abs(value.measured.doubleValue)
      switch form {
      case .itself: seen = value.measured
      case .ratio:
        guard exact != .zero else { return nil }
        seen = value.measured / right
        noise /= abs(right.doubleValue)
      case .difference:
        seen = value.measured - right
        noise += rounding * abs(right.doubleValue)
      }
      let size = abs(seen.doubleValue)
      if size <= 32 * noise { return (value.momentum, .zero) }
      return Rational(recognizing: seen, tolerance: 32 * noise / size).map { (value.momentum, $0) }
    }
    // Every sixth is held out, long and short ones alike.
    let kept = points.indices.filter { $0 % 6 != 5 }.map { points[$0] }
    let heldOut = points.indices.filter { $0 % 6 == 5 }.map { points[$0] }
    guard heldOut.count >= 2, let found = RationalFunction.interpolating(kept, heldOut: heldOut) else { return nil }
    let whole: RationalFunction?
    switch form {
    case .itself: whole = found
    case .ratio: whole = try? found * expected
    case .difference: whole = try? found + expected
    }
    return whole.map { ($0, kept.count, heldOut.count) }
  }

  /// To how many digits the function agrees with all values; nil where it does not.
  private static func agreement(of function: RationalFunction, with values: [Value]) -> Int? {
    var worst = 0x1p-104
    for value in values {
      let own: DoubleDouble = function.evaluate(at: DoubleDouble(value.momentum))
      guard own.isFinite else { return nil }
      let error = abs((own - value.measured).doubleValue)
      // Where the function vanishes the noise is all there is.
      if own == .zero, error > 32 * value.noise { return nil }
      if own != .zero { worst = max(worst, error / abs(own.doubleValue)) }
    }
    guard worst < 1e-12 else { return nil }
    var digits = 0
    while worst < 1 { (worst, digits) = (worst * 10, digits + 1) }
    return digits - 1
  }
}
