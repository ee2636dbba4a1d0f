extension DoubleDouble: Real {
  /// The rational number, correctly rounded: `high` is the nearest double, `low` the double nearest to the rest.
  public init(_ value: Rational) {
    let limit: Int128 = 1 << 53
    if value.numerator.magnitude <= limit, value.denominator <= limit {
      // Both convert exactly and so does the remainder of the division, so each part is rounded once.
      let (top, bottom) = (Double(Int64(value.numerator)), Double(Int64(value.denominator)))
      let quotient = top / bottom
      self.init(normalizedHigh: quotient, low: top.addingProduct(-quotient, bottom) / bottom)
    } else {
      self.init(rounding: ExactRatio(value))
    }
  }
}
