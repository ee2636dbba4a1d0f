/// All free trees up to an order, numbered, with the numbers of their rootings in the table of rooted trees.
///
/// Free trees are numbered by their representatives, hence by order first; there are 1, 1, 1, 2, 3, 6, 11, 23, 47 of
/// orders 1 to 9 (OEIS A000055).
public struct FreeTreeTable: Sendable {
  /// The rooted trees.
  public let table: TreeTable
  /// The free trees in ascending order of their representatives.
  public let trees: [FreeTree]
  /// The numbers of the rootings of each free tree, ascending: the representative first.
  public let rootings: [[Int]]
  /// The number of the free tree of each rooted tree.
  public let freeTree: [Int]

  /// The free trees with 1 to `order` nodes.
  ///
  /// - Parameter order: in `1...TreeTable.largestOrder`.
  /// - Complexity: O(order^2 log order) for each free tree.
  public static func upTo(_ order: Int) -> FreeTreeTable { FreeTreeTable(table: .upTo(order)) }

  private init(table: TreeTable) {
    var trees: [FreeTree] = []
    var rootings: [[Int]] = []
    var freeTree = Array(repeating: -1, count: table.count)
    // In ascending order the first rooting that is met is the least.
    for tree in 0..<table.count where freeTree[tree] < 0 {
      let own = FreeTree(table.trees[tree])
      let numbers = own.rootings.compactMap { table.index(of: $0) }
      for number in numbers { freeTree[number] = trees.count }
      trees.append(own)
      rootings.append(numbers)
    }
    self.table = table
    self.trees = trees
    self.rootings = rootings
    self.freeTree = freeTree
  }

  /// The largest order.
  public var maximumOrder: Int { table.maximumOrder }
  /// The number of free trees.
  public var count: Int { trees.count }
}

extension FreeTreeTable: Equatable {
  /// Tables are equal when they reach the same order.
  public static func == (lhs: FreeTreeTable, rhs: FreeTreeTable) -> Bool { lhs.table == rhs.table }
}
