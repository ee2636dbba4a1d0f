/// A way to cut a rooted tree: the part that keeps the root, and the branches that fall off.
public struct AdmissibleCut: Hashable, Sendable {
  /// The part with the root.
  public let trunk: RootedTree
  /// The parts cut off, in ascending order; at most one cut lies on each path from the root.
  public let branches: [RootedTree]
  /// The number of cuts of the tree that give this trunk and these branches.
  public let count: Int

  /// The cut that leaves `trunk` and drops `branches`, given in ascending order, in `count` ways.
  public init(trunk: RootedTree, branches: [RootedTree], count: Int) {
    self.trunk = trunk
    self.branches = branches
    self.count = count
  }
}

extension RootedTree {
  /// The admissible cuts that keep the root, equal ones merged; among them the cut of nothing.
  ///
  /// Found by deciding at each child whether to cut above it: the route that knows nothing of a `TreeTable`.
  ///
  /// - Returns: cuts in ascending order of trunk, then of branches.
  /// - Complexity: O(2^order) at worst.
  /// - SeeAlso: Chartier, Hairer, Vilmart, *Algebraic structures of B-series* (2010), section 2.
  public var admissibleCuts: [AdmissibleCut] {
    guard self != .velocity else { return [AdmissibleCut(trunk: self, branches: [], count: 1)] }
    var partial: [Pieces: Int] = [Pieces(kept: [], branches: []): 1]
    for child in children {
      let inner = child.admissibleCuts
      var extended: [Pieces: Int] = [:]
      for (pieces, count) in partial {
        extended[pieces.dropping(child), default: 0] += count
        for cut in inner { extended[pieces.keeping(cut), default: 0] += count * cut.count }
      }
      partial = extended
    }
    return partial.map { AdmissibleCut(trunk: RootedTree(children: $0.kept), branches: $0.branches, count: $1) }
      .sorted { ($0.trunk, $0.branches.count) < ($1.trunk, $1.branches.count) || $0.precedesInBranches($1) }
  }

  /// The ways to cut one edge, equal ones merged: admissible cuts with a single branch.
  ///
  /// - Complexity: that of `admissibleCuts`; `TreeTable` has the same in flat arrays.
  public var edgeSplittings: [AdmissibleCut] { admissibleCuts.filter { $0.branches.count == 1 } }

  /// What the decisions made so far at the children of one root leave.
  private struct Pieces: Hashable {
    var kept: [RootedTree]
    var branches: [RootedTree]

    func dropping(_ child: RootedTree) -> Pieces { Pieces(kept: kept, branches: (branches + [child]).sorted()) }

    func keeping(_ cut: AdmissibleCut) -> Pieces {
      Pieces(kept: (kept + [cut.trunk]).sorted(), branches: (branches + cut.branches).sorted())
    }
  }
}

extension AdmissibleCut {
  fileprivate func precedesInBranches(_ other: AdmissibleCut) -> Bool {
    trunk == other.trunk && branches.count == other.branches.count
      && branches.lexicographicallyPrecedes(other.branches)
  }
}
