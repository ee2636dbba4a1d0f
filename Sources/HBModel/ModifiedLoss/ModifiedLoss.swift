/// A modified loss `V = sum over free trees t of h^(|t|-1) c(t) H(t)`: what a B-series field or map descends.
///
/// `H(t)` contracts a derivative of the objective at each node along the edges: `L`, `|grad L|^2`,
/// `<grad L, Hess L grad L>`, ... for the free trees with 1, 2, 3 nodes. Since `grad H(t)` is the sum of
/// `|Aut t| / symmetry(s) D(s)` over the rootings s, `-h grad V` is the B-series whose coefficient
/// `(-1)^(|t|-1) |Aut t| c(t)` is the same for all rootings.
///
/// ```swift
/// let field = BSeries(
///   table: .upTo(2), constantTerm: .zero, coefficients: try StationaryCounterTerms.exact(method: .heavyBall, order: 2))
/// print(try ModifiedLoss.splitting(field).loss.coefficients)  // [1/(1-mu), (1+mu)/(4*(1-mu)^3)]
/// ```
public struct ModifiedLoss<Coefficient: Ring>: Equatable, Sendable {
  /// The free trees over which the sum runs.
  public let trees: FreeTreeTable
  /// The coefficients `c(t)`, dimensionless, in the order of the table.
  public var coefficients: [Coefficient]

  /// A modified loss with given coefficients.
  ///
  /// - Precondition: there are as many coefficients as free trees.
  public init(trees: FreeTreeTable, coefficients: [Coefficient]) {
    precondition(coefficients.count == trees.count, "a modified loss has one coefficient for each free tree")
    self.trees = trees
    self.coefficients = coefficients
  }

  /// The number of nodes of the largest trees.
  public var order: Int { trees.maximumOrder }

  /// The B-series of `-h grad V`.
  ///
  /// - Throws: the failure of the ring.
  /// - Complexity: one product for each free tree.
  public func descent() throws(Coefficient.Failure) -> BSeries<Coefficient> {
    var result = BSeries<Coefficient>.identity(table: trees.table)
    result.constantTerm = .zero
    for (number, tree) in trees.trees.enumerated() {
      let coefficient = try Coefficient(Self.weight(of: tree)) * coefficients[number]
      for rooting in trees.rootings[number] { result.coefficients[rooting] = coefficient }
    }
    return result
  }

  /// The modified loss whose descent has the coefficients of `series` on the least rooting of each free tree, and what
  /// is left of the series then.
  ///
  /// The remainder is zero exactly where `series` is a gradient for every objective in every dimension.
  ///
  /// - Precondition: the constant term is 0.
  /// - Throws: the failure of the ring.
  /// - Complexity: O(1) products for each tree.
  public static func splitting(
    _ series: BSeries<Coefficient>
  ) throws(Coefficient.Failure) -> (loss: ModifiedLoss, remainder: BSeries<Coefficient>) {
    precondition(series.constantTerm == .zero, "a field has no constant term")
    let trees = FreeTreeTable.upTo(series.table.maximumOrder)
    var coefficients: [Coefficient] = []
    for (number, tree) in trees.trees.enumerated() {
      let inverse = Rational(
        reducedNumerator: weight(of: tree).numerator.signum(), denominator: Int128(tree.automorphisms))
      coefficients.append(try Coefficient(inverse) * series.coefficients[trees.rootings[number][0]])
    }
    var remainder = series
    remainder.coefficients = try GradientCriterion.differences(series.coefficients, trees: trees)
    return (ModifiedLoss(trees: trees, coefficients: coefficients), remainder)
  }

  /// `(-1)^(|t|-1) |Aut t|`
  static func weight(of tree: FreeTree) -> Rational {
    Rational(tree.order.isMultiple(of: 2) ? -tree.automorphisms : tree.automorphisms)
  }
}

extension ModifiedLoss<RationalFunction> {
  /// The modified loss at one momentum.
  ///
  /// - Throws: the failure of the field.
  /// - Complexity: O(degree^2) for each free tree.
  public func evaluate<F: Field>(at momentum: F) throws(F.Failure) -> ModifiedLoss<F> {
    var values: [F] = []
    for coefficient in coefficients { values.append(try coefficient.evaluate(at: momentum)) }
    return ModifiedLoss<F>(trees: trees, coefficients: values)
  }
}
