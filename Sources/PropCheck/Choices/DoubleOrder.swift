/// The order in which floating-point numbers are simple, as a person would see it.
///
/// Whole numbers first, by size; then fractions by their denominator (1/2, 1/4, 3/4, 1/8, ...), then by
/// size; then whole numbers beyond 2^53 by their number of decimal digits (1e17, 2e17, 1e18, 1.1e17); what is not
/// finite last.
///
/// A denominator is a power of two or a power of ten, whichever makes it lighter. It weighs its bits: 4 for 16, 4 for
/// 10, 7 for 100. As nobody knows the digits of a large power of two by heart, those beyond 1024 weigh double: a person
/// who looks for a number below 1/1000 writes 1/1024, but 1e-9 for one below 1e-8.
@usableFromInline enum DoubleOrder {
  /// The comparison key: a class, what makes the number long, its size.
  struct Key {
    var group: Int
    var length: Int
    var size: Double
    var isNegative: Bool
  }

  static func key(_ x: Double) -> Key {
    guard x.isFinite else { return Key(group: 3, length: x.isNaN ? 1 : 0, size: 0, isNegative: x.sign == .minus) }
    let size = x.magnitude
    let isNegative = x < 0
    let weight = denominatorWeight(size)
    if weight > 0 { return Key(group: 1, length: weight, size: size, isNegative: isNegative) }
    guard size >= 0x1p53 else { return Key(group: 0, length: 0, size: size, isNegative: isNegative) }
    return Key(group: 2, length: ShortestDecimal(size).count, size: size, isNegative: isNegative)
  }

  /// Whether `x` is simpler than `y`; false for equal ones.
  static func isSimpler(_ x: Double, than y: Double) -> Bool {
    let a = key(x)
    let b = key(y)
    if a.group != b.group { return a.group < b.group }
    if a.length != b.length { return a.length < b.length }
    if a.size != b.size { return a.size < b.size }
    return !a.isNegative && b.isNegative
  }

  /// The exponent k of the smallest power of two for which `x * 2^k` is a whole number; 0 for whole numbers.
  static func denominatorBits(_ x: Double) -> Int {
    guard x.isFinite, x != 0 else { return 0 }
    return max(0, x.significandWidth - Int(x.exponent))
  }

  /// Up to this power of two a denominator is familiar.
  static let familiarBits = 10

  /// What 2^bits weighs as a denominator.
  static func weight(ofBits bits: Int) -> Int { bits <= familiarBits ? bits : 2 * bits }

  /// What 10^places weighs as a denominator: its bits, with log2(10) just below 3.322.
  static func weight(ofPlaces places: Int) -> Int { (places * 3322 + 999) / 1000 }

  /// What the lighter denominator of a number weighs; 0 for whole numbers.
  static func denominatorWeight(_ x: Double) -> Int {
    let bits = denominatorBits(x)
    let binary = weight(ofBits: bits)
    // one decimal place weighs 4
    guard binary > weight(ofPlaces: 1) else { return binary }
    return min(binary, weight(ofPlaces: ShortestDecimal(x.magnitude).places))
  }

  /// What a number adds to the length of a sequence's fractions; in the order of the groups above.
  static func fractionBits(_ x: Double) -> Int {
    guard x.isFinite else { return 4000 }
    let weight = denominatorWeight(x)
    if weight > 0 { return weight }
    // no denominator weighs as much: that of 5e-324 weighs 1077
    return x.magnitude >= 0x1p53 ? 2000 + ShortestDecimal(x.magnitude).count : 0
  }
}
