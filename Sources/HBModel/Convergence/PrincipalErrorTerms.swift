/// What a principal error starts from and what feeds it, as combinations of elementary differentials.
public struct PrincipalErrorTerms<T: Real>: Sendable {
  /// The weights of `F(t) / symmetry(t)` at the start in `E(0)`, in the order of the tree table.
  public let initial: [T]
  /// The weights of `F(t) / symmetry(t)` along the flow in the source, as many as in `initial`.
  public let source: [T]
  /// The largest tree order of the weights.
  public let order: Int

  /// Terms with the given weights for trees of order up to `order`; trees that are not named have none.
  public init(order: Int, initial: [(tree: RootedTree, weight: T)], source: [(tree: RootedTree, weight: T)]) {
    let table = TreeTable.upTo(order)
    func weights(_ list: [(tree: RootedTree, weight: T)]) -> [T] {
      var result = Array(repeating: T.zero, count: table.count)
      for (tree, weight) in list { if let index = table.index(of: tree) { result[index] = weight } }
      return result
    }
    (self.order, self.initial, self.source) = (order, weights(initial), weights(source))
  }

  /// The terms of a model of order `order` that starts right: `E(0) = 0`, and the first counter term left out.
  ///
  /// - Parameter coefficients: the coefficients of the trees up to order `order + 2`, of which those of the largest are
  ///   used; the stationary ones of the problem's method where nil.
  public static func counterTerm(
    order: Int, of problem: MomentumProblem, coefficients: [T]? = nil
  ) -> PrincipalErrorTerms {
    let table = TreeTable.upTo(order + 2)
    let coefficients =
      coefficients
      ?? StationaryCounterTerms.coefficients(method: problem.method, order: order + 2, momentum: T(problem.momentum))
    let top = table.range(ofOrder: order + 2).map { (tree: table.trees[$0], weight: coefficients[$0]) }
    return PrincipalErrorTerms(order: order + 2, initial: [], source: top)
  }
}
