/// A natural number of any size, for exact conversions; not for hot paths.
///
/// Words are base 2^64, least significant first, without leading zeros; zero has none.
struct Natural: Equatable, Sendable {
  private(set) var words: [UInt64]

  /// The number with the given words, least significant first.
  init(words: [UInt64]) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
  }

  /// The number `value`.
  init(_ value: UInt128) {
    self.init(words: [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)])
  }

  /// The power of ten with the given exponent, at least 0.
  ///
  /// - Complexity: O(exponent²).
  init(powerOfTen exponent: Int) {
    var (result, rest) = (Natural(1), exponent)
    while rest >= 19 {
      result.multiply(by: 10_000_000_000_000_000_000, adding: 0)
      rest -= 19
    }
    var factor: UInt64 = 1
    for _ in 0..<rest { factor *= 10 }
    result.multiply(by: factor, adding: 0)
    self = result
  }

  /// Whether the number is zero.
  var isZero: Bool { words.isEmpty }

  /// The number of bits; 0 for zero.
  var bitWidth: Int {
    guard let top = words.last else { return 0 }
    return 64 * words.count - top.leadingZeroBitCount
  }

  /// Whether the bit of weight `2^index` is set.
  func bit(_ index: Int) -> Bool { index >> 6 < words.count && (words[index >> 6] >> UInt64(index & 63)) & 1 == 1 }

  /// Replaces the number by its product with `factor`, plus `term`.
  ///
  /// - Complexity: O(words).
  mutating func multiply(by factor: UInt64, adding term: UInt64) {
    var carry = term
    for index in words.indices {
      let (high, low) = words[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      words[index] = sum
      carry = overflow ? high + 1 : high
    }
    if carry > 0 { words.append(carry) }
    while words.last == 0 { words.removeLast() }
  }

  /// The sum.
  static func + (lhs: Natural, rhs: Natural) -> Natural {
    var result = lhs.words.count < rhs.words.count ? rhs.words : lhs.words
    let shorter = lhs.words.count < rhs.words.count ? lhs.words : rhs.words
    var carry = false
    for index in result.indices {
      if index >= shorter.count, !carry { break }
      let (first, overflow) = result[index].addingReportingOverflow(index < shorter.count ? shorter[index] : 0)
      let (second, again) = first.addingReportingOverflow(carry ? 1 : 0)
      result[index] = second
      carry = overflow || again
    }
    if carry { result.append(1) }
    return Natural(words: result)
  }

  /// The difference, where `rhs` is at most `lhs`.
  static func - (lhs: Natural, rhs: Natural) -> Natural {
    var result = lhs.words
    var borrow = false
    for index in result.indices {
      if index >= rhs.words.count, !borrow { break }
      let (first, overflow) = result[index].subtractingReportingOverflow(
        index < rhs.words.count ? rhs.words[index] : 0)
      let (second, again) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      result[index] = second
      borrow = overflow || again
    }
    return Natural(words: result)
  }

  /// The product.
  ///
  /// - Complexity: O(words of `lhs` times words of `rhs`).
  static func * (lhs: Natural, rhs: Natural) -> Natural {
    var result = [UInt64](repeating: 0, count: lhs.words.count + rhs.words.count)
    for (offset, factor) in lhs.words.enumerated() {
      var carry: UInt64 = 0
      for (index, word) in rhs.words.enumerated() {
        // At most (2^64 - 1)² + 2 (2^64 - 1) = 2^128 - 1.
        let (high, low) = factor.multipliedFullWidth(by: word)
        let sum = UInt128(high) << 64 + UInt128(low) + UInt128(result[offset + index]) + UInt128(carry)
        result[offset + index] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      result[offset + rhs.words.count] = carry
    }
    return Natural(words: result)
  }

  /// The product with `2^count`, `count` at least 0.
  static func << (value: Natural, count: Int) -> Natural {
    let (whole, part) = (count >> 6, UInt64(count & 63))
    var result = [UInt64](repeating: 0, count: whole) + value.words
    if part > 0 {
      result.append(0)
      for index in stride(from: result.count - 1, to: whole, by: -1) {
        result[index] = result[index] << part | result[index - 1] >> (64 - part)
      }
      if whole < result.count { result[whole] <<= part }
    }
    return Natural(words: result)
  }

  /// The quotient with `2^count`, rounded down; `count` at least 0.
  static func >> (value: Natural, count: Int) -> Natural {
    let (whole, part) = (count >> 6, UInt64(count & 63))
    guard whole < value.words.count else { return Natural(0) }
    var result = Array(value.words[whole...])
    if part > 0 {
      for index in result.indices {
        let above = index + 1 < result.count ? result[index + 1] : 0
        result[index] = result[index] >> part | above << (64 - part)
      }
    }
    return Natural(words: result)
  }
}

extension Natural: Comparable {
  static func < (lhs: Natural, rhs: Natural) -> Bool {
    if lhs.words.count != rhs.words.count { return lhs.words.count < rhs.words.count }
    for index in lhs.words.indices.reversed() where lhs.words[index] != rhs.words[index] {
      return lhs.words[index] < rhs.words[index]
    }
    return false
  }
}
