/// The arrays behind a `TreeTable`.
@usableFromInline final class TreeTableStorage: Sendable {
  @usableFromInline let maximumOrder: Int
  @usableFromInline let hasVelocity: Bool
  @usableFromInline let trees: [RootedTree]
  @usableFromInline let order: [Int]
  @usableFromInline let symmetry: [Int]
  @usableFromInline let density: [Int]
  @usableFromInline let children: [[Int]]
  @usableFromInline let orderStart: [Int]
  @usableFromInline let splittings: [EdgeSplitting]
  @usableFromInline let splittingStart: [Int]
  /// `graftings[graftingStart[t] + c]` is the tree t with one more child c.
  @usableFromInline let graftings: [Int32]
  @usableFromInline let graftingStart: [Int]

  init(order maximumOrder: Int, hasVelocity: Bool) {
    let (trees, orderStart) = TreeTableStorage.enumerate(upTo: maximumOrder, hasVelocity: hasVelocity)
    self.maximumOrder = maximumOrder
    self.hasVelocity = hasVelocity
    self.trees = trees
    self.orderStart = orderStart
    var builder = Builder(trees: trees, orderStart: orderStart)
    for index in trees.indices { builder.append(index) }
    order = builder.order
    symmetry = builder.symmetry
    density = builder.density
    children = builder.children
    splittings = builder.splittings
    splittingStart = builder.splittingStart
    graftings = builder.graftings
    graftingStart = builder.graftingStart
  }

  func index(of tree: RootedTree) -> Int? {
    TreeTableStorage.index(of: tree, in: trees, orderStart: orderStart)
  }

  fileprivate static func index(of tree: RootedTree, in trees: [RootedTree], orderStart: [Int]) -> Int? {
    let order = tree.order
    guard order + 1 < orderStart.count else { return nil }
    var (low, high) = (orderStart[order], orderStart[order + 1])
    while low < high {
      let middle = (low + high) / 2
      if trees[middle] < tree { low = middle + 1 } else { high = middle }
    }
    return low < trees.count && trees[low] == tree ? low : nil
  }

  /// All trees in ascending order, and the index at which each order begins.
  private static func enumerate(
    upTo maximumOrder: Int, hasVelocity: Bool
  ) -> (trees: [RootedTree], orderStart: [Int]) {
    var trees: [RootedTree] = hasVelocity ? [.node, .velocity] : [.node]
    var orderStart = [0, 0, trees.count]
    for order in 2..<max(2, maximumOrder + 1) {
      var words: [UInt64] = []
      appendWords(ofOrder: order, from: 0, prefix: UInt64(order) << 60, used: 1, smaller: trees, to: &words)
      for word in words { trees.append(RootedTree(word: word)) }
      orderStart.append(trees.count)
    }
    return (trees, orderStart)
  }

  /// Appends the word of every tree that continues `prefix`, which has `used` nodes, by children at or after `first`.
  ///
  /// Children are tried in ascending order, so the words come in ascending order.
  private static func appendWords(
    ofOrder order: Int, from first: Int, prefix: UInt64, used: Int, smaller: [RootedTree], to words: inout [UInt64]
  ) {
    let remaining = order - used
    guard remaining > 0 else {
      words.append(prefix)
      return
    }
    for index in first..<smaller.count {
      let child = smaller[index]
      guard child.order <= remaining else { break }
      // A child takes all that remains, or leaves room for one that is not smaller.
      guard child.order == remaining || 2 * child.order <= remaining else { continue }
      appendWords(
        ofOrder: order, from: index, prefix: prefix | child.word >> UInt64(4 * used), used: used + child.order,
        smaller: smaller, to: &words)
    }
  }
}

/// Fills the arrays tree by tree: everything about a tree follows from smaller ones.
private struct Builder {
  let trees: [RootedTree]
  let orderStart: [Int]
  var order: [Int] = []
  var symmetry: [Int] = []
  var density: [Int] = []
  var children: [[Int]] = []
  var splittings: [EdgeSplitting] = []
  var splittingStart = [0]
  var graftings: [Int32]
  let graftingStart: [Int]
  private var scratch: [(key: UInt64, count: Int32)] = []

  init(trees: [RootedTree], orderStart: [Int]) {
    self.trees = trees
    self.orderStart = orderStart
    let maximumOrder = orderStart.count - 2
    var start: [Int] = []
    var total = 0
    for tree in trees {
      start.append(total)
      total += orderStart[maximumOrder - tree.order + 1]
    }
    graftingStart = start
    graftings = Array(repeating: -1, count: total)
  }

  mutating func append(_ index: Int) {
    let tree = trees[index]
    let parts = tree.children
    let indices = parts.map { self.index(of: $0) }
    order.append(tree.order)
    children.append(indices)
    var automorphisms = 1
    var product = tree.order
    scratch.removeAll(keepingCapacity: true)
    var position = 0
    while position < indices.count {
      let child = indices[position]
      var copies = 1
      while position + copies < indices.count, indices[position + copies] == child { copies += 1 }
      for copy in 1...copies {
        automorphisms *= copy * symmetry[child]
        product *= density[child]
      }
      var others = parts
      others.remove(at: position)
      addSplittings(of: index, child: child, copies: Int32(copies), rest: self.index(of: RootedTree(children: others)))
      position += copies
    }
    symmetry.append(automorphisms)
    density.append(product)
    mergeSplittings()
  }

  /// Cuts the edge above `child`, then each edge within it; `rest` is the tree without that child.
  private mutating func addSplittings(of index: Int, child: Int, copies: Int32, rest: Int) {
    graftings[graftingStart[rest] + child] = Int32(index)
    scratch.append((UInt64(rest) << 32 | UInt64(child), copies))
    for inner in splittings[splittingStart[child]..<splittingStart[child + 1]] {
      let trunk = graftings[graftingStart[rest] + Int(inner.trunk)]
      scratch.append((UInt64(trunk) << 32 | UInt64(inner.branch), copies * inner.count))
    }
  }

  private mutating func mergeSplittings() {
    scratch.sort { $0.key < $1.key }
    var previous: UInt64?
    for (key, count) in scratch {
      var total = count
      if key == previous, let last = splittings.popLast() { total += last.count }
      splittings.append(
        EdgeSplitting(
          trunk: Int32(truncatingIfNeeded: key >> 32), branch: Int32(truncatingIfNeeded: key), count: total))
      previous = key
    }
    splittingStart.append(splittings.count)
  }

  /// The index of a tree that is known to be in the table.
  private func index(of tree: RootedTree) -> Int {
    guard let index = TreeTableStorage.index(of: tree, in: trees, orderStart: orderStart) else {
      preconditionFailure("\(tree) is not among the trees that the table enumerates")
    }
    return index
  }
}
