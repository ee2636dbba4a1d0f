extension RootedTree {
  /// The trees that arise by choosing each node in turn as the root, one for each node.
  ///
  /// - Returns: `order` trees, the tree itself first, equal ones repeated.
  /// - Complexity: O(order^2 log order).
  public var rootings: [RootedTree] {
    var result: [RootedTree] = []
    // What hangs above a node is kept as one more child of it; nil at the root.
    var pending: [(node: RootedTree, above: RootedTree?)] = [(self, nil)]
    while let (node, above) = pending.popLast() {
      let neighbours = node.children + (above.map { [$0] } ?? [])
      result.append(RootedTree(children: neighbours))
      for (position, child) in node.children.enumerated() {
        var rest = neighbours
        rest.remove(at: position)
        pending.append((child, RootedTree(children: rest)))
      }
    }
    return result
  }

  /// The representative of the free tree: the least of all rootings.
  ///
  /// Two rooted trees are rootings of one free tree exactly when their representatives are equal.
  ///
  /// - Complexity: O(order^2 log order).
  public var freeTree: RootedTree { rootings.reduce(self) { min($0, $1) } }
}
