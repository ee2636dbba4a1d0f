extension DoubleDouble {
  /// The power `x^y`; relative error at most `2^-98 max(1, |y log x| / 16)` where the result is at least 2^-916.
  ///
  /// Integer exponents up to 16 in magnitude are products, so that a result that fits is exact.
  ///
  /// Edge cases, as in IEEE 754 (9.2.1): `pow(x, 0) = 1` and `pow(1, y) = 1` also for NaN; a negative `x` has powers
  /// for integer `y` only, NaN otherwise; `pow(±0, y)` is infinite for y < 0 and zero for y > 0;
  /// `pow(-1, ±inf) = 1`.
  public static func pow(_ x: DoubleDouble, _ y: DoubleDouble) -> DoubleDouble {
    if y.isZero || x == one { return one }
    if x.isNaN || y.isNaN { return nan }
    let parity = Parity(y)
    if x.isFinite, !x.isZero, y.low == 0, y.high.magnitude <= 16, parity != .fraction {
      let product = integerPower(x, Int(y.high.magnitude))
      if y.high > 0 { return product }
      // An inexact end of the range is left to the general way.
      if product.isFinite, product.high.magnitude > 0x1p-900 { return one / product }
    }
    if x.high < 0, x.isFinite, parity == .fraction, y.isFinite { return nan }
    let size = x.magnitude
    let result: DoubleDouble
    if size.isZero || size.isInfinite || y.isInfinite {
      if size == one { return one }
      // Only the side of one and the sign of the exponent matter.
      result = (size > one) == (y.high > 0) ? infinity : zero
    } else {
      result = exp(y * log(size))
    }
    return parity == .odd && x.high.sign == .minus ? -result : result
  }

  /// `x^exponent` for `exponent > 0` by repeated squaring.
  private static func integerPower(_ x: DoubleDouble, _ exponent: Int) -> DoubleDouble {
    var (base, rest) = (x, exponent)
    while rest & 1 == 0 { (base, rest) = (base * base, rest >> 1) }
    var result = base
    rest >>= 1
    while rest > 0 {
      base = base * base
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
    }
    return result
  }

  /// What decides the sign of a power of a negative number.
  private enum Parity {
    case even, odd, fraction

    init(_ value: DoubleDouble) {
      // Infinity is even: every double from 2^54 on is. A fraction in either part cannot be made up by the other.
      let parts = (Parity(value.high), Parity(value.low))
      switch parts {
      case (.fraction, _), (_, .fraction): self = .fraction
      case (.odd, .even), (.even, .odd): self = .odd
      default: self = .even
      }
    }

    init(_ value: Double) {
      guard value.magnitude < 0x1p53 else {
        self = .even
        return
      }
      let integer = Int64(value)
      self = Double(integer) != value ? .fraction : integer & 1 == 0 ? .even : .odd
    }
  }
}
