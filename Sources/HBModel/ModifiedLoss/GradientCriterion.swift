/// When a B-series is a gradient: exactly where its coefficients are the same on all rootings of each free tree.
///
/// That makes it the gradient of a scalar for every objective, in every dimension; where it fails, some objective of two
/// variables shows it. In one dimension, for quadratic and for separable objectives every B-series is a gradient.
public enum GradientCriterion {
  /// By how much the coefficient of each rooted tree exceeds that of the least rooting of its free tree.
  ///
  /// - Parameters:
  ///   - coefficients: in the order of `trees.table`.
  ///   - trees: the free trees.
  /// - Returns: the differences in the same order, 0 for the least rootings; all are 0 where the series is a gradient.
  /// - Precondition: there are as many coefficients as rooted trees.
  /// - Throws: the failure of the ring.
  /// - Complexity: one difference for each tree.
  public static func differences<C: Ring>(_ coefficients: [C], trees: FreeTreeTable) throws(C.Failure) -> [C] {
    precondition(coefficients.count == trees.table.count, "one coefficient for each rooted tree")
    var result: [C] = []
    for tree in coefficients.indices {
      let least = trees.rootings[trees.freeTree[tree]][0]
      result.append(tree == least ? .zero : try coefficients[tree] - coefficients[least])
    }
    return result
  }

  /// For which momenta the terms of one order of the stationary field are a gradient.
  public struct Row: Equatable, Sendable {
    /// The number of nodes n; the terms are those of order `h^(n-1)`.
    public let order: Int
    /// The number of free trees with n nodes.
    public let freeTrees: Int
    /// The number of conditions: the rooted trees beyond the least rooting of each free tree.
    public let conditions: Int
    /// The greatest common divisor of the numerators of the conditions, primitive and without factors `1 - mu`: the terms
    /// are a gradient exactly at its roots. Zero where they always are, 1 where they never are.
    public let commonFactor: Polynomial

    /// Whether the terms are a gradient at `momentum`, which is not 1.
    ///
    /// - Throws: `ExactOverflow`.
    public func isGradient(at momentum: Rational) throws(ExactOverflow) -> Bool {
      try commonFactor.evaluate(at: momentum) == .zero
    }
  }

  /// The table of the criterion for the stationary field of a method.
  ///
  /// - Parameter order: the largest number of nodes, in `1...TreeTable.largestOrder`.
  /// - Returns: one row for each number of nodes from 1 on.
  /// - Throws: `ExactOverflow`.
  /// - Complexity: that of the exact coefficients, and a greatest common divisor of polynomials for each tree.
  public static func table(method: MomentumMethod, order: Int) throws(ExactOverflow) -> [Row] {
    let trees = FreeTreeTable.upTo(order)
    let coefficients = try StationaryCounterTerms.exact(method: method, order: order)
    let differences = try differences(coefficients, trees: trees)
    var rows: [Row] = []
    for nodes in 1...order {
      var common: [Int128] = []
      let range = trees.table.range(ofOrder: nodes)
      for tree in range {
        common = try PolynomialIntegers.greatestCommonDivisor(common, differences[tree].numeratorCoefficients)
      }
      var rest = PolynomialIntegers.dividingOut(RationalFunction.oneMinusMu, of: common).rest
      if let lowest = rest.first(where: { $0 != 0 }), lowest < 0 { rest = try PolynomialIntegers.negated(rest) }
      let free = trees.trees.count { $0.order == nodes }
      rows.append(
        Row(order: nodes, freeTrees: free, conditions: range.count - free, commonFactor: Polynomial(coefficients: rest))
      )
    }
    return rows
  }
}
