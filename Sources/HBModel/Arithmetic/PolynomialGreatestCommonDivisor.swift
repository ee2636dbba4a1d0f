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
