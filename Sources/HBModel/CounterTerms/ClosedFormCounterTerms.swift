/// The coefficients of the piece-wise model in closed form in the iteration n.
///
/// With the parts `even` and `odd` of `exp(b_n)` that smaller trees determine, (*) reads
/// `b_n = beta b_{n-1} + s_n`, `s_n = -even_n - odd_n - beta (even - odd)_{n-1} + z_n`, where z_n is the coefficient of
/// `h g o z`. The linear recursion is solved tree by tree; a term `n^i q` of the source resonates with beta = mu and
/// raises the power of n.
///
/// The closed form cancels badly for small n: numbers come from `CounterTermRecursion`, this is for reading and for
/// exact statements.
public enum ClosedFormCounterTerms {
  /// The closed forms of the trees up to an order.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`.
  /// - Returns: `b_n(t)` for n >= 0, in the order of `TreeTable.upTo(order)`.
  /// - Throws: `ExactOverflow`, naming the tree.
  /// - Complexity: O(order^4) products of rational functions for each splitting and level: a tenth of a second for
  ///   order 5, six times more for each further order.
  public static func coefficients(
    method: MomentumMethod, order: Int
  ) throws(ExactOverflow) -> [ExponentialPolynomial] {
    let table = TreeTable.upTo(order)
    var derivatives = try IteratedDerivatives<ExponentialPolynomial>(table: table)
    let beta = ExponentialPolynomial(method.inertia(momentum: RationalFunction.mu))
    let gamma = ExponentialPolynomial(method.lookahead(momentum: RationalFunction.mu))
    var result: [ExponentialPolynomial] = []
    // gamma times exp(-b_{n-1}) with the sign changed, for each tree.
    var displacements: [ExponentialPolynomial] = []
    for tree in 0..<table.count {
      do throws(ExactOverflow) {
        try derivatives.accumulate(tree)
        let (even, odd) = try derivatives.higherTerms(tree)
        var source: ExponentialPolynomial = tree == 0 || method.looksAhead ? .one : .zero
        if method.looksAhead {
          for child in table.children[tree] { source = try source * displacements[child] }
        }
        let known = try even - odd
        source = try source - even - odd - beta * known.delayed()
        let coefficient = try solution(of: source, carriesMomentum: method.carriesMomentum)
        derivatives.set(tree, to: coefficient)
        result.append(coefficient)
        if method.looksAhead { displacements.append(try gamma * (coefficient - known).delayed()) }
      } catch {
        throw table.naming(tree, in: error)
      }
    }
    return result
  }

  /// The solution of `x_n = mu x_{n-1} + s_n` with `x_{-1} = 0`: before the first step the map is the identity.
  private static func solution(
    of source: ExponentialPolynomial, carriesMomentum: Bool
  ) throws(ExactOverflow) -> ExponentialPolynomial {
    guard carriesMomentum else { return source }
    var terms: [ExponentialPolynomial.Exponents: RationalFunction] = [:]
    for (q, list) in Dictionary(grouping: source.terms, by: \.key.q) {
      let degree = list.map(\.key.n).max() ?? 0
      var right = [RationalFunction](repeating: .zero, count: degree + 2)
      for (exponents, coefficient) in list { right[exponents.n] = coefficient }
      for (power, coefficient) in try particularSolution(right, q: q).enumerated() {
        terms[ExponentialPolynomial.Exponents(n: power, q: q)] = coefficient
      }
    }
    let particular = ExponentialPolynomial(terms: terms)
    // A multiple of q = mu^n solves the homogeneous recursion; at n = -1 it is 1/mu.
    let start = try particular.value(iteration: -1)
    let homogeneous = ExponentialPolynomial(
      terms: [ExponentialPolynomial.Exponents(n: 0, q: 1): try -(RationalFunction.mu * start)])
    return try particular + homogeneous
  }

  /// The polynomial p with `p(n) - mu^{1-q} p(n-1) = s(n)`, found from the highest power down.
  ///
  /// - Parameter right: the coefficients of s, with one zero more at the end.
  private static func particularSolution(
    _ right: [RationalFunction], q: Int
  ) throws(ExactOverflow) -> [RationalFunction] {
    var rest = right
    var result = [RationalFunction](repeating: .zero, count: right.count)
    let ratio = try RationalFunction.mu.power(1 - q)
    for power in stride(from: right.count - 1, through: 0, by: -1) {
      // In resonance the powers n^{power} cancel and n^{power-1} leads: it is matched by n^{power}, and n^0 is free.
      let matched = q == 1 ? power - 1 : power
      guard matched >= 0 else { continue }
      let leading = q == 1 ? RationalFunction(Rational(power)) : try RationalFunction.one - ratio
      let coefficient = try rest[matched] / leading
      result[power] = coefficient
      // p(n) - ratio p(n-1) for p = n^power has the coefficients of n^power - ratio (n-1)^power.
      for (lower, binomial) in try PolynomialIntegers.power([-1, 1], power).enumerated() {
        let shifted = try ratio * RationalFunction(Rational(reducedNumerator: binomial, denominator: 1))
        let change = try (lower == power ? RationalFunction.one : .zero) - shifted
        rest[lower] = try rest[lower] - coefficient * change
      }
    }
    return result
  }
}
