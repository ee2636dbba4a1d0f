/// The stationary map of a method on trees: `x_{n+1} = x_n + sum over t of h^|t| a(t) / symmetry(t) F(t)(x_n)` on the slow
/// manifold.
///
/// Heavy ball's is constant on the rootings of each free tree: its steps are gradient steps on a modified loss, although
/// the field that interpolates them is no gradient.
///
/// - SeeAlso: Cattaneo, Shigida, *Modified loss of momentum gradient descent* (2025), arXiv 2509.08483.
public enum StationaryMap {
  /// The exact coefficients as rational functions of the momentum mu.
  ///
  /// The exponential of the field, in polynomials: with `u = 1 - mu`, `u^(2|t|-j) (D_b^{j-1} b)(t)` is one.
  ///
  /// - Parameter order: the largest tree order, in `1...TreeTable.largestOrder`.
  /// - Returns: a(t), dimensionless, in the order of `TreeTable.upTo(order)`.
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits.
  /// - Complexity: O(order) products of polynomials for each splitting.
  public static func exact(method: MomentumMethod, order: Int) throws(ExactOverflow) -> [RationalFunction] {
    let table = TreeTable.upTo(order)
    let field = try StationaryCounterTerms.exact(method: method, order: order)
    let complement = Polynomial(coefficients: RationalFunction.oneMinusMu)
    var derivatives = try IteratedDerivatives<Polynomial>(table: table)
    var result: [RationalFunction] = []
    for tree in 0..<table.count {
      let nodes = table.order[tree]
      do {
        try derivatives.accumulate(tree)
        let parts = field[tree].denominatorParts
        let numerator = Polynomial(coefficients: field[tree].numeratorCoefficients, denominator: parts.integer)
        derivatives.set(tree, to: try numerator * complement.power(2 * nodes - 1 - parts.power))
        var sum = Polynomial.zero
        for j in (1...nodes).reversed() {
          let term = try derivatives.inverseFactorials[j] * derivatives.entries[tree * derivatives.stride + j - 1]
          sum = try sum * complement + term
        }
        result.append(
          try RationalFunction(numerator: sum.numeratorCoefficients, integer: sum.denominator, power: 2 * nodes - 1))
      } catch {
        throw table.naming(tree, in: error)
      }
    }
    return result
  }

  /// The coefficients at one momentum of any field.
  ///
  /// - Throws: the failure of the field.
  /// - Complexity: O(order) products for each splitting.
  public static func coefficients<F: Field>(
    method: MomentumMethod, order: Int, momentum: F
  ) throws(F.Failure) -> [F] {
    let field = try StationaryCounterTerms.coefficients(method: method, order: order, momentum: momentum)
    let series = BSeries(table: .upTo(order), constantTerm: .zero, coefficients: field)
    return try series.exponential().coefficients
  }
}

extension ClosedForms {
  /// The coefficient of heavy ball's stationary map at the bush with `leaves` leaves.
  ///
  /// `(-1)^m sum_k A(m, k) mu^(k+1) / (1-mu)^(2m+1)` with the Eulerian numbers A(m, k), for m = `leaves`.
  ///
  /// - Precondition: `leaves` is positive.
  /// - Throws: `ExactOverflow`.
  /// - Complexity: O(leaves^2).
  public static func mapBush(leaves: Int) throws(ExactOverflow) -> RationalFunction {
    precondition(leaves > 0, "the tree with one node is no bush")
    var eulerian: [Int128] = [1]
    for m in 2..<max(leaves + 1, 2) {
      eulerian = (0..<m).map { k in
        let same = k < m - 1 ? Int128(k + 1) * eulerian[k] : 0
        return same + (k > 0 ? Int128(m - k) * eulerian[k - 1] : 0)
      }
    }
    return try mapForm(numerator: [0] + eulerian, edges: leaves)
  }

  /// The coefficient of heavy ball's stationary map at the chain with `order` nodes.
  ///
  /// `(-1)^m sum_k N(m, k) mu^k / (1-mu)^(2m+1)` with the Narayana numbers `N(m, k) = C(m, k) C(m, k-1) / m`, for
  /// m = `order` - 1.
  ///
  /// - Precondition: `order` is at least 2.
  /// - Throws: `ExactOverflow`.
  /// - Complexity: O(order^2).
  public static func mapChain(order: Int) throws(ExactOverflow) -> RationalFunction {
    precondition(order > 1, "a chain has an edge")
    let m = order - 1
    let binomials = try PolynomialIntegers.power([1, 1], m)
    var numerator: [Int128] = [0]
    for k in 1...m { numerator.append(binomials[k] * binomials[k - 1] / Int128(m)) }
    return try mapForm(numerator: numerator, edges: m)
  }

  private static func mapForm(numerator: [Int128], edges: Int) throws(ExactOverflow) -> RationalFunction {
    try RationalFunction(
      numerator: edges.isMultiple(of: 2) ? numerator : PolynomialIntegers.negated(numerator), integer: 1,
      power: 2 * edges + 1)
  }
}
