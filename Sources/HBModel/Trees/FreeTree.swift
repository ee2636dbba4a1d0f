/// A tree without a root: what all rootings of a rooted tree have in common.
///
/// The elementary differentials of its rootings are the terms of the gradient of one scalar: with a derivative of the
/// objective at each node, contracted along the edges, `H(t)` has the gradient `sum of |Aut t| / symmetry(s) D(s)` over
/// the rootings s of t.
///
/// ```swift
/// let path = FreeTree(try RootedTree(parsing: "[[[]]]"))
/// print(path, path.automorphisms, path.rootings)  // [[][]] 2 [[[][]], [[[]]]]
/// ```
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), IX.9.3, on Hamiltonian vector fields.
public struct FreeTree: Hashable, Sendable {
  /// The distinct rootings, ascending.
  public let rootings: [RootedTree]
  /// The number of automorphisms.
  public let automorphisms: Int

  /// The free tree of which `rooting` is a rooting.
  ///
  /// - Complexity: O(order^2 log order).
  public init(_ rooting: RootedTree) {
    let all = rooting.rootings.sorted()
    rootings = all.reduce(into: []) { distinct, tree in if distinct.last != tree { distinct.append(tree) } }
    // The automorphisms that fix a node are those of the tree rooted there; the others move it along its orbit.
    automorphisms = rootings[0].symmetry * all.prefix { $0 == all[0] }.count
  }

  /// The least of all rootings.
  public var representative: RootedTree { rootings[0] }

  /// The number of nodes.
  public var order: Int { representative.order }

  /// The parts on both sides of the edge that halves the tree best, each rooted at its end of the edge, the smaller first;
  /// nil for the tree with one node.
  ///
  /// `H(t)` is the scalar product of the elementary differentials of the two parts.
  ///
  /// - Complexity: O(order^2).
  public var middleEdge: (smaller: RootedTree, larger: RootedTree)? {
    var best: (smaller: RootedTree, larger: RootedTree)?
    for tree in rootings {
      let children = tree.children
      for (position, child) in children.enumerated() {
        var rest = children
        rest.remove(at: position)
        let trunk = RootedTree(children: rest)
        let parts = (smaller: min(trunk, child), larger: max(trunk, child))
        guard let known = best else {
          best = parts
          continue
        }
        let (order, knownOrder) = (parts.smaller.order, known.smaller.order)
        if order > knownOrder || (order == knownOrder && parts < known) { best = parts }
      }
    }
    return best
  }
}

extension FreeTree: CustomStringConvertible {
  /// The least rooting in bracket notation.
  public var description: String { representative.description }
}
