/// A decimal in scientific notation: `±d.ddd * 10^exponent`.
struct ScientificDecimal: Equatable, Sendable {
  /// Whether the sign is minus.
  let isNegative: Bool
  /// The digits as ASCII characters, the first not zero.
  let digits: [UInt8]
  /// The exponent of the first digit.
  let exponent: Int

  /// The exact value.
  var exact: ExactRatio {
    var numerator = Natural(0)
    for digit in digits { numerator.multiply(by: 10, adding: UInt64(digit - UInt8(ascii: "0"))) }
    let scale = exponent - digits.count + 1
    let power = Natural(powerOfTen: abs(scale))
    return ExactRatio(
      isNegative: isNegative, numerator: scale > 0 ? numerator * power : numerator,
      denominator: scale < 0 ? power : Natural(1))
  }

  /// The decimal written plainly for exponents from -5 to `limit - 1`, in scientific notation otherwise.
  func text(plainBelow limit: Int) -> String {
    let sign = isNegative ? "-" : ""
    let all = String(decoding: digits, as: UTF8.self)
    if exponent >= -5, exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + all }
    if exponent >= 0, exponent < limit {
      if exponent + 1 >= digits.count { return sign + all + String(repeating: "0", count: exponent + 1 - digits.count) }
      return sign + String(decoding: digits[...exponent], as: UTF8.self) + "."
        + String(decoding: digits[(exponent + 1)...], as: UTF8.self)
    }
    let first = String(decoding: digits[..<1], as: UTF8.self)
    let rest = digits.count > 1 ? "." + String(decoding: digits[1...], as: UTF8.self) : ""
    return sign + first + rest + "e\(exponent)"
  }
}

extension ExactRatio {
  /// The value, not zero, correctly rounded (ties to even) to the given number of significant digits, at least 1.
  func decimal(digits count: Int) -> ScientificDecimal {
    // From the numbers of bits, log10(2) being close to 1233/4096: at most one off.
    var exponent = ((numerator.bitWidth - denominator.bitWidth) * 1233) >> 12
    while true {
      let scale = count - 1 - exponent
      let power = Natural(powerOfTen: abs(scale))
      let bottom = scale < 0 ? denominator * power : denominator
      var (integer, rest) = (scale > 0 ? numerator * power : numerator).quotientAndRemainder(dividingBy: bottom)
      let excess = integer.digits.count - count
      guard excess == 0 else {
        exponent += excess
        continue
      }
      let twice = rest + rest
      if twice > bottom || (twice == bottom && integer.bit(0)) { integer = integer + Natural(1) }
      let digits = integer.digits
      // Rounding up can carry into a further digit, which leaves a zero behind.
      return ScientificDecimal(
        isNegative: isNegative, digits: Array(digits.prefix(count)), exponent: exponent + digits.count - count)
    }
  }
}

extension Natural {
  /// The decimal digits as ASCII characters; none for zero.
  ///
  /// - Complexity: O(digits²).
  var digits: [UInt8] {
    var groups: [[UInt8]] = []
    var rest = self
    let group = Natural(10_000_000_000_000_000_000)
    while !rest.isZero {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: group)
      let text = Array(String(remainder.words.first ?? 0).utf8)
      let padding = quotient.isZero ? 0 : 19 - text.count
      groups.append([UInt8](repeating: UInt8(ascii: "0"), count: padding) + text)
      rest = quotient
    }
    return Array(groups.reversed().joined())
  }
}
