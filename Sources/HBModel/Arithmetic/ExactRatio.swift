/// A rational number of any size: the way of every conversion from and to decimals.
///
/// Not reduced; made for one conversion, not for arithmetic.
struct ExactRatio: Equatable, Sendable {
  /// Whether the sign is minus.
  var isNegative: Bool
  /// The absolute value of the numerator.
  var numerator: Natural
  /// The denominator, not zero.
  var denominator: Natural

  /// The ratio with the given parts.
  init(isNegative: Bool, numerator: Natural, denominator: Natural) {
    self.isNegative = isNegative
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The exact value of a rational number.
  init(_ value: Rational) {
    self.init(
      isNegative: value.numerator < 0, numerator: Natural(value.numerator.magnitude),
      denominator: Natural(value.denominator.magnitude))
  }

  /// The exact value of a finite double-double, over a power of two.
  init(_ value: DoubleDouble) {
    let top = IntegerDouble(value.high)
    let bottom = IntegerDouble(value.low)
    let scale = min(top.exponent, bottom.exponent, 0)
    let leading = Natural(UInt128(top.integer)) << (top.exponent - scale)
    let trailing = Natural(UInt128(bottom.integer)) << (bottom.exponent - scale)
    self.init(
      isNegative: value.high.sign == .minus,
      numerator: value.high.sign == value.low.sign || value.low == 0 ? leading + trailing : leading - trailing,
      denominator: Natural(1) << -scale)
  }

  /// The double nearest to the absolute value, ties to even; infinite from halfway beyond the largest double.
  func nearestMagnitude() -> Double {
    guard !numerator.isZero else { return 0 }
    // The quotient has 54 or 55 bits, more than the significand; subnormals have fewer.
    let exponent = max(numerator.bitWidth - denominator.bitWidth - 54, -1075)
    guard exponent < 1024 else { return .infinity }
    let (quotient, remainder) =
      exponent < 0
      ? (numerator << -exponent).quotientAndRemainder(dividingBy: denominator)
      : numerator.quotientAndRemainder(dividingBy: denominator << exponent)
    // A last bit for "and a little more" keeps the one rounding below right: at least one bit is cut off.
    var integer = quotient.words.first ?? 0
    let excess = max(64 - integer.leadingZeroBitCount - 53, exponent == -1075 ? 1 : 0)
    let cut = integer & (1 << UInt64(excess) - 1)
    let half: UInt64 = 1 << UInt64(excess - 1)
    integer >>= UInt64(excess)
    if cut > half || (cut == half && (!remainder.isZero || integer & 1 == 1)) { integer += 1 }
    // Exact: the integer has at most 53 bits, or is a power of two.
    return Double(integer).scaledExactly(byPowerOfTwo: exponent + excess)
  }
}

extension DoubleDouble {
  /// The value rounded once: `high` is the nearest double, `low` the double nearest to the rest.
  init(rounding value: ExactRatio) {
    let high = value.nearestMagnitude()
    var low = 0.0
    if high.isFinite {
      let main = ExactRatio(DoubleDouble(high))
      // value - high over the product of the denominators, the second of which is a power of two.
      let (first, second) = (value.numerator * main.denominator, main.numerator * value.denominator)
      let rest = ExactRatio(
        isNegative: first < second, numerator: first < second ? second - first : first - second,
        denominator: value.denominator * main.denominator)
      low = rest.isNegative ? -rest.nearestMagnitude() : rest.nearestMagnitude()
    }
    // The rest may have been rounded up to half an ulp of `high`: the sum restores the invariant.
    self.init(sum: value.isNegative ? -high : high, value.isNegative ? -low : low)
  }
}

/// A finite double as `integer * 2^exponent`, up to its sign.
private struct IntegerDouble {
  var integer: UInt64
  var exponent: Int

  init(_ value: Double) {
    let field = Int(value.exponentBitPattern)
    integer = value.significandBitPattern | (field > 0 ? 1 << 52 : 0)
    exponent = max(field, 1) - 1075
    if integer == 0 { exponent = 0 }
  }
}
