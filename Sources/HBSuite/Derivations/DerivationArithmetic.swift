import HBModel

/// What an operation of a derivation file cannot do: what was met, and what would have been accepted.
struct ArithmeticFault: Error, Equatable {
  let found: String
  let expected: String

  static let overflow = ArithmeticFault(
    found: "a coefficient that leaves 128 bits", expected: "exact integers of at most 128 bits")
}

/// Exact arithmetic of coefficients and of combinations of trees, with bounds that keep every file quick to read.
///
/// Without them a few characters such as `mu^64^64^64` or `((1+n+q)^9)^9` would ask for gigabytes.
struct DerivationArithmetic {
  /// The largest degree in mu, that of numerator and denominator together.
  static let maximumDegree = 256
  /// The largest degree of a coefficient of a field: its printed form, read back, adds and multiplies parts of it.
  static let maximumFieldDegree = maximumDegree / 2
  /// The largest power of n or q.
  static let maximumPower = 24
  /// The largest exponent, of either sign: every power that a printed coefficient can have reads back.
  static let maximumExponent = maximumDegree
  /// The largest number of products of trees that one contraction is multiplied out into.
  static let maximumExpansion = 4096
  /// The work that a whole file may cost, in products of integers: seconds at most.
  static let maximumWork = 50_000_000

  private var work = 0

  /// A combination of trees; entries that are zero are dropped.
  typealias Combination = [RootedTree: ExponentialPolynomial]

  mutating func sum(
    _ left: ExponentialPolynomial, _ right: ExponentialPolynomial
  ) throws(ArithmeticFault) -> ExponentialPolynomial {
    var degree = 0
    for (exponents, coefficient) in left.terms {
      guard let other = right.terms[exponents] else { continue }
      degree = max(degree, coefficient.size + other.size)
    }
    try spend(left.terms.count + right.terms.count, degree: degree)
    return try exactly { () throws(ExactOverflow) in try left + right }
  }

  mutating func product(
    _ left: ExponentialPolynomial, _ right: ExponentialPolynomial
  ) throws(ArithmeticFault) -> ExponentialPolynomial {
    try spend(left.terms.count * right.terms.count, degree: left.degree + right.degree)
    let powers = (left.largestPowers, right.largestPowers)
    guard powers.0.n + powers.1.n <= Self.maximumPower, powers.0.q + powers.1.q <= Self.maximumPower else {
      throw ArithmeticFault(
        found: "a power of n or q above \(Self.maximumPower)", expected: "powers up to \(Self.maximumPower)")
    }
    return try exactly { () throws(ExactOverflow) in try left * right }
  }

  mutating func quotient(
    _ left: ExponentialPolynomial, _ right: ExponentialPolynomial
  ) throws(ArithmeticFault) -> ExponentialPolynomial {
    guard !right.terms.isEmpty else {
      throw ArithmeticFault(found: "a division by zero", expected: "a divisor other than zero")
    }
    guard let divisor = right.rationalFunction else {
      throw ArithmeticFault(
        found: "a division by an expression of n or q",
        expected: "a divisor that depends on mu alone: coefficients are polynomials in n and q")
    }
    let inverse = try exactly { () throws(ExactOverflow) in ExponentialPolynomial(try .one / divisor) }
    return try product(left, inverse)
  }

  mutating func power(
    _ base: ExponentialPolynomial, _ exponent: Int
  ) throws(ArithmeticFault) -> ExponentialPolynomial {
    let factor = exponent < 0 ? try quotient(.one, base) : base
    var result = ExponentialPolynomial.one
    for _ in 0..<abs(exponent) { result = try product(result, factor) }
    return result
  }

  mutating func sum(_ left: Combination, _ right: Combination) throws(ArithmeticFault) -> Combination {
    var result = left
    for (tree, coefficient) in right.sorted(by: { $0.key < $1.key }) {
      let value = try sum(result[tree] ?? .zero, coefficient)
      result[tree] = value.terms.isEmpty ? nil : value
    }
    return result
  }

  mutating func product(
    _ factor: ExponentialPolynomial, _ combination: Combination
  ) throws(ArithmeticFault) -> Combination {
    var result: Combination = [:]
    for (tree, coefficient) in combination.sorted(by: { $0.key < $1.key }) {
      let value = try product(factor, coefficient)
      if !value.terms.isEmpty { result[tree] = value }
    }
    return result
  }

  /// `D[u1, ..., um]`, multiplied out: each choice of one tree an argument hangs these trees below a new root.
  mutating func contraction(
    of arguments: [Combination], maximumOrder: Int
  ) throws(ArithmeticFault) -> Combination {
    var partial: [[RootedTree]: ExponentialPolynomial] = [[]: .one]
    for argument in arguments {
      guard partial.count * argument.count <= Self.maximumExpansion else {
        throw ArithmeticFault(
          found: "a contraction of more than \(Self.maximumExpansion) terms",
          expected: "one that is multiplied out sooner")
      }
      var extended: [[RootedTree]: ExponentialPolynomial] = [:]
      for (children, coefficient) in partial {
        for (tree, factor) in argument {
          let order = children.reduce(1 + tree.order) { $0 + $1.order }
          guard order <= maximumOrder else {
            throw ArithmeticFault(
              found: "a tree of order \(order) or more", expected: "trees of order up to \(maximumOrder)")
          }
          let grown = (children + [tree]).sorted()
          extended[grown] = try sum(extended[grown] ?? .zero, product(coefficient, factor))
        }
      }
      partial = extended
    }
    var result: Combination = [:]
    for (children, coefficient) in partial where !coefficient.terms.isEmpty {
      result[RootedTree(children: children)] = coefficient
    }
    return result
  }

  private mutating func spend(_ operations: Int, degree: Int) throws(ArithmeticFault) {
    guard degree <= Self.maximumDegree else {
      throw ArithmeticFault(
        found: "a coefficient of degree above \(Self.maximumDegree) in mu",
        expected: "degrees up to \(Self.maximumDegree)")
    }
    work += operations * (16 + degree * degree)
    guard work <= Self.maximumWork else {
      throw ArithmeticFault(found: "a file that takes too long to multiply out", expected: "simpler expressions")
    }
  }

  private func exactly(
    _ operation: () throws(ExactOverflow) -> ExponentialPolynomial
  ) throws(ArithmeticFault) -> ExponentialPolynomial {
    do { return try operation() } catch { throw .overflow }
  }
}

extension RationalFunction {
  /// The degrees of numerator and denominator together.
  fileprivate var size: Int { max(0, numeratorCoefficients.count - 1) + denominatorCoefficients.count - 1 }
}

extension ExponentialPolynomial {
  /// The largest size of a coefficient.
  var degree: Int { terms.values.reduce(0) { max($0, $1.size) } }

  /// The largest power of n, and the largest power of q.
  fileprivate var largestPowers: (n: Int, q: Int) {
    terms.keys.reduce((0, 0)) { (max($0.0, $1.n), max($0.1, $1.q)) }
  }

  /// The function of mu, where neither n nor q occurs; nil otherwise.
  var rationalFunction: RationalFunction? {
    guard terms.keys.allSatisfy({ $0.n == 0 && $0.q == 0 }) else { return nil }
    return terms.values.first ?? .zero
  }
}
