import Synchronization

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
  /// Whether trees with velocity leaves are among them.
  @inlinable public var hasVelocity: Bool { storage.hasVelocity }
  /// The index of the tree that is a velocity leaf alone; nil in a table without.
  @inlinable public var velocity: Int? { hasVelocity ? 1 : nil }
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

  /// The index of a tree; nil where its order exceeds `maximumOrder`, or it has velocity leaves that
  /// the table has not.
  ///
  /// - Complexity: O(log count).
  public func index(of tree: RootedTree) -> Int? { storage.index(of: tree) }

  /// The index of the tree that arises by hanging tree `child` below the root of tree `trunk`.
  ///
  /// - Precondition: the orders of the two sum to at most `maximumOrder`, and the trunk is no velocity leaf.
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
  /// Tables are equal when they reach the same order, both with or both without velocity leaves.
  public static func == (lhs: TreeTable, rhs: TreeTable) -> Bool {
    lhs.maximumOrder == rhs.maximumOrder && lhs.hasVelocity == rhs.hasVelocity
  }
}

extension TreeTable {
  /// The largest order that a table can have; 7813 trees and 62 943 splittings.
  public static let largestOrder = 12
  /// The largest order that a table with velocity leaves can have; 1541 trees.
  public static let largestOrderWithVelocity = 8

  /// The table of all trees with 1 to `order` nodes, built once in a process.
  ///
  /// - Parameters:
  ///   - order: in `1...largestOrder`, with velocity leaves in `1...largestOrderWithVelocity`.
  ///   - hasVelocity: whether leaves may stand for a velocity: the trees of a start with one.
  /// - Precondition: `order` is in that range.
  /// - Complexity: on the first call O(log count) for each splitting, 1 ms for order 10 and 6 ms for 12; O(1) afterwards.
  public static func upTo(_ order: Int, hasVelocity: Bool = false) -> TreeTable {
    let largest = hasVelocity ? largestOrderWithVelocity : largestOrder
    precondition((1...largest).contains(order), "a tree table has an order in 1...\(largest)")
    return (hasVelocity ? withVelocity : plain)[order - 1].table
  }

  private static let plain = (1...largestOrder).map { Deferred(order: $0, hasVelocity: false) }
  private static let withVelocity = (1...largestOrderWithVelocity).map { Deferred(order: $0, hasVelocity: true) }

  /// A table that is built at its first use, by one thread.
  private final class Deferred: Sendable {
    private let order: Int
    private let hasVelocity: Bool
    private let built = Mutex<TreeTable?>(nil)

    init(order: Int, hasVelocity: Bool) { (self.order, self.hasVelocity) = (order, hasVelocity) }

    var table: TreeTable {
      built.withLock { stored in
        if let stored { return stored }
        let table = TreeTable(storage: TreeTableStorage(order: order, hasVelocity: hasVelocity))
        stored = table
        return table
      }
    }
  }
}
