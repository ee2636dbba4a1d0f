/// A rooted tree in canonical form, without labels but for leaves that may stand for a velocity.
///
/// A node stands for the field g, its children for the vectors along which g is differentiated. A *velocity leaf*, `v`,
/// stands for a constant vector instead: the velocity that a start with momentum has.
///
/// A tree is stored as the sizes of the subtrees at its nodes, root first, children in ascending order, four bits each:
/// 0 for a leaf, 1 for a velocity leaf, else the number of nodes. Two trees are equal exactly when their words are, and
/// comparing the words as integers compares first by order, then by the lists of children.
///
/// ```swift
/// let tree = try RootedTree(parsing: "[[[]][]]")
/// print(tree, tree.order, tree.symmetry, tree.density)  // [[][[]]] 4 1 8
/// ```
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), III.1.
@frozen public struct RootedTree: Hashable, Sendable {
  /// The largest order: what one word holds; `density` and `symmetry` fit 64 bits as well.
  public static let maximumOrder = 15

  /// The size of the subtree at each node in preorder, from the highest four bits on; zero beyond the last.
  @usableFromInline let word: UInt64

  init(word: UInt64) { self.word = word }

  /// The tree with one node.
  public static let node = RootedTree(word: 0)

  /// The tree that is a velocity leaf alone, `v`.
  public static let velocity = RootedTree(word: 1 << 60)

  /// The tree whose root has the given children, in any order.
  ///
  /// - Precondition: the orders of the children sum to less than `maximumOrder`.
  /// - Complexity: O(m log m) for m children.
  public init(children: [RootedTree]) {
    guard !children.isEmpty else {
      self = .node
      return
    }
    var word: UInt64 = 0
    var order = 1
    for child in children.sorted() {
      precondition(order + child.order <= RootedTree.maximumOrder, "the tree is too large")
      word |= child.word >> UInt64(4 * order)
      order += child.order
    }
    self.word = word | UInt64(order) << 60
  }

  /// The number of nodes, `|t|`.
  ///
  /// - Complexity: O(1).
  @inlinable public var order: Int { max(1, Int(word >> 60)) }

  /// The number of nodes that stand for g: those that are not velocity leaves.
  ///
  /// - Complexity: O(order * height).
  public var fieldNodes: Int { self == .velocity ? 0 : children.reduce(1) { $0 + $1.fieldNodes } }

  /// The children of the root, in ascending order.
  ///
  /// - Complexity: O(number of children).
  public var children: [RootedTree] {
    var result: [RootedTree] = []
    var position = 1
    while position < order {
      // The child begins with its own order; what follows it is masked away.
      let rest = word << UInt64(4 * position)
      let length = max(1, rest >> 60)
      result.append(RootedTree(word: rest & ~(UInt64.max >> (4 * length))))
      position += Int(length)
    }
    return result
  }

  /// The number of automorphisms, `sigma(t)`.
  ///
  /// - Complexity: O(order * height).
  public var symmetry: Int {
    childMultiplicities.reduce(1) { product, group in
      (1...group.count).reduce(product) { $0 * $1 * group.child.symmetry }
    }
  }

  /// The product of the orders of all subtrees that hang at a node, `gamma(t)`.
  ///
  /// - Complexity: O(order * height).
  public var density: Int { children.reduce(order) { $0 * $1.density } }

  /// The number of edges on the longest path from the root.
  ///
  /// - Complexity: O(order * height).
  public var height: Int { children.map { $0.height + 1 }.max() ?? 0 }

  /// The number of ways to label the nodes in an order that increases from the root, `alpha(t)`.
  ///
  /// Equals `order! / (symmetry * density)`; these numbers sum to `(n - 1)!` over the trees of order n.
  public var monotonicLabellings: Int { (1...order).reduce(1, *) / (symmetry * density) }

  /// The distinct children of the root in ascending order, each with the number of its copies.
  public var childMultiplicities: [(child: RootedTree, count: Int)] {
    var groups: [(child: RootedTree, count: Int)] = []
    for child in children {
      if let last = groups.last, last.child == child {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((child, 1))
      }
    }
    return groups
  }

  /// The path with `order` nodes, `[[[...]]]`.
  ///
  /// - Precondition: `order` is in `1...maximumOrder`.
  public static func chain(order: Int) -> RootedTree {
    (1..<order).reduce(.node) { tree, _ in RootedTree(children: [tree]) }
  }

  /// The tree whose root has `leaves` children, all of them leaves, `[[][]...]`.
  ///
  /// - Precondition: `leaves` is in `0..<maximumOrder`.
  public static func bush(leaves: Int) -> RootedTree {
    RootedTree(children: Array(repeating: .node, count: leaves))
  }
}

extension RootedTree: Comparable {
  /// The total order: by number of nodes, then by the ascending lists of children, compared lexicographically.
  @inlinable public static func < (lhs: RootedTree, rhs: RootedTree) -> Bool { lhs.word < rhs.word }
}
