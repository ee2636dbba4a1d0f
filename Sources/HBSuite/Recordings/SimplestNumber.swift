import HBModel

/// Numbers that a person would have typed.
enum SimplestNumber {
  /// The numbers within `error` of `value` that are most likely meant: the nearest of the `known` ones, the fraction with
  /// the smallest denominator, the decimal with the fewest digits.
  static func candidates(near value: Double, error: Double, known: [Rational] = []) -> [Rational] {
    let width = max(error, 0x1p-48 * abs(value))
    var result = known.filter { abs(DoubleDouble($0).doubleValue - value) <= width }
    for candidate in [fraction(from: value - width, to: value + width), decimal(near: value, within: width)] {
      if let candidate, !result.contains(candidate) { result.append(candidate) }
    }
    return result
  }

  /// The fraction with the smallest denominator in an interval of positive numbers, by continued fractions; nil where
  /// it does not fit.
  static func fraction(from low: Double, to high: Double) -> Rational? {
    guard low > 0 else { return low <= 0 && high >= 0 ? Rational.zero : nil }
    guard high < 1e15 else { return nil }
    var terms: [Int] = []
    var (low, high) = (low, high)
    while terms.count < 24 {
      let whole = low.rounded(.down)
      if whole == low || whole + 1 <= high {
        terms.append(Int(whole == low ? whole : whole + 1))
        break
      }
      terms.append(Int(whole))
      (low, high) = (1 / (high - whole), 1 / (low - whole))
      guard low < 1e15, high.isFinite else { break }
    }
    var value: Rational?
    for term in terms.reversed() {
      guard let rest = value else {
        value = Rational(term)
        continue
      }
      value = try? Rational(term) + .one / rest
      if value == nil { return nil }
    }
    return value
  }

  /// The decimal with the fewest digits within `width` of a number.
  static func decimal(near value: Double, within width: Double) -> Rational? {
    for digits in 1...15 {
      let text = DoubleDouble(value).formatted(digits: digits)
      guard let candidate = try? Rational(parsing: text) else { return nil }
      if abs(DoubleDouble(candidate).doubleValue - value) <= width { return candidate }
    }
    return nil
  }
}

extension Rational {
  /// The number as a person writes it: a decimal where it has a short one, otherwise a fraction.
  public var readable: String {
    let decimal = DoubleDouble(self).formatted(digits: 12)
    var text = decimal
    if text.contains("."), !text.contains("e") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return (try? Rational(parsing: text)) == self && text.count <= 10 ? text : description
  }
}
