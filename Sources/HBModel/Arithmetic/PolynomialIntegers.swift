/// Arithmetic of integer coefficient lists, the lowest power first; the empty list is zero, and the last entry of any
/// other is not zero.
enum PolynomialIntegers {
  /// The list without trailing zeros.
  static func trimmed(_ list: [Int128]) -> [Int128] {
    guard list.last == 0 else { return list }
    let end = list.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    return Array(list[..<end])
  }

  /// The number of bits of the largest magnitude.
  static func bitWidth(_ list: [Int128]) -> Int {
    // The union of the bits has the width of the widest.
    let bits = list.reduce(UInt128.zero) { $0 | $1.magnitude }
    return UInt128.bitWidth - bits.leadingZeroBitCount
  }

  /// The product.
  ///
  /// - Throws: `ExactOverflow` where a coefficient or a partial sum of one leaves 128 bits.
  /// - Complexity: O(product of the lengths).
  static func product(_ lhs: [Int128], _ rhs: [Int128]) throws(ExactOverflow) -> [Int128] {
    guard !lhs.isEmpty, !rhs.isEmpty else { return [] }
    var result = [Int128](repeating: 0, count: lhs.count + rhs.count - 1)
    let (left, right) = (bitWidth(lhs), bitWidth(rhs))
    let shorter = min(lhs.count, rhs.count)
    let terms = Int.bitWidth - shorter.leadingZeroBitCount
    if left + right + terms < 127 {
      // No sum of `shorter` products can leave 128 bits: nothing to check.
      if left < 63, right < 63 {
        let narrow = rhs.map { Int64(truncatingIfNeeded: $0) }
        for i in lhs.indices {
          let factor = Int64(truncatingIfNeeded: lhs[i])
          for j in narrow.indices {
            let (high, low) = factor.multipliedFullWidth(by: narrow[j])
            result[i + j] &+= Int128(_low: low, _high: high)
          }
        }
      } else {
        for i in lhs.indices {
          for j in rhs.indices { result[i + j] &+= lhs[i] &* rhs[j] }
        }
      }
      return result
    }
    var overflowed = false
    for i in lhs.indices where lhs[i] != 0 {
      for j in rhs.indices {
        let (term, first) = lhs[i].multipliedReportingOverflow(by: rhs[j])
        let (sum, second) = result[i + j].addingReportingOverflow(term)
        result[i + j] = sum
        overflowed = overflowed || first || second
      }
    }
    guard !overflowed else { throw ExactOverflow() }
    return result
  }

  /// The product with an integer.
  ///
  /// - Throws: `ExactOverflow` where a coefficient leaves 128 bits.
  static func product(_ list: [Int128], _ factor: Int128) throws(ExactOverflow) -> [Int128] {
    guard factor != 1 else { return list }
    guard factor != 0 else { return [] }
    var result = list
    for i in list.indices {
      let (value, overflow) = list[i].multipliedReportingOverflow(by: factor)
      guard !overflow else { throw ExactOverflow() }
      result[i] = value
    }
    return result
  }

  /// The sum.
  ///
  /// - Throws: `ExactOverflow` where a coefficient leaves 128 bits.
  static func sum(_ lhs: [Int128], _ rhs: [Int128]) throws(ExactOverflow) -> [Int128] {
    guard lhs.count >= rhs.count else { return try sum(rhs, lhs) }
    var result = lhs
    for i in rhs.indices {
      let (value, overflow) = lhs[i].addingReportingOverflow(rhs[i])
      guard !overflow else { throw ExactOverflow() }
      result[i] = value
    }
    return trimmed(result)
  }

  /// The list with all signs changed.
  ///
  /// - Throws: `ExactOverflow` for the one integer that has no negative.
  static func negated(_ list: [Int128]) throws(ExactOverflow) -> [Int128] { try product(list, -1) }

  /// The greatest common divisor of the coefficients and of `start`; 1 where all are zero.
  ///
  /// - Complexity: one greatest common divisor a coefficient, none once 1 is reached.
  static func content(_ list: [Int128], with start: UInt128 = 0) -> Int128 {
    var divisor = start
    for coefficient in list where divisor != 1 && coefficient != 0 {
      divisor = HBModel.greatestCommonDivisor(divisor, coefficient.magnitude)
    }
    return divisor == 0 ? 1 : Int128(exactly: divisor) ?? 1
  }

  /// The list divided by a positive integer that divides each coefficient.
  static func quotient(_ list: [Int128], _ divisor: Int128) -> [Int128] {
    divisor == 1 ? list : list.map { $0 / divisor }
  }

  /// The quotient where `divisor` divides `list` with an integer quotient; nil otherwise, or where it overflows.
  ///
  /// - Precondition: `divisor` is not zero.
  /// - Complexity: O(product of the lengths of divisor and quotient).
  static func exactQuotient(_ list: [Int128], by divisor: [Int128]) -> [Int128]? {
    guard let leading = divisor.last else { return nil }
    guard list.count >= divisor.count else { return list.isEmpty ? [] : nil }
    var remainder = list
    var result = [Int128](repeating: 0, count: list.count - divisor.count + 1)
    for position in result.indices.reversed() {
      let top = remainder[position + divisor.count - 1]
      // Divisors are powers of 1 - mu in the main, and a division of 128 bits costs more than all the rest.
      let coefficient: Int128
      if leading.magnitude == 1 {
        let (product, overflow) = top.multipliedReportingOverflow(by: leading)
        guard !overflow else { return nil }
        coefficient = product
      } else {
        let (quotient, rest) = top.quotientAndRemainder(dividingBy: leading)
        guard rest == 0 else { return nil }
        coefficient = quotient
      }
      result[position] = coefficient
      guard coefficient != 0 else { continue }
      for j in divisor.indices {
        let (term, first) = divisor[j].multipliedReportingOverflow(by: coefficient)
        let (value, second) = remainder[position + j].subtractingReportingOverflow(term)
        guard !first, !second else { return nil }
        remainder[position + j] = value
      }
    }
    return remainder.allSatisfy { $0 == 0 } ? result : nil
  }

  /// The number of times `factor` divides `list`, and what is left then.
  static func dividingOut(_ factor: [Int128], of list: [Int128]) -> (power: Int, rest: [Int128]) {
    var rest = list
    var power = 0
    while rest.count >= factor.count, let quotient = exactQuotient(rest, by: factor) {
      rest = quotient
      power += 1
    }
    return (power, rest)
  }

  /// The power of a list.
  ///
  /// - Throws: `ExactOverflow` where a coefficient leaves 128 bits.
  static func power(_ base: [Int128], _ exponent: Int) throws(ExactOverflow) -> [Int128] {
    var result: [Int128] = [1]
    for _ in 0..<exponent { result = try product(result, base) }
    return result
  }
}
