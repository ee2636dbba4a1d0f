/// Coefficients that are known in closed form: what the derivations are checked against.
public enum ClosedForms {
  /// The stationary heavy-ball coefficient of the chain with `order` nodes.
  ///
  /// `(-1)^{m-1} sum_k C(m-1, k)^2 mu^k / (m (1-mu)^{2m-1})`: Narayana polynomials, as the logarithm of the larger root
  /// of `r^2 - (1 + mu - z) r + mu = 0` has them.
  ///
  /// - Precondition: `order` is positive.
  /// - Throws: `ExactOverflow` beyond order 60.
  /// - Complexity: O(order^2).
  public static func chain(order: Int) throws(ExactOverflow) -> RationalFunction {
    precondition(order > 0, "a tree has at least one node")
    var numerator: [Int128] = []
    let sign: Int128 = order % 2 == 1 ? 1 : -1
    for binomial in try binomials(order - 1) {
      let (square, overflow) = binomial.multipliedReportingOverflow(by: binomial)
      guard !overflow else { throw ExactOverflow(subject: "the coefficient of a chain") }
      numerator.append(sign * square)
    }
    return try RationalFunction(numerator: numerator, integer: Int128(order), power: 2 * order - 1)
  }

  /// The stationary heavy-ball coefficients of the bushes with 0, 1, ..., `leaves` leaves.
  ///
  /// Their generating function is `sum_m b([[]^m]) z^m / m! = s / ((e^s - 1) (1 - mu e^{-s}))` with `s = z / (1 - mu)`.
  ///
  /// - Precondition: `leaves` is not negative.
  /// - Throws: `ExactOverflow`; not below 20 leaves.
  /// - Complexity: O(leaves^2) operations on rational functions.
  public static func bushes(upTo leaves: Int) throws(ExactOverflow) -> [RationalFunction] {
    // In powers of s: (e^s - 1)/s times 1 - mu e^{-s}, each coefficient a polynomial in mu, then the reciprocal series.
    var denominator: [RationalFunction] = []
    let inverses = try inverseFactorials(leaves + 1)
    for m in 0...leaves {
      var sum = RationalFunction.zero
      for i in 0...m {
        let sign: Rational = i % 2 == 0 ? .one : try -Rational.one
        let exponential = try RationalFunction.mu * RationalFunction(sign * inverses[i])
        let second = try (i == 0 ? RationalFunction.one : .zero) - exponential
        sum = try sum + RationalFunction(inverses[m - i + 1]) * second
      }
      denominator.append(sum)
    }
    let complement = try RationalFunction.one - RationalFunction.mu
    var series: [RationalFunction] = []
    var result: [RationalFunction] = []
    var scale = RationalFunction.one
    for m in 0...leaves {
      var sum: RationalFunction = m == 0 ? .one : .zero
      for i in 0..<m { sum = try sum - series[i] * denominator[m - i] }
      series.append(try sum / denominator[0])
      result.append(try series[m] * scale)
      // From s^m to z^m/m!.
      scale = try scale * RationalFunction(Rational(m + 1)) / complement
    }
    return result
  }

  /// Whether coefficients obey reversal: heavy ball backwards is heavy ball with 1/mu for mu and h/mu for h.
  ///
  /// `b_{1/mu}(t) = -mu^{|t|} b_mu(t)` for every tree. Nesterov's method has no such symmetry.
  ///
  /// - Parameters:
  ///   - coefficients: stationary coefficients in the order of `table`.
  ///   - table: the trees.
  /// - Returns: the first tree for which it fails; nil where it holds.
  /// - Precondition: there are as many coefficients as trees.
  /// - Throws: `ExactOverflow`.
  /// - Complexity: O(order^2) for each tree.
  public static func firstViolationOfReversal(
    _ coefficients: [RationalFunction], table: TreeTable
  ) throws(ExactOverflow) -> RootedTree? {
    precondition(coefficients.count == table.count, "one coefficient for each tree")
    for (tree, coefficient) in zip(table.trees, coefficients) {
      let mirrored = try -(RationalFunction.mu.power(tree.order) * coefficient)
      guard try coefficient.reciprocalArgument() == mirrored else { return tree }
    }
    return nil
  }

  /// The binomial coefficients `C(n, 0), ..., C(n, n)`.
  private static func binomials(_ n: Int) throws(ExactOverflow) -> [Int128] {
    try PolynomialIntegers.power([1, 1], n)
  }

  /// `1/0!, ..., 1/n!`.
  private static func inverseFactorials(_ n: Int) throws(ExactOverflow) -> [Rational] {
    var result = [Rational.one]
    for i in 1...max(n, 1) { result.append(try result[i - 1] / Rational(i)) }
    return result
  }
}
