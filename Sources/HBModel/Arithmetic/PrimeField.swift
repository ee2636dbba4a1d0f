/// Arithmetic modulo a prime below 2^63.
struct PrimeField {
  /// The second is there for a first that divides a leading coefficient or gives too large a degree.
  static let primes: [UInt64] = [mersenne, (1 << 62) - 57, (1 << 62) - 87]
  static let mersenne: UInt64 = (1 << 61) - 1

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

  func sum(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { difference(lhs, difference(0, rhs)) }

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

  /// The image of a rational number; nil where the prime divides its denominator.
  func image(of value: Rational) -> UInt64? {
    let bottom = reduced(value.denominator)
    return bottom == 0 ? nil : product(reduced(value.numerator), inverse(bottom))
  }

  /// The fraction with numerator and denominator below 2^30 that has this image; nil where there is none.
  ///
  /// There is at most one where the prime is above 2^61: the product of the bounds is below half of it.
  ///
  /// - Complexity: O(log prime) divisions.
  /// - SeeAlso: Wang, Guy, Davenport, *p-adic reconstruction of rational numbers* (1982).
  func fraction(withImage image: UInt64) -> Rational? {
    let bound: Int128 = 1 << 30
    var (older, newer) = (Int128(prime), Int128(image))
    var (olderFactor, newerFactor): (Int128, Int128) = (0, 1)
    while newer >= bound {
      let quotient = older / newer
      (older, newer) = (newer, older - quotient * newer)
      (olderFactor, newerFactor) = (newerFactor, olderFactor - quotient * newerFactor)
    }
    guard newerFactor != 0, newerFactor.magnitude < UInt128(bound) else { return nil }
    return try? Rational(newer, newerFactor)
  }
}

/// Polynomials over the field: coefficients, the constant one first, without zeros at the end.
extension PrimeField {
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

  /// The sum of `list` and `factor x^shift other`.
  func adding(_ factor: UInt64, shift: Int = 0, times other: [UInt64], to list: [UInt64]) -> [UInt64] {
    var result = list
    while result.count < other.count + shift { result.append(0) }
    for (power, coefficient) in other.enumerated() {
      result[power + shift] = sum(result[power + shift], product(factor, coefficient))
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  /// The value at a point, by Horner's scheme.
  func value(of list: [UInt64], at point: UInt64) -> UInt64 {
    list.reversed().reduce(0) { sum(product($0, point), $1) }
  }

  /// Quotient and remainder of the division by a polynomial other than zero.
  ///
  /// - Complexity: O(product of the lengths).
  func division(of list: [UInt64], by divisor: [UInt64]) -> (quotient: [UInt64], remainder: [UInt64]) {
    guard let leading = divisor.last, list.count >= divisor.count else { return ([], list) }
    let scale = inverse(leading)
    var quotient = [UInt64](repeating: 0, count: list.count - divisor.count + 1)
    var rest = list
    while rest.count >= divisor.count, let top = rest.last {
      let shift = rest.count - divisor.count
      quotient[shift] = product(top, scale)
      rest = adding(difference(0, quotient[shift]), shift: shift, times: divisor, to: rest)
    }
    return (quotient, rest)
  }
}
