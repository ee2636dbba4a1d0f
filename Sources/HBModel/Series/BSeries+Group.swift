/// The Butcher group by admissible cuts, a route that uses neither edge splittings nor the logarithm.
extension BSeries {
  /// The composition: first this map, then `next`; `B(next, B(self, y))`.
  ///
  /// - Precondition: the constant term of this series is 1, and both have the same table.
  /// - Throws: the failure of the ring.
  /// - Complexity: one product for each admissible cut of each tree, up to 2^(order - 1) for one tree.
  /// - SeeAlso: Hairer, Lubich, Wanner (2006), III.1, theorem 1.10.
  public func followed(by next: BSeries) throws(Coefficient.Failure) -> BSeries {
    precondition(constantTerm == .one, "only a series with constant term 1 can be inserted into another")
    precondition(table == next.table, "the series must have the same order")
    var cuts = TrunkSums<Coefficient>(table: table)
    var result = self
    result.constantTerm = next.constantTerm
    for tree in 0..<table.count {
      try cuts.append(tree, values: coefficients)
      var sum = try next.constantTerm * coefficients[tree]
      for (trunk, value) in cuts.sums[tree] { sum = try sum + value * next.coefficients[trunk] }
      result.coefficients[tree] = sum
    }
    return result
  }

  /// The inverse map, solved tree by tree from `self.followed(by: inverse) == identity`.
  ///
  /// - Precondition: the constant term is 1.
  /// - Throws: the failure of the ring.
  /// - Complexity: that of `followed(by:)`.
  public func inverse() throws(Coefficient.Failure) -> BSeries {
    precondition(constantTerm == .one, "only a map has an inverse")
    var cuts = TrunkSums<Coefficient>(table: table)
    var result = self
    for tree in 0..<table.count {
      try cuts.append(tree, values: coefficients)
      var sum = coefficients[tree]
      // The cut of nothing has the tree itself as its trunk and the value 1: it carries the unknown.
      for (trunk, value) in cuts.sums[tree] where trunk != tree {
        sum = try sum + value * result.coefficients[trunk]
      }
      result.coefficients[tree] = try -sum
    }
    return result
  }
}

/// For each tree and each trunk that cuts can leave of it, the sum over those cuts of the product of the values of
/// the branches.
private struct TrunkSums<Coefficient: Ring> {
  let table: TreeTable
  private(set) var sums: [[(trunk: Int, value: Coefficient)]] = []

  init(table: TreeTable) { self.table = table }

  /// Adds tree number `sums.count`, deciding at each child of the root whether to cut above it.
  mutating func append(_ tree: Int, values: [Coefficient]) throws(Coefficient.Failure) {
    // A velocity leaf is its own root; all other roots are nodes.
    var partial: [Int: Coefficient] = [tree == table.velocity ? tree : 0: .one]
    for child in table.children[tree] {
      var extended: [Int: Coefficient] = [:]
      for (trunk, value) in partial {
        extended[trunk] = try (extended[trunk] ?? .zero) + value * values[child]
        for (part, partValue) in sums[child] {
          let grown = table.grafting(part, onto: trunk)
          extended[grown] = try (extended[grown] ?? .zero) + value * partValue
        }
      }
      partial = extended
    }
    // In ascending order, so that inexact sums do not depend on the order of a dictionary.
    sums.append(partial.map { (trunk: $0.key, value: $0.value) }.sorted { $0.trunk < $1.trunk })
  }
}
