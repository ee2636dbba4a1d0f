/// An exact result whose numerator or denominator leaves 128 bits.
public struct ExactOverflow: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was being computed, e.g. "the coefficient of [[][]]"; empty where only the operation is known.
  public let subject: String

  /// An overflow met while computing `subject`.
  public init(subject: String = "") { self.subject = subject }

  /// One line that names the subject and the bound.
  public var description: String {
    (subject.isEmpty ? "an exact result" : subject) + " needs more than 128 bits, or divides by zero"
  }
}

/// An exact rational number in lowest terms, over 128-bit integers.
///
/// - Complexity: every operation is one or two greatest common divisors, O(log) divisions of 128-bit integers.
/// - Throws: operations throw `ExactOverflow` where the result in lowest terms, or an intermediate product of
///   coprime parts, leaves 128 bits, and for a division by zero.
public struct Rational: Field, Hashable {
  /// Operations fail where the result is too large.
  /// Operations overflow.
  public typealias Failure = ExactOverflow

  /// The numerator; carries the sign.
  public let numerator: Int128
  /// The denominator, positive and coprime to the numerator.
  public let denominator: Int128

  @usableFromInline init(reducedNumerator: Int128, denominator: Int128) {
    self.numerator = reducedNumerator
    self.denominator = denominator
  }

  /// The integer `value`.
  public init(_ value: Int) { self.init(reducedNumerator: Int128(value), denominator: 1) }

  /// The value itself; rationals are their own image.
  public init(_ value: Rational) { self = value }

  /// The quotient `numerator / denominator`, reduced.
  ///
  /// - Throws: `ExactOverflow` for a zero denominator, or where the reduced form leaves 128 bits.
  public init(_ numerator: Int128, _ denominator: Int128) throws(ExactOverflow) {
    guard denominator != 0 else { throw ExactOverflow() }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let negative = (numerator < 0) != (denominator < 0)
    guard let top = Int128(exactly: numerator.magnitude / divisor),
      let bottom = Int128(exactly: denominator.magnitude / divisor)
    else { throw ExactOverflow() }
    self.init(reducedNumerator: negative ? -top : top, denominator: bottom)
  }

  /// 0
  public static var zero: Rational { Rational(0) }
  /// 1
  public static var one: Rational { Rational(1) }

  /// The exact sum.
  public static func + (lhs: Rational, rhs: Rational) throws(ExactOverflow) -> Rational {
    if lhs.denominator == 1, rhs.denominator == 1 {
      let (sum, overflow) = lhs.numerator.addingReportingOverflow(rhs.numerator)
      guard !overflow else { throw ExactOverflow() }
      return Rational(reducedNumerator: sum, denominator: 1)
    }
    let divisor = Int128(greatestCommonDivisor(lhs.denominator.magnitude, rhs.denominator.magnitude))
    let left = try product(lhs.numerator, rhs.denominator / divisor)
    let right = try product(rhs.numerator, lhs.denominator / divisor)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw ExactOverflow() }
    // The sum can share with the common denominator only a factor of `divisor` (Knuth, TAOCP 2, 4.5.1).
    let common = Int128(greatestCommonDivisor(sum.magnitude, divisor.magnitude))
    let bottom = try product(lhs.denominator / divisor, rhs.denominator / common)
    return Rational(reducedNumerator: sum / common, denominator: bottom)
  }

  /// The exact difference.
  public static func - (lhs: Rational, rhs: Rational) throws(ExactOverflow) -> Rational { try lhs + (-rhs) }

  /// The exact product.
  public static func * (lhs: Rational, rhs: Rational) throws(ExactOverflow) -> Rational {
    let first = Int128(greatestCommonDivisor(lhs.numerator.magnitude, rhs.denominator.magnitude))
    let second = Int128(greatestCommonDivisor(rhs.numerator.magnitude, lhs.denominator.magnitude))
    return Rational(
      reducedNumerator: try product(lhs.numerator / first, rhs.numerator / second),
      denominator: try product(lhs.denominator / second, rhs.denominator / first))
  }

  /// The exact quotient.
  ///
  /// - Throws: `ExactOverflow` also where `rhs` is zero.
  public static func / (lhs: Rational, rhs: Rational) throws(ExactOverflow) -> Rational {
    try lhs * Rational(rhs.denominator, rhs.numerator)
  }

  /// The additive inverse.
  public static prefix func - (value: Rational) throws(ExactOverflow) -> Rational {
    guard value.numerator != .min else { throw ExactOverflow() }
    return Rational(reducedNumerator: -value.numerator, denominator: value.denominator)
  }

  private static func product(_ lhs: Int128, _ rhs: Int128) throws(ExactOverflow) -> Int128 {
    let (result, overflow) = lhs.multipliedReportingOverflow(by: rhs)
    guard !overflow else { throw ExactOverflow() }
    return result
  }
}

extension Rational: CustomStringConvertible {
  /// `p/q`, or `p` for an integer.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// The greatest common divisor, by Euclid's algorithm; `gcd(0, n) = n`, and 1 for two zeros.
///
/// - Complexity: O(log min) divisions, of 64-bit integers as soon as both numbers fit: 128-bit division costs thrice.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  if first == 1 || second == 1 { return 1 }
  var (larger, smaller) = (first, second)
  while smaller != 0 {
    if larger <= UInt128(UInt64.max), smaller <= UInt128(UInt64.max) {
      var (high, low) = (UInt64(truncatingIfNeeded: larger), UInt64(truncatingIfNeeded: smaller))
      while low != 0 { (high, low) = (low, high % low) }
      return UInt128(high)
    }
    (larger, smaller) = (smaller, larger % smaller)
  }
  return larger == 0 ? 1 : larger
}
