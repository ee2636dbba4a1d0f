extension Rational {
  /// The rational number that a double-double stands for, with evidence; nil where there is none to be believed.
  ///
  /// The first convergent of the continued fraction within the tolerance, if it is far better than chance has it: of a
  /// random real number, one in 2^20 lies as near to a fraction with so small a denominator.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - tolerance: the relative error that `value` may have.
  /// - Complexity: O(log) divisions.
  /// - SeeAlso: Hardy, Wright, *An Introduction to the Theory of Numbers*, X: a convergent `p/q` before the partial
  ///   quotient a differs from the number by about `1/(a q^2)`.
  public init?(recognizing value: DoubleDouble, tolerance: Double) {
    guard value.isFinite else { return nil }
    var rest = value
    var (older, newer): ((Int128, Int128), (Int128, Int128)) = ((0, 1), (1, 0))
    for _ in 0..<60 {
      guard let whole = rest.floor else { return nil }
      let (top, topOverflow) = whole.multipliedReportingOverflow(by: newer.0)
      let (bottom, bottomOverflow) = whole.multipliedReportingOverflow(by: newer.1)
      let (numerator, first) = top.addingReportingOverflow(older.0)
      let (denominator, second) = bottom.addingReportingOverflow(older.1)
      guard !topOverflow, !bottomOverflow, !first, !second, let convergent = try? Rational(numerator, denominator)
      else { return nil }
      let error = abs((value - DoubleDouble(convergent)).doubleValue)
      if error <= tolerance * abs(value.doubleValue) {
        let size = DoubleDouble(Rational(reducedNumerator: denominator, denominator: 1)).doubleValue
        guard error * size * size <= 0x1p-20 else { return nil }
        self = convergent
        return
      }
      rest = DoubleDouble.one / (rest - DoubleDouble(Rational(reducedNumerator: whole, denominator: 1)))
      (older, newer) = (newer, (numerator, denominator))
    }
    return nil
  }
}

extension DoubleDouble {
  /// The largest integer that is not above; nil where it has 100 bits or more.
  fileprivate var floor: Int128? {
    guard abs(high) < 0x1p100 else { return nil }
    let whole = high.rounded(.down)
    // Where the leading part is an integer the trailing one decides.
    return Int128(whole) + (whole == high ? Int128(low.rounded(.down)) : 0)
  }
}
