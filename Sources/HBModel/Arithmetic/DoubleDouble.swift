/// A real number held as the unevaluated sum of two doubles, about 107 significant bits (32 decimal digits).
///
/// Invariant: where the value is finite, `high` is the double nearest to `high + low`; where it is not, `low` is zero.
/// A value has therefore one representation, up to the sign of zeros. Below, `u = 2^-53`.
///
/// Arithmetic uses sums, products, quotients, square roots and fused multiply-adds of doubles, nothing else, so
/// that a result is the same bit for bit on every platform.
///
/// Edge cases: infinities and NaN behave as in IEEE 754, an overflow gives an infinity. Error bounds of products
/// and quotients hold for results of magnitude at least 2^-916; below, the error is at most a few times 2^-1074.
/// The sign of a zero is not significant.
///
///     let third = DoubleDouble.one / 3
///     print(third)  // 0.333333333333333333333333333333332
@frozen public struct DoubleDouble: Hashable, Sendable {
  /// Operations never fail: what has no finite value is an infinity or NaN.
  public typealias Failure = Never

  /// The double nearest to the value.
  public let high: Double
  /// What `high` leaves of the value; at most half an ulp of `high`.
  public let low: Double

  /// A value whose parts satisfy the invariant already.
  @inlinable @inline(__always)
  init(normalizedHigh high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// A value whose parts satisfy the invariant already, as an error-free transformation returns them.
  @inlinable @inline(__always)
  init(_ parts: (sum: Double, error: Double)) { self.init(normalizedHigh: parts.sum, low: parts.error) }

  /// The double `value`, exact.
  @inlinable @inline(__always)
  public init(_ value: Double) { self.init(normalizedHigh: value, low: 0) }

  /// The exact sum of two doubles in any order, barring overflow.
  @inlinable
  public init(sum first: Double, _ second: Double) {
    let (sum, error) = twoSum(first, second)
    self.init(normalizedHigh: sum, low: sum.isFinite ? error : 0)
  }

  /// The integer `value`, exact.
  @inlinable
  public init(_ value: Int) {
    // Both halves convert exactly.
    let upper = value >> 32
    self.init(sum: Double(upper) * 0x1p32, Double(value - upper << 32))
  }

  /// 0
  @inlinable public static var zero: DoubleDouble { DoubleDouble(normalizedHigh: 0, low: 0) }
  /// 1
  @inlinable public static var one: DoubleDouble { DoubleDouble(normalizedHigh: 1, low: 0) }
  /// Positive infinity.
  @inlinable public static var infinity: DoubleDouble { DoubleDouble(normalizedHigh: .infinity, low: 0) }
  /// A quiet NaN.
  @inlinable public static var nan: DoubleDouble { DoubleDouble(normalizedHigh: .nan, low: 0) }

  /// The nearest double.
  @inlinable public var doubleValue: Double { high }
  /// Whether the value is neither infinite nor NaN.
  @inlinable public var isFinite: Bool { high.isFinite }
  /// Whether the value is not a number.
  @inlinable public var isNaN: Bool { high.isNaN }
  /// Whether the value is infinite.
  @inlinable public var isInfinite: Bool { high.isInfinite }
  /// Whether the value is a zero of either sign.
  @inlinable public var isZero: Bool { high == 0 }

  /// The absolute value, exact.
  @inlinable public var magnitude: DoubleDouble { high.sign == .minus ? -self : self }

  /// The product with `2^exponent`.
  ///
  /// Exact where it neither overflows nor falls below 2^-968; below, the error is at most 2^-1074.
  @inlinable
  public func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
    if exponent < -1022 || exponent > 1023 { return scaledFar(byPowerOfTwo: exponent) }
    let factor = powerOfTwo(exponent)
    let top = high * factor
    guard top.isFinite else { return DoubleDouble(top) }
    // Renormalized because both parts round where they become subnormal.
    return DoubleDouble(fastTwoSum(top, low * factor))
  }

  /// The product with `2^exponent` where that power is no normal double.
  @usableFromInline @inline(never)
  func scaledFar(byPowerOfTwo exponent: Int) -> DoubleDouble {
    // Two steps of which only the last can round: the way goes through values of middle size.
    guard high.isFinite, high != 0 else { return self }
    let (shift, own) = (min(max(exponent, -4200), 4200), Int(high.exponent))
    let middle = DoubleDouble(
      normalizedHigh: high.significand * (high.sign == .minus ? -1 : 1),
      low: low.scaledExactly(byPowerOfTwo: -own))
    let total = shift + own
    if total > 1024 { return DoubleDouble(high.sign == .minus ? -Double.infinity : .infinity) }
    if total < -1080 { return DoubleDouble(high.sign == .minus ? -0.0 : 0) }
    if total > 1022 { return middle.scaled(byPowerOfTwo: 1022).scaled(byPowerOfTwo: total - 1022) }
    if total < -1022 { return middle.scaled(byPowerOfTwo: -500).scaled(byPowerOfTwo: total + 500) }
    return middle.scaled(byPowerOfTwo: total)
  }
}

extension Double {
  /// The product with `2^exponent` in steps that stay in the range of exact powers.
  @usableFromInline
  func scaledExactly(byPowerOfTwo exponent: Int) -> Double {
    var (result, rest) = (self, exponent)
    while rest > 1000 { (result, rest) = (result * 0x1p1000, rest - 1000) }
    while rest < -1000 { (result, rest) = (result * 0x1p-1000, rest + 1000) }
    return result * powerOfTwo(rest)
  }
}
