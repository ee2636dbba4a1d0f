/// The order in which denominators are simple: small ones and powers of two before all others.
///
/// A person who looks for a number below 1/1000 writes 1/1024 or 1/2000, not 1/1001; so beyond 16 a
/// denominator that is not a power of two counts four times as much.
@usableFromInline enum FractionOrder {
  /// Up to this denominator all are equally welcome.
  static let familiar: UInt64 = 16

  /// What a denominator weighs.
  static func cost(_ denominator: UInt64) -> UInt64 {
    if denominator <= familiar || denominator & (denominator &- 1) == 0 { return denominator }
    let (product, overflow) = denominator.multipliedReportingOverflow(by: 4)
    return overflow ? .max : product
  }

  /// Whether one denominator is simpler than another; false for equal ones.
  static func isSimpler(_ a: UInt64, than b: UInt64) -> Bool {
    let (costA, costB) = (cost(a), cost(b))
    return costA == costB ? a < b : costA < costB
  }

  /// The bits of a denominator's weight, 0 for 1.
  static func bits(ofDenominator denominator: UInt64) -> Int {
    let cost = cost(denominator)
    return 64 - (cost &- 1).leadingZeroBitCount
  }

  /// How far numerators reach on both sides of zero, as the domain of their ranks.
  static let numeratorReach: UInt64 = 1 << 62

  /// The rank of a numerator: 0, 1, -1, 2, -2, ...
  static func rank(ofNumerator numerator: Int) -> UInt64 {
    IntegerOrder.rank(
      magnitude: UInt64(numerator.magnitude), isNegative: numerator < 0, below: numeratorReach,
      above: numeratorReach)
  }

  /// The numerator of a rank.
  static func numerator(ofRank rank: UInt64) -> Int {
    Int(truncatingIfNeeded: IntegerOrder.offset(ofRank: rank, below: numeratorReach, above: numeratorReach))
  }
}

/// The greatest common divisor; `gcd(0, b)` is b.
///
/// - Complexity: O(log min(a, b)).
@inlinable func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
