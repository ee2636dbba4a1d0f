extension DoubleDouble {
  /// Reads a fraction or a decimal and rounds it once: `1/32`, `-1e-3`, `3.14159265358979323846264338327950288`.
  ///
  /// The exact value is rounded so that `high` is the nearest double and `low` the double nearest to the rest:
  /// a relative error of at most 2^-106. Any number of digits and any exponent are read exactly; beyond the range the
  /// result is infinite or zero. `nan`, `inf` and `-inf` are read as well.
  ///
  /// - Parameter text: an optional sign, then either `digits/digits` or `digits[.digits][e[sign]digits]`.
  /// - Throws: `NumberFormatError` with the column of the first character that does not fit, and for a zero
  ///   denominator.
  public init(parsing text: String) throws(NumberFormatError) {
    switch text {
    case "nan": self = .nan
    case "inf", "+inf": self = .infinity
    case "-inf": self = -.infinity
    default:
      let parsed = try NumberText(text)
      self.init(parsed)
    }
  }

  /// The value of a number as written, rounded once.
  private init(_ parsed: NumberText) {
    let magnitude = parsed.digitCount + parsed.exponent
    if parsed.integer.isZero || magnitude < -400 {
      self.init(parsed.isNegative ? -0.0 : 0)
    } else if parsed.denominator == Natural(1), magnitude > 400 {
      self.init(parsed.isNegative ? -Double.infinity : .infinity)
    } else {
      let scale = Natural(powerOfTen: abs(parsed.exponent))
      let exact = ExactRatio(
        isNegative: parsed.isNegative,
        numerator: parsed.exponent > 0 ? parsed.integer * scale : parsed.integer,
        denominator: parsed.exponent < 0 ? parsed.denominator * scale : parsed.denominator)
      self.init(rounding: exact)
    }
  }
}

extension DoubleDouble: LosslessStringConvertible {
  /// Reads what `init(parsing:)` reads; nil for anything else.
  public init?(_ description: String) {
    guard let value = try? DoubleDouble(parsing: description) else { return nil }
    self = value
  }
}
