extension DoubleDouble: CustomStringConvertible {
  /// The shortest decimal that `init(parsing:)` reads back as this value; `nan`, `inf`, `-inf`.
  ///
  /// Plain from 0.00001 up to 21 integer digits, otherwise with an exponent. Up to 34 digits tell values with a full
  /// low part apart; one that is zero or far below takes more: the double 0.1 has 55 digits, all of which matter.
  public var description: String {
    guard isFinite, !isZero else { return irregularDescription ?? "0" }
    let exact = ExactRatio(self)
    // A decimal of n + 1 digits is at least as close as one of n, so nearly always it reads back if that does: the
    // search halves the interval, and what it ends with has been read back.
    var (tooShort, enough) = (0, 17)
    while !readsBack(exact.decimal(digits: enough)) { (tooShort, enough) = (enough, 2 * enough) }
    while enough - tooShort > 1 {
      let middle = (tooShort + enough) / 2
      if readsBack(exact.decimal(digits: middle)) { enough = middle } else { tooShort = middle }
    }
    return exact.decimal(digits: enough).text(plainBelow: 21)
  }

  /// The value correctly rounded (ties to even) to `digits` significant decimal digits; `nan`, `inf`, `-inf`.
  ///
  ///     try DoubleDouble(parsing: "2/3").formatted(digits: 5)  // "0.66667"
  ///     DoubleDouble(1234567).formatted(digits: 3)  // "1.23e6"
  ///
  /// Trailing zeros are kept. Plain from 0.00001 up to as many integer digits as are asked for, otherwise with an
  /// exponent.
  ///
  /// - Parameter digits: how many, at least 1; fewer count as 1.
  public func formatted(digits: Int) -> String {
    let digits = max(digits, 1)
    guard isFinite, !isZero else {
      return irregularDescription ?? (digits == 1 ? "0" : "0." + String(repeating: "0", count: digits - 1))
    }
    return ExactRatio(self).decimal(digits: digits).text(plainBelow: digits)
  }

  /// The name of a value that is not finite.
  private var irregularDescription: String? {
    if isNaN { return "nan" }
    return isInfinite ? (high > 0 ? "inf" : "-inf") : nil
  }

  /// Whether the decimal rounds to this value.
  private func readsBack(_ decimal: ScientificDecimal) -> Bool { DoubleDouble(rounding: decimal.exact) == self }
}
