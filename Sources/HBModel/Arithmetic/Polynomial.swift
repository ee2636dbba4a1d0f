/// A polynomial in the momentum mu with rational coefficients, exact.
///
/// Kept as integer coefficients over one positive denominator in lowest terms, so that equality is equality of the
/// parts and a product costs integer products and one reduction.
///
/// ```swift
/// let square = try Polynomial.mu * Polynomial.mu - Polynomial(Rational(1, 4))
/// print(square, try square.evaluate(at: Rational(3)))  // -(1-4*mu^2)/4 35/4
/// ```
public struct Polynomial: Ring, Hashable {
  /// Operations fail where the result is too large.
  public typealias Failure = ExactOverflow

  /// The integer coefficients of `mu^0, mu^1, ...`, to be divided by `denominator`; the last is not zero.
  public let numeratorCoefficients: [Int128]
  /// The common denominator, positive, with no factor common to all coefficients.
  public let denominator: Int128

  /// Parts that are trimmed and in lowest terms.
  init(reduced numeratorCoefficients: [Int128], denominator: Int128) {
    self.numeratorCoefficients = numeratorCoefficients
    self.denominator = denominator
  }

  /// The polynomial with the given integer coefficients, the constant one first, over a denominator.
  ///
  /// - Precondition: `denominator` is positive.
  /// - Complexity: one greatest common divisor a coefficient.
  public init(coefficients: [Int128], denominator: Int128 = 1) {
    precondition(denominator > 0, "the denominator of a polynomial is positive")
    let list = PolynomialIntegers.trimmed(coefficients)
    let common = denominator == 1 ? 1 : PolynomialIntegers.content(list, with: denominator.magnitude)
    self.init(reduced: PolynomialIntegers.quotient(list, common), denominator: denominator / common)
  }

  /// The constant polynomial `value`.
  public init(_ value: Rational) {
    self.init(
      reduced: value.numerator == 0 ? [] : [value.numerator], denominator: value.denominator)
  }

  /// 0
  public static let zero = Polynomial(reduced: [], denominator: 1)
  /// 1
  public static let one = Polynomial(reduced: [1], denominator: 1)
  /// The variable.
  public static let mu = Polynomial(reduced: [0, 1], denominator: 1)

  /// The degree; -1 for zero.
  public var degree: Int { numeratorCoefficients.count - 1 }

  /// The coefficient of `mu^power`; 0 beyond the degree.
  ///
  /// - Throws: never in fact; the reduction cannot leave 128 bits.
  public func coefficient(of power: Int) throws(ExactOverflow) -> Rational {
    guard numeratorCoefficients.indices.contains(power) else { return .zero }
    return try Rational(numeratorCoefficients[power], denominator)
  }

  /// The exact sum.
  ///
  /// - Throws: `ExactOverflow` where a coefficient over the common denominator leaves 128 bits.
  public static func + (lhs: Polynomial, rhs: Polynomial) throws(ExactOverflow) -> Polynomial {
    if lhs.denominator == rhs.denominator {
      let sum = try PolynomialIntegers.sum(lhs.numeratorCoefficients, rhs.numeratorCoefficients)
      return Polynomial(coefficients: sum, denominator: lhs.denominator)
    }
    let common = PolynomialIntegers.content([lhs.denominator], with: rhs.denominator.magnitude)
    let left = try PolynomialIntegers.product(lhs.numeratorCoefficients, rhs.denominator / common)
    let right = try PolynomialIntegers.product(rhs.numeratorCoefficients, lhs.denominator / common)
    let (denominator, overflow) = lhs.denominator.multipliedReportingOverflow(by: rhs.denominator / common)
    guard !overflow else { throw ExactOverflow() }
    return Polynomial(coefficients: try PolynomialIntegers.sum(left, right), denominator: denominator)
  }

  /// The exact difference.
  ///
  /// - Throws: `ExactOverflow` where a coefficient over the common denominator leaves 128 bits.
  public static func - (lhs: Polynomial, rhs: Polynomial) throws(ExactOverflow) -> Polynomial { try lhs + (-rhs) }

  /// The exact product.
  ///
  /// - Throws: `ExactOverflow` where a coefficient, reduced crosswise, leaves 128 bits.
  /// - Complexity: O(product of the lengths).
  public static func * (lhs: Polynomial, rhs: Polynomial) throws(ExactOverflow) -> Polynomial {
    // Contents cancel before they are multiplied; what is left is in lowest terms by the lemma of Gauss.
    let first = lhs.content(with: rhs.denominator)
    let second = rhs.content(with: lhs.denominator)
    let product = try PolynomialIntegers.product(
      PolynomialIntegers.quotient(lhs.numeratorCoefficients, first),
      PolynomialIntegers.quotient(rhs.numeratorCoefficients, second))
    guard !product.isEmpty else { return .zero }
    let (denominator, overflow) = (lhs.denominator / second).multipliedReportingOverflow(by: rhs.denominator / first)
    guard !overflow else { throw ExactOverflow() }
    return Polynomial(reduced: product, denominator: denominator)
  }

  /// The additive inverse.
  ///
  /// - Throws: `ExactOverflow` for a coefficient that has no negative in 128 bits.
  public static prefix func - (value: Polynomial) throws(ExactOverflow) -> Polynomial {
    Polynomial(
      reduced: try PolynomialIntegers.negated(value.numeratorCoefficients), denominator: value.denominator)
  }

  /// The greatest common divisor of the integer coefficients and `number`.
  private func content(with number: Int128) -> Int128 {
    number == 1 ? 1 : PolynomialIntegers.content(numeratorCoefficients, with: number.magnitude)
  }

  /// The power with an exponent that is not negative.
  ///
  /// - Precondition: `exponent >= 0`.
  /// - Throws: `ExactOverflow`.
  public func power(_ exponent: Int) throws(ExactOverflow) -> Polynomial {
    precondition(exponent >= 0, "a polynomial has no negative powers")
    var result = Polynomial.one
    for _ in 0..<exponent { result = try result * self }
    return result
  }

  /// The value at a point of any field, by Horner's scheme.
  ///
  /// - Throws: the failure of the field.
  /// - Complexity: O(degree).
  public func evaluate<F: Field>(at mu: F) throws(F.Failure) -> F {
    var value = F.zero
    for coefficient in numeratorCoefficients.reversed() {
      value = try value * mu + F(Rational(reducedNumerator: coefficient, denominator: 1))
    }
    return denominator == 1
      ? value : try value / F(Rational(reducedNumerator: denominator, denominator: 1))
  }
}
