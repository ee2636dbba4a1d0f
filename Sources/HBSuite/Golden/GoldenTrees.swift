import HBModel

/// The recorded symmetries, densities and counts of rooted trees.
struct GoldenTrees: Decodable {
  let counts: [Int]
  let gamma: String?
  let trees: [String: Entry]

  struct Entry: Decodable {
    let order: Int
    let sigma: Int
    let gamma: Int
  }

  /// The first value that differs from the computed one.
  func firstDifference(file: String) throws(GoldenError) -> String? {
    let highest = min(counts.count, TreeTable.largestOrder)
    for order in 1...max(1, highest) {
      let found = TreeTable.upTo(order).range(ofOrder: order).count
      if found != counts[order - 1] { return "\(found) trees of order \(order), recorded are \(counts[order - 1])" }
    }
    for (text, entry) in trees.sorted(by: { $0.key < $1.key }) {
      do {
        let tree = try RootedTree(parsing: text)
        if (tree.order, tree.symmetry, tree.density) != (entry.order, entry.sigma, entry.gamma) {
          return "\(tree) has order, sigma, gamma \((tree.order, tree.symmetry, tree.density))"
        }
      } catch { throw GoldenError(file: file, found: "\(error)", expected: "a tree such as [[][]]") }
    }
    return nil
  }
}
