/// A function of the iteration n: a sum of terms `R(mu) n^i q^j` with `q = mu^n` and R rational in mu, exact.
///
/// The coefficients of the piece-wise model are of this form for every tree, in closed form in n.
public struct ExponentialPolynomial: Ring {
  /// Operations fail where a coefficient is too large.
  public typealias Failure = ExactOverflow

  /// The powers of n and of q in a term.
  public struct Exponents: Hashable, Comparable, Sendable {
    /// The power of the iteration n.
    public let n: Int
    /// The power of `q = mu^n`.
    public let q: Int

    /// The exponents of `n^n q^q`.
    public init(n: Int, q: Int) {
      self.n = n
      self.q = q
    }

    /// By the power of q, then by that of n.
    public static func < (lhs: Exponents, rhs: Exponents) -> Bool { (lhs.q, lhs.n) < (rhs.q, rhs.n) }
  }

  /// The coefficients that are not zero.
  public private(set) var terms: [Exponents: RationalFunction]

  /// The sum of the given terms; zero ones are dropped.
  public init(terms: [Exponents: RationalFunction]) { self.terms = terms.filter { $0.value != .zero } }

  /// The function that does not depend on n.
  public init(_ value: RationalFunction) { self.init(terms: [Exponents(n: 0, q: 0): value]) }

  /// The constant.
  public init(_ value: Rational) { self.init(RationalFunction(value)) }

  /// 0
  public static let zero = ExponentialPolynomial(terms: [:])
  /// 1
  public static let one = ExponentialPolynomial(RationalFunction.one)

  /// The terms by power of q, then of n.
  public var sortedTerms: [(exponents: Exponents, coefficient: RationalFunction)] {
    terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The exact sum.
  public static func + (lhs: Self, rhs: Self) throws(ExactOverflow) -> Self {
    var terms = lhs.terms
    for (exponents, coefficient) in rhs.terms {
      terms[exponents] = try (terms[exponents] ?? .zero) + coefficient
    }
    return Self(terms: terms)
  }

  /// The exact difference.
  public static func - (lhs: Self, rhs: Self) throws(ExactOverflow) -> Self { try lhs + (-rhs) }

  /// The exact product.
  ///
  /// - Complexity: O(product of the numbers of terms).
  public static func * (lhs: Self, rhs: Self) throws(ExactOverflow) -> Self {
    var terms: [Exponents: RationalFunction] = [:]
    for (left, leftCoefficient) in lhs.terms {
      for (right, rightCoefficient) in rhs.terms {
        let exponents = Exponents(n: left.n + right.n, q: left.q + right.q)
        terms[exponents] = try (terms[exponents] ?? .zero) + leftCoefficient * rightCoefficient
      }
    }
    return Self(terms: terms)
  }

  /// The additive inverse.
  public static prefix func - (value: Self) throws(ExactOverflow) -> Self {
    var terms: [Exponents: RationalFunction] = [:]
    for (exponents, coefficient) in value.terms { terms[exponents] = try -coefficient }
    return Self(terms: terms)
  }

  /// The function of mu at iteration `n`.
  ///
  /// - Parameter n: the iteration; -1 is allowed, where the recursion starts.
  /// - Throws: `ExactOverflow`.
  public func value(iteration n: Int) throws(ExactOverflow) -> RationalFunction {
    var sum = RationalFunction.zero
    for (exponents, coefficient) in terms {
      let power = try Rational(n).power(exponents.n)
      sum = try sum + coefficient * RationalFunction(power) * RationalFunction.mu.power(n * exponents.q)
    }
    return sum
  }

  /// The function `f(n - 1)`.
  ///
  /// - Throws: `ExactOverflow`.
  func delayed() throws(ExactOverflow) -> Self {
    var result: [Exponents: RationalFunction] = [:]
    for (exponents, coefficient) in terms {
      let shrunk = try coefficient * RationalFunction.mu.power(-exponents.q)
      for (power, binomial) in try PolynomialIntegers.power([-1, 1], exponents.n).enumerated() {
        let place = Exponents(n: power, q: exponents.q)
        let factor = RationalFunction(Rational(reducedNumerator: binomial, denominator: 1))
        result[place] = try (result[place] ?? .zero) + shrunk * factor
      }
    }
    return Self(terms: result)
  }
}

extension Rational {
  /// The power with an exponent that is not negative.
  fileprivate func power(_ exponent: Int) throws(ExactOverflow) -> Rational {
    var result = Rational.one
    for _ in 0..<exponent { result = try result * self }
    return result
  }
}
