/// A rational function of the momentum mu, exact and in lowest terms.
///
/// Numerator and denominator are integer polynomials without common factor; the lowest coefficient of the denominator
/// that is not zero is positive. Equality is equality of the parts.
///
/// ```swift
/// let mu = RationalFunction.mu
/// let function = try (.one - mu * mu) / (.one - mu)
/// print(function, try function.evaluate(at: Rational(1, 2)))  // 1+mu 3/2
/// ```
///
/// - Complexity: every operation is a few greatest common divisors of polynomials, O(degree^2) each.
/// - Throws: operations throw `ExactOverflow` where a coefficient leaves 128 bits, and for a division by zero.
public struct RationalFunction: Field, Hashable {
  /// Operations fail where the result is too large.
  public typealias Failure = ExactOverflow

  /// The integer coefficients of the numerator, the constant one first; empty for zero.
  public let numeratorCoefficients: [Int128]
  /// The integer coefficients of the denominator, the constant one first.
  public let denominatorCoefficients: [Int128]

  /// Parts in lowest terms.
  init(reduced numerator: [Int128], denominator: [Int128]) {
    numeratorCoefficients = numerator
    denominatorCoefficients = denominator
  }

  /// The quotient of two integer polynomials, reduced.
  ///
  /// - Parameters:
  ///   - numerator: coefficients of `mu^0, mu^1, ...`
  ///   - denominator: coefficients of `mu^0, mu^1, ...`
  /// - Throws: `ExactOverflow` for a zero denominator.
  public init(numerator: [Int128], denominator: [Int128]) throws(ExactOverflow) {
    let top = PolynomialIntegers.trimmed(numerator)
    let bottom = PolynomialIntegers.trimmed(denominator)
    guard let lowest = bottom.first(where: { $0 != 0 }) else { throw ExactOverflow() }
    guard !top.isEmpty else {
      self = .zero
      return
    }
    let divisor = try PolynomialIntegers.greatestCommonDivisor(top, bottom)
    guard let left = PolynomialIntegers.exactQuotient(top, by: divisor),
      let right = PolynomialIntegers.exactQuotient(bottom, by: divisor)
    else { throw ExactOverflow() }
    let content = PolynomialIntegers.content(left, with: PolynomialIntegers.content(right).magnitude)
    let lowestDivisor = divisor.first { $0 != 0 } ?? 1
    let sign: Int128 = (lowest < 0) == (lowestDivisor < 0) ? 1 : -1
    self.init(
      reduced: try PolynomialIntegers.product(PolynomialIntegers.quotient(left, content), sign),
      denominator: try PolynomialIntegers.product(PolynomialIntegers.quotient(right, content), sign))
  }

  /// The quotient of two polynomials.
  ///
  /// - Throws: `ExactOverflow` for a zero denominator, or where a coefficient leaves 128 bits.
  public init(_ numerator: Polynomial, over denominator: Polynomial = .one) throws(ExactOverflow) {
    let scale = try Rational(denominator.denominator, numerator.denominator)
    try self.init(
      numerator: PolynomialIntegers.product(numerator.numeratorCoefficients, scale.numerator),
      denominator: PolynomialIntegers.product(denominator.numeratorCoefficients, scale.denominator))
  }

  /// The function `numerator / (integer (1 - mu)^power)`.
  ///
  /// Cancels factors `1 - mu` and the content only, which is all that can cancel.
  ///
  /// - Precondition: `integer` is positive and `power` is not negative.
  /// - Throws: `ExactOverflow`.
  public init(numerator: [Int128], integer: Int128, power: Int) throws(ExactOverflow) {
    precondition(integer > 0 && power >= 0, "a positive integer times a power")
    var top = PolynomialIntegers.trimmed(numerator)
    guard !top.isEmpty else {
      self = .zero
      return
    }
    var exponent = power
    while exponent > 0, let quotient = PolynomialIntegers.exactQuotient(top, by: RationalFunction.oneMinusMu) {
      top = quotient
      exponent -= 1
    }
    let common = PolynomialIntegers.content(top, with: integer.magnitude)
    let bottom = try PolynomialIntegers.power(RationalFunction.oneMinusMu, exponent)
    self.init(
      reduced: PolynomialIntegers.quotient(top, common),
      denominator: try PolynomialIntegers.product(bottom, integer / common))
  }

