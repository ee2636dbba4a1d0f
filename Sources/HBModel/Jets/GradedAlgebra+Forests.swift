extension GradedAlgebra {
  /// The forest algebra: basis forests of total weight below `order`, product the union of forests.
  ///
  /// Forest number `i` is tree number `i` of `TreeTable.upTo(order)` without its root, so the weight of a forest is
  /// the order of its tree minus one.
  ///
  /// - Parameter order: the largest tree order, at least 1.
  /// - Complexity: O(splits), that is 20, 124, 790, 5239 for orders 4, 6, 8, 10.
  public static func forests(order: Int) -> GradedAlgebra { forests(of: .upTo(order)) }

  /// The forest algebra of the trees of a table: basis the forests that those trees leave without their root.
  ///
  /// The tree that is a velocity leaf alone leaves none, so that the forests of the trees after it have the numbers of
  /// those trees less one.
  ///
  /// - Complexity: O(splits).
  public static func forests(of table: TreeTable) -> GradedAlgebra {
    let rooted = table.trees.indices.filter { $0 != table.velocity }
    var forestIndex: [[Int]: Int] = [:]
    for (forest, tree) in rooted.enumerated() { forestIndex[table.children[tree]] = forest }

    let splits = rooted.map { tree -> [Split] in
      let children = table.children[tree]
      var own: [Split] = []
      // Every sub-multiset of the children once: choose how many of each distinct child go left.
      func choose(from position: Int, left: [Int], right: [Int]) {
        guard position < children.count else {
          if let l = forestIndex[left], let r = forestIndex[right] {
            own.append(Split(left: Int32(l), right: Int32(r)))
          }
          return
        }
        let child = children[position]
        let end = children[position...].firstIndex { $0 != child } ?? children.count
        for taken in 0...(end - position) {
          choose(
            from: end,
            left: left + Array(repeating: child, count: taken),
            right: right + Array(repeating: child, count: end - position - taken))
        }
      }
      choose(from: 0, left: [], right: [])
      return own
    }
    return GradedAlgebra(weights: rooted.map { table.order[$0] - 1 }, splits: splits)
  }
}
