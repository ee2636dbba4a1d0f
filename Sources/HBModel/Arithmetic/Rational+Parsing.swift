extension Rational {
  /// Reads a fraction or a decimal, exactly: `1/32`, `-3/4`, `0.1`, `1e-3`.
  ///
  /// - Parameter text: an optional sign, then either `digits/digits` or `digits[.digits][e[sign]digits]`.
  /// - Throws: `NumberFormatError` with the column of the first character that does not fit; also for a zero
  ///   denominator, and, at column 1, where the number in lowest terms leaves 128 bits.
  public init(parsing text: String) throws(NumberFormatError) {
    let parsed = try NumberText(text)
    let tooLong = parsed.error("a number whose numerator and denominator in lowest terms fit in 128 bits", at: 1)
    guard !parsed.integer.isZero else {
      self = .zero
      return
    }
    // 10^39 > 2^127, and a denominator 10^n loses by reduction no more than the digits there are.
    guard parsed.exponent < 39, parsed.exponent > -parsed.digitCount - 39 else { throw tooLong }
    let scale = Natural(powerOfTen: abs(parsed.exponent))
    let numerator = parsed.exponent > 0 ? parsed.integer * scale : parsed.integer
    let denominator = parsed.exponent < 0 ? parsed.denominator * scale : parsed.denominator
    let divisor = Natural.greatestCommonDivisor(numerator, denominator)
    guard let top = Int128(exactly: numerator.quotientAndRemainder(dividingBy: divisor).quotient),
      let bottom = Int128(exactly: denominator.quotientAndRemainder(dividingBy: divisor).quotient)
    else { throw tooLong }
    self.init(reducedNumerator: parsed.isNegative ? -top : top, denominator: bottom)
  }
}

extension Natural {
  /// The greatest common divisor of a number and a number other than zero, by Euclid's algorithm.
  fileprivate static func greatestCommonDivisor(_ first: Natural, _ second: Natural) -> Natural {
    var (larger, smaller) = (first, second)
    while !smaller.isZero { (larger, smaller) = (smaller, larger.quotientAndRemainder(dividingBy: smaller).remainder) }
    return larger
  }
}

extension Int128 {
  /// The number, where it fits.
  fileprivate init?(exactly value: Natural) {
    guard value.bitWidth <= 127 else { return nil }
    self = value.words.reversed().reduce(0) { $0 << 64 | Int128($1) }
  }
}