  /// The constant function `value`.
  public init(_ value: Rational) {
    self.init(reduced: value.numerator == 0 ? [] : [value.numerator], denominator: [value.denominator])
  }

  /// 0
  public static let zero = RationalFunction(reduced: [], denominator: [1])
  /// 1
  public static let one = RationalFunction(reduced: [1], denominator: [1])
  /// The variable.
  public static let mu = RationalFunction(reduced: [0, 1], denominator: [1])

  static let oneMinusMu: [Int128] = [1, -1]
}

extension RationalFunction {
  /// The exact sum.
  public static func + (lhs: RationalFunction, rhs: RationalFunction) throws(ExactOverflow) -> RationalFunction {
    let (left, right) = (lhs.denominatorCoefficients, rhs.denominatorCoefficients)
    if left == right {
      let sum = try PolynomialIntegers.sum(lhs.numeratorCoefficients, rhs.numeratorCoefficients)
      return try RationalFunction(numerator: sum, denominator: left)
    }
    // Over the least common denominator, so that nothing grows that need not.
    var common = try PolynomialIntegers.greatestCommonDivisor(left, right)
    let content = PolynomialIntegers.content(left, with: PolynomialIntegers.content(right).magnitude)
    common = try PolynomialIntegers.product(common, content)
    guard let leftRest = PolynomialIntegers.exactQuotient(left, by: common),
      let rightRest = PolynomialIntegers.exactQuotient(right, by: common)
    else { throw ExactOverflow() }
    return try RationalFunction(
      numerator: PolynomialIntegers.sum(
        PolynomialIntegers.product(lhs.numeratorCoefficients, rightRest),
        PolynomialIntegers.product(rhs.numeratorCoefficients, leftRest)),
      denominator: PolynomialIntegers.product(left, rightRest))
  }

  /// The exact difference.
  public static func - (lhs: RationalFunction, rhs: RationalFunction) throws(ExactOverflow) -> RationalFunction {
    try lhs + (-rhs)
  }

  /// The exact product.
  public static func * (lhs: RationalFunction, rhs: RationalFunction) throws(ExactOverflow) -> RationalFunction {
    // Crosswise quotients are reduced first: what is multiplied then is small and has nothing left to cancel.
    let first = try RationalFunction(
      numerator: lhs.numeratorCoefficients, denominator: rhs.denominatorCoefficients)
    let second = try RationalFunction(
      numerator: rhs.numeratorCoefficients, denominator: lhs.denominatorCoefficients)
    guard !first.numeratorCoefficients.isEmpty, !second.numeratorCoefficients.isEmpty else { return .zero }
    return RationalFunction(
      reduced: try PolynomialIntegers.product(first.numeratorCoefficients, second.numeratorCoefficients),
      denominator: try PolynomialIntegers.product(first.denominatorCoefficients, second.denominatorCoefficients))
  }

  /// The exact quotient.
  ///
  /// - Throws: `ExactOverflow` also where `rhs` is zero.
  public static func / (lhs: RationalFunction, rhs: RationalFunction) throws(ExactOverflow) -> RationalFunction {
    try lhs
      * RationalFunction(numerator: rhs.denominatorCoefficients, denominator: rhs.numeratorCoefficients)
  }

  /// The additive inverse.
  public static prefix func - (value: RationalFunction) throws(ExactOverflow) -> RationalFunction {
    RationalFunction(
      reduced: try PolynomialIntegers.negated(value.numeratorCoefficients), denominator: value.denominatorCoefficients)
  }

  /// The power; negative exponents are allowed.
  ///
  /// - Throws: `ExactOverflow`, also for a negative power of zero.
  public func power(_ exponent: Int) throws(ExactOverflow) -> RationalFunction {
    let base = exponent < 0 ? try .one / self : self
    return RationalFunction(
      reduced: try PolynomialIntegers.power(base.numeratorCoefficients, abs(exponent)),
      denominator: try PolynomialIntegers.power(base.denominatorCoefficients, abs(exponent)))
  }
}
