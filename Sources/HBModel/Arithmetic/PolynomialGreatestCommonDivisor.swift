/// The greatest common divisor of integer polynomials, by its image modulo a prime.
///
/// Euclid's algorithm over the integers blows coefficients up far beyond those of the result. Modulo a prime nothing
/// grows: the degree found there is an upper bound, so that degree 0 proves coprimality, and a lifted candidate that
/// divides both polynomials is the greatest common divisor.
///
/// - SeeAlso: von zur Gathen, Gerhard, *Modern Computer Algebra* (2013), section 6.4.
extension PolynomialIntegers {
  /// A primitive greatest common divisor with positive leading coefficient; contents are ignored.
  ///
  /// - Throws: `ExactOverflow` where the coefficients of the divisor exceed 60 bits.
  /// - Complexity: O(product of the lengths) modular operations.
  static func greatestCommonDivisor(_ lhs: [Int128], _ rhs: [Int128]) throws(ExactOverflow) -> [Int128] {
    guard !lhs.isEmpty else { return try primitive(rhs) }
    guard !rhs.isEmpty else { return try primitive(lhs) }
    if lhs.count == 1 || rhs.count == 1 { return [1] }
    let (left, right) = (try primitive(lhs), try primitive(rhs))
    if left == right { return left }
    guard let leftLeading = left.last, let rightLeading = right.last else { return [1] }
    // The leading coefficient of the divisor divides that of both, so this multiple of it is an integer polynomial.
    let leading = Int128(exactly: HBModel.greatestCommonDivisor(leftLeading.magnitude, rightLeading.magnitude)) ?? 1
    for prime in PrimeField.primes {
      let field = PrimeField(prime: prime)
      guard field.reduced(leftLeading) != 0, field.reduced(rightLeading) != 0 else { continue }
      let image = field.greatestCommonDivisor(left.map(field.reduced), right.map(field.reduced))
      if image.count == 1 { return [1] }
      let scale = field.reduced(leading)
      let candidate = try primitive(image.map { field.symmetric(field.product($0, scale)) })
      if exactQuotient(left, by: candidate) != nil, exactQuotient(right, by: candidate) != nil { return candidate }
    }
    throw ExactOverflow(subject: "the common divisor of two polynomials")
  }

  /// The list divided by its content, with positive leading coefficient.
  private static func primitive(_ list: [Int128]) throws(ExactOverflow) -> [Int128] {
    try product(quotient(list, content(list)), (list.last ?? 1) < 0 ? -1 : 1)
  }
}

/// Arithmetic modulo a prime below 2^63.
private struct PrimeField {
  /// The second is there for a first that divides a leading coefficient or gives too large a degree.
  static let primes: [UInt64] = [mersenne, (1 << 62) - 57, (1 << 62) - 87]
  private static let mersenne: UInt64 = (1 << 61) - 1

  let prime: UInt64

  func reduced(_ value: Int128) -> UInt64 {
    let rest = value % Int128(prime)
    return UInt64(truncatingIfNeeded: rest < 0 ? rest + Int128(prime) : rest)
  }

  /// The representative of least magnitude.
  func symmetric(_ value: UInt64) -> Int128 { value > prime / 2 ? Int128(value) - Int128(prime) : Int128(value) }

  func product(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
    let (high, low) = lhs.multipliedFullWidth(by: rhs)
    guard prime == PrimeField.mersenne else { return prime.dividingFullWidth((high, low)).remainder }
    // 2^61 is 1 modulo 2^61 - 1, so the parts above and below bit 61 add; a division would cost ten times as much.
    let folded = (low & prime) + (high << 3 | low >> 61)
    return folded >= prime ? folded - prime : folded
  }

  func difference(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { lhs >= rhs ? lhs - rhs : lhs + (prime - rhs) }

  /// The inverse, by Fermat's theorem.
  func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }

  /// The monic greatest common divisor of two polynomials that are not zero.
  func greatestCommonDivisor(_ lhs: [UInt64], _ rhs: [UInt64]) -> [UInt64] {
    var (larger, smaller) = lhs.count >= rhs.count ? (lhs, monic(rhs)) : (rhs, monic(lhs))
    while !smaller.isEmpty {
      (larger, smaller) = (smaller, monic(remainder(of: larger, by: smaller)))
    }
    return monic(larger)
  }

  private func monic(_ list: [UInt64]) -> [UInt64] {
    guard let leading = list.last, leading != 1 else { return list }
    let factor = inverse(leading)
    return list.map { product($0, factor) }
  }

  /// The remainder of a division by a monic polynomial.
  private func remainder(of list: [UInt64], by divisor: [UInt64]) -> [UInt64] {
    var rest = list
    while rest.count >= divisor.count, let leading = rest.last {
      if leading != 0 {
        let shift = rest.count - divisor.count
        for j in divisor.indices { rest[shift + j] = difference(rest[shift + j], product(leading, divisor[j])) }
      }
      rest.removeLast()
    }
    while rest.last == 0 { rest.removeLast() }
    return rest
  }
}
