/// One edge of a tree cut: indices of the part with the root and of the part cut off, in a `TreeTable`.
@frozen public struct EdgeSplitting: Hashable, Sendable {
  /// The index of the part with the root.
  public let trunk: Int32
  /// The index of the part cut off.
  public let branch: Int32
  /// The number of edges of the tree that give these two parts.
  public let count: Int32
}

/// All rooted trees up to an order, numbered, with what series over them need, in flat arrays.
///
/// Trees are numbered 0, 1, ... in ascending order, hence by order first: `[]`, `[[]]`, `[[][]]`, `[[[]]]`, ...
///
/// ```swift
/// let table = TreeTable.upTo(4)
/// print(table.count, table.trees[4], table.range(ofOrder: 3))  // 8 [[][][]] 2..<4
/// ```
public struct TreeTable: Sendable {
  /// Immutable, so that copies of the table share it.
  @usableFromInline let storage: TreeTableStorage

  init(storage: TreeTableStorage) { self.storage = storage }

  /// The largest order.
  @inlinable public var maximumOrder: Int { storage.maximumOrder }
  /// The number of trees.
  @inlinable public var count: Int { storage.trees.count }
  /// The trees in ascending order.
  @inlinable public var trees: [RootedTree] { storage.trees }
  /// The number of nodes of each tree.
  @inlinable public var order: [Int] { storage.order }
  /// The number of automorphisms of each tree, `sigma`.
  @inlinable public var symmetry: [Int] { storage.symmetry }
  /// The density of each tree, `gamma`.
  @inlinable public var density: [Int] { storage.density }
  /// The indices of the children of each root, ascending, repeated where a child occurs more than once.
  @inlinable public var children: [[Int]] { storage.children }
  /// The edge splittings of all trees, those of tree `t` at `splittingStart[t]..<splittingStart[t + 1]`.
  @inlinable public var splittings: [EdgeSplitting] { storage.splittings }
  /// Where the splittings of each tree begin; one entry more than there are trees.
  @inlinable public var splittingStart: [Int] { storage.splittingStart }

  /// The indices of the trees with `order` nodes.
  ///
  /// - Precondition: `order` is in `1...maximumOrder`.
  /// - Complexity: O(1).
  @inlinable public func range(ofOrder order: Int) -> Range<Int> {
    storage.orderStart[order]..<storage.orderStart[order + 1]
  }

  /// The index of a tree; nil where its order exceeds `maximumOrder`.
  ///
  /// - Complexity: O(log count).
  public func index(of tree: RootedTree) -> Int? { storage.index(of: tree) }

  /// The index of the tree that arises by hanging tree `child` below the root of tree `trunk`.
  ///
  /// - Precondition: the orders of the two sum to at most `maximumOrder`.
  /// - Complexity: O(1).
  @inlinable public func grafting(_ child: Int, onto trunk: Int) -> Int {
    Int(storage.graftings[storage.graftingStart[trunk] + child])
  }
}

extension TreeTable {
  /// The error with the coefficient that was being computed named, where it is an `ExactOverflow`; else unchanged.
  @inlinable func naming<Failure: Error>(_ tree: Int, in error: Failure) -> Failure {
    guard error is ExactOverflow else { return error }
    return ExactOverflow(subject: "the coefficient of \(trees[tree])") as? Failure ?? error
  }
}

extension TreeTable: Equatable {
  /// Tables are equal when they reach the same order.
  public static func == (lhs: TreeTable, rhs: TreeTable) -> Bool { lhs.maximumOrder == rhs.maximumOrder }
}

extension TreeTable {
  /// The largest order that a table can have; 7813 trees and 62 943 splittings.
  public static let largestOrder = 12

  /// The table of all trees with 1 to `order` nodes, built once in a process.
  ///
  /// - Parameter order: in `1...largestOrder`.
  /// - Precondition: `order` is in that range.
  /// - Complexity: on the first call O(log count) for each splitting, 1 ms for order 10 and 6 ms for 12; O(1) afterwards.
  public static func upTo(_ order: Int) -> TreeTable {
    precondition((1...largestOrder).contains(order), "a tree table has an order in 1...\(largestOrder)")
    return switch order {
    case 1: Built.order1
    case 2: Built.order2
    case 3: Built.order3
    case 4: Built.order4
    case 5: Built.order5
    case 6: Built.order6
    case 7: Built.order7
    case 8: Built.order8
    case 9: Built.order9
    case 10: Built.order10
    case 11: Built.order11
    default: Built.order12
    }
  }

  /// Each is built at its first use, by one thread.
  private enum Built {
    static let order1 = TreeTable(order: 1)
    static let order2 = TreeTable(order: 2)
    static let order3 = TreeTable(order: 3)
    static let order4 = TreeTable(order: 4)
    static let order5 = TreeTable(order: 5)
    static let order6 = TreeTable(order: 6)
    static let order7 = TreeTable(order: 7)
    static let order8 = TreeTable(order: 8)
    static let order9 = TreeTable(order: 9)
    static let order10 = TreeTable(order: 10)
    static let order11 = TreeTable(order: 11)
    static let order12 = TreeTable(order: 12)
  }

  private init(order: Int) { self.init(storage: TreeTableStorage(order: order)) }
}
