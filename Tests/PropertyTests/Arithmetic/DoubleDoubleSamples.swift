@testable import HBModel

/// Pseudo-random double-doubles, the same on every run.
struct DoubleDoubleSamples {
  private var state: UInt64

  /// The samples of a seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014).
  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// An integer in a range.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// A double with the binary exponent in a range and either sign.
  mutating func double(exponents: ClosedRange<Int>) -> Double {
    let significand = Double(bitPattern: 0x3ff0_0000_0000_0000 | bits() >> 12)
    return (bits() & 1 == 0 ? significand : -significand).scaledExactly(byPowerOfTwo: integer(in: exponents))
  }

  /// A value with the binary exponent in a range.
  ///
  /// The low part is full, zero, or far below the high part; a high part is sometimes a power of two or just beside.
  mutating func value(exponents: ClosedRange<Int>) -> DoubleDouble {
    var high = double(exponents: exponents)
    switch bits() % 8 {
    case 0: high = high.binade
    case 1: high = high.binade.nextDown
    default: break
    }
    let gap = [0, 0, 0, 0, 1, 30, 60][integer(in: 0...6)]
    let low = bits() % 8 == 0 ? 0 : high.ulp / 4 * double(exponents: (-gap - 1)...(-gap))
    return DoubleDouble(sum: high, low)
  }

  /// A value that agrees with another in many leading bits, or in all of the high part.
  mutating func neighbor(of value: DoubleDouble) -> DoubleDouble {
    DoubleDouble(
      sum: value.high + value.high.ulp * Double(integer(in: -2...2)), value.high.ulp / 8 * double(exponents: -40...0))
  }
}

/// Whether `|computed - exact| <= tenths/10 u² |exact|`, `u = 2^-53`, decided in exact arithmetic.
func isWithin(tenths: Int, of exact: ExactRatio, _ computed: DoubleDouble) -> Bool {
  guard computed.isFinite, computed == DoubleDouble(sum: computed.high, computed.low) else { return false }
  let value = ExactRatio(computed)
  let difference = value - exact
  // difference / exact = top / bottom.
  let (top, bottom) = (difference.numerator * exact.denominator, exact.numerator * difference.denominator)
  return (top * Natural(10)) << 106 <= bottom * Natural(UInt128(tenths))
}

extension ExactRatio {
  /// The exact sum, not reduced.
  static func + (lhs: ExactRatio, rhs: ExactRatio) -> ExactRatio {
    let (left, right) = (lhs.numerator * rhs.denominator, rhs.numerator * lhs.denominator)
    let denominator = lhs.denominator * rhs.denominator
    if lhs.isNegative == rhs.isNegative {
      return ExactRatio(isNegative: lhs.isNegative, numerator: left + right, denominator: denominator)
    }
    return left < right
      ? ExactRatio(isNegative: rhs.isNegative, numerator: right - left, denominator: denominator)
      : ExactRatio(isNegative: lhs.isNegative, numerator: left - right, denominator: denominator)
  }

  /// The exact difference, not reduced.
  static func - (lhs: ExactRatio, rhs: ExactRatio) -> ExactRatio {
    lhs + ExactRatio(isNegative: !rhs.isNegative, numerator: rhs.numerator, denominator: rhs.denominator)
  }

  /// The exact product, not reduced.
  static func * (lhs: ExactRatio, rhs: ExactRatio) -> ExactRatio {
    ExactRatio(
      isNegative: lhs.isNegative != rhs.isNegative, numerator: lhs.numerator * rhs.numerator,
      denominator: lhs.denominator * rhs.denominator)
  }

  /// The exact quotient by a number other than zero, not reduced.
  static func / (lhs: ExactRatio, rhs: ExactRatio) -> ExactRatio {
    ExactRatio(
      isNegative: lhs.isNegative != rhs.isNegative, numerator: lhs.numerator * rhs.denominator,
      denominator: lhs.denominator * rhs.numerator)
  }
}
