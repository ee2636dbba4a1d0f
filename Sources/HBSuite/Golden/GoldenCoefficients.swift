import HBModel

/// A recorded table of exact coefficients, one entry a tree.
struct GoldenCoefficients: Decodable {
  struct Entry: Decodable {
    let numerator: [Int]
    let denominator: Int
    let power: Int?
  }

  let trees: [String: Entry]

  /// The number of entries compared and the first tree whose computed coefficient differs.
  ///
  /// - Parameter computed: the coefficients in the order of the table of all trees up to the largest recorded order.
  static func firstDifference(
    _ trees: [String: Entry], file: String,
    computed: (_ order: Int) throws(ExactOverflow) -> [RationalFunction]
  ) throws(GoldenError) -> String? {
    func fail(_ found: String, _ expected: String) -> GoldenError {
      GoldenError(file: file, found: found, expected: expected)
    }
    var recorded: [(tree: RootedTree, value: RationalFunction)] = []
    for (text, entry) in trees.sorted(by: { $0.key < $1.key }) {
      do {
        let value = try RationalFunction(
          numerator: entry.numerator.map { Int128($0) }, integer: Int128(entry.denominator), power: entry.power ?? 0)
        recorded.append((try RootedTree(parsing: text), value))
      } catch { throw fail("\(error)", "a tree such as [[][]] with a coefficient") }
    }
    guard let order = recorded.map(\.tree.order).max(), order <= TreeTable.largestOrder else {
      throw fail("no tree of an order that can be computed", "trees of order 1 to \(TreeTable.largestOrder)")
    }
    let table = TreeTable.upTo(order)
    guard recorded.count == table.trees.count else {
      throw fail("\(recorded.count) trees", "all \(table.trees.count) trees up to order \(order)")
    }
    do {
      let values = try computed(order)
      for (tree, value) in recorded {
        guard let index = table.index(of: tree) else { continue }
        if values[index] != value { return "\(tree) is \(values[index]), recorded is \(value)" }
      }
      return nil
    } catch { throw fail("\(error)", "coefficients within 128 bits") }
  }
}

/// A recorded table of coefficients for several iterations.
struct GoldenIterations: Decodable {
  let n: [String: [String: GoldenCoefficients.Entry]]
}
