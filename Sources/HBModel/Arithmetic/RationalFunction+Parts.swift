/// The denominator as the counter terms have it: an integer, a power of `1 - mu`, and rarely something else.
extension RationalFunction {
  /// The exponent of the factor `1 - mu` in the denominator.
  public var power: Int { denominatorParts.power }

  /// The integer factor of the denominator, positive.
  public var denominatorInteger: Int128 { denominatorParts.integer }

  /// What the denominator has besides `denominatorInteger * (1 - mu)^power`: `[1]` for stationary counter terms.
  public var denominatorCofactor: [Int128] { denominatorParts.cofactor }

  /// The three factors of the denominator at once.
  ///
  /// - Complexity: O(degree^2).
  public var denominatorParts: (integer: Int128, power: Int, cofactor: [Int128]) {
    let content = PolynomialIntegers.content(denominatorCoefficients)
    let primitive = PolynomialIntegers.quotient(denominatorCoefficients, content)
    let (power, cofactor) = PolynomialIntegers.dividingOut(RationalFunction.oneMinusMu, of: primitive)
    return (content, power, cofactor)
  }

  /// Whether the function is a polynomial with rational coefficients.
  public var isPolynomial: Bool { denominatorCoefficients.count == 1 }

  /// The function as a polynomial; nil where its denominator depends on mu.
  public var polynomial: Polynomial? {
    isPolynomial ? Polynomial(coefficients: numeratorCoefficients, denominator: denominatorCoefficients[0]) : nil
  }

  /// The value at a point of any field.
  ///
  /// The denominator is evaluated as `integer (1 - mu)^power cofactor`: expanded it would cancel near mu = 1.
  ///
  /// - Throws: the failure of the field, also at a pole where the field has no infinity.
  /// - Complexity: O(degree^2).
  public func evaluate<F: Field>(at mu: F) throws(F.Failure) -> F {
    let parts = denominatorParts
    let numerator = Polynomial(reduced: numeratorCoefficients, denominator: 1)
    let cofactor = Polynomial(reduced: parts.cofactor, denominator: 1)
    var divisor = try F(Rational(reducedNumerator: parts.integer, denominator: 1)) * cofactor.evaluate(at: mu)
    let complement = try F.one - mu
    for _ in 0..<parts.power { divisor = try divisor * complement }
    return try numerator.evaluate(at: mu) / divisor
  }

  /// The function `f(1/mu)`.
  ///
  /// - Throws: `ExactOverflow`.
  public func reciprocalArgument() throws(ExactOverflow) -> RationalFunction {
    let length = max(numeratorCoefficients.count, denominatorCoefficients.count)
    func reversed(_ list: [Int128]) -> [Int128] {
      Array(repeating: 0, count: length - list.count) + list.reversed()
    }
    return try RationalFunction(
      numerator: reversed(numeratorCoefficients), denominator: reversed(denominatorCoefficients))
  }
}
