/// The order in which floating-point numbers are simple, as a person would see it.
///
/// Whole numbers first, by size; then fractions by their denominator (1/2, 1/4, 3/4, 1/8, ...), then by
/// size; then whole numbers beyond 2^53 by their number of significant bits; what is not finite last.
@usableFromInline enum DoubleOrder {
  /// The comparison key: a class, the bits that make the number long, its size.
  struct Key {
    var group: Int
    var bits: Int
    var size: Double
    var isNegative: Bool
  }

  static func key(_ x: Double) -> Key {
    guard x.isFinite else { return Key(group: 3, bits: x.isNaN ? 1 : 0, size: 0, isNegative: x.sign == .minus) }
    let size = x.magnitude
    let isNegative = x < 0
    let bits = denominatorBits(size)
    if bits > 0 { return Key(group: 1, bits: bits, size: size, isNegative: isNegative) }
    guard size >= 0x1p53 else { return Key(group: 0, bits: 0, size: size, isNegative: isNegative) }
    return Key(group: 2, bits: size.significandWidth, size: size, isNegative: isNegative)
  }

  /// Whether `x` is simpler than `y`; false for equal ones.
  static func isSimpler(_ x: Double, than y: Double) -> Bool {
    let a = key(x)
    let b = key(y)
    if a.group != b.group { return a.group < b.group }
    if a.bits != b.bits { return a.bits < b.bits }
    if a.size != b.size { return a.size < b.size }
    return !a.isNegative && b.isNegative
  }

  /// The exponent k of the smallest power of two for which `x * 2^k` is a whole number; 0 for whole numbers.
  static func denominatorBits(_ x: Double) -> Int {
    guard x.isFinite, x != 0 else { return 0 }
    return max(0, x.significandWidth - Int(x.exponent))
  }

  /// What a number adds to the length of a sequence's fractions.
  static func fractionBits(_ x: Double) -> Int {
    guard x.isFinite else { return 2000 }
    let bits = denominatorBits(x)
    if bits > 0 { return bits }
    return x.magnitude >= 0x1p53 ? x.significandWidth : 0
  }

  /// The simplest number of a closed range.
  ///
  /// - Complexity: O(b) for a result whose denominator is 2^b, at most some 1100 steps.
  static func simplest(in range: ClosedRange<Double>) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low <= 0 && high >= 0 { return 0 }
    // mirror a negative range
    if high < 0 { return -simplest(in: -high ... -low) }
    var bits = low >= 0x1p53 ? -Int(low.exponent) - 1 : 0
    while bits <= 1074 {
      let candidate = ceiling(low, bits: bits)
      if candidate <= high { return candidate }
      bits += 1
    }
    return low
  }

  /// The least multiple of 2^-bits that is not below `x` (x > 0).
  static func ceiling(_ x: Double, bits: Int) -> Double {
    let below = floor(x, bits: bits)
    return below == x ? x : below + power(-bits)
  }

  /// The largest multiple of 2^-bits that is not above `x` (x >= 0).
  static func floor(_ x: Double, bits: Int) -> Double {
    guard x > 0 else { return 0 }
    // The lowest place of x has the weight 2^(exponent - 52); places below 2^-bits are dropped.
    let lowest = Int(x.ulp.exponent)
    let dropped = -bits - lowest
    if dropped <= 0 { return x }
    if -bits > Int(x.exponent) { return 0 }
    let pattern = x.bitPattern
    return Double(bitPattern: pattern & ~((UInt64(1) << UInt64(dropped)) &- 1))
  }

  /// 2^exponent, exact; zero below the smallest subnormal number, infinite above the largest.
  static func power(_ exponent: Int) -> Double {
    if exponent > 1023 { return .infinity }
    if exponent >= -1022 { return Double(sign: .plus, exponent: exponent, significand: 1) }
    if exponent >= -1074 { return Double(bitPattern: UInt64(1) << UInt64(exponent + 1074)) }
    return 0
  }
}
