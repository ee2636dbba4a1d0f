import HBModel
import Testing

@Suite("The table of trees") struct TreeTableTests {
  @Test("trees are as many as A000081 says, in ascending order, each found at its index")
  func counts() {
    let table = TreeTable.upTo(12)
    #expect(
      (1...12).map { table.range(ofOrder: $0).count } == [1, 1, 2, 4, 9, 20, 48, 115, 286, 719, 1842, 4766])
    #expect(zip(table.trees, table.trees.dropFirst()).allSatisfy { $0 < $1 })
    #expect(table.trees.indices.allSatisfy { table.index(of: table.trees[$0]) == $0 })
    #expect(table.index(of: .chain(order: 13)) == nil)
  }

  @Test("a smaller table is the beginning of a larger one", arguments: 1...11)
  func prefixes(order: Int) {
    let (smaller, larger) = (TreeTable.upTo(order), TreeTable.upTo(order + 1))
    #expect(smaller.trees[...] == larger.trees[..<smaller.count])
    #expect(smaller.children[...] == larger.children[..<smaller.count])
    #expect(smaller.splittings[...] == larger.splittings[..<smaller.splittings.count])
  }

  @Test("symmetry, density and children in the table are those of the tree")
  func functionals() {
    let table = TreeTable.upTo(9)
    for (index, tree) in table.trees.enumerated() {
      #expect(table.order[index] == tree.order)
      #expect(table.symmetry[index] == tree.symmetry)
      #expect(table.density[index] == tree.density)
      #expect(table.children[index].map { table.trees[$0] } == tree.children)
    }
  }

  @Test("monotonic labellings sum to (n-1)!, and n!/symmetry to n^(n-1), the labelled rooted trees")
  func labellings() {
    let table = TreeTable.upTo(12)
    for order in 1...12 {
      let factorial = (1...order).reduce(1, *)
      var monotonic = 0
      var labelled = 0
      for tree in table.range(ofOrder: order) {
        monotonic += factorial / (table.symmetry[tree] * table.density[tree])
        labelled += factorial / table.symmetry[tree]
      }
      #expect(monotonic == factorial / order)
      #expect(labelled == (1..<order).reduce(1) { product, _ in product * order })
    }
  }

  @Test("edge splittings of the table are the admissible cuts with one branch")
  func splittings() {
    let table = TreeTable.upTo(8)
    for (index, tree) in table.trees.enumerated() {
      let range = table.splittingStart[index]..<table.splittingStart[index + 1]
      let fromTable = table.splittings[range].map {
        AdmissibleCut(
          trunk: table.trees[Int($0.trunk)], branches: [table.trees[Int($0.branch)]], count: Int($0.count))
      }
      #expect(Set(fromTable) == Set(tree.edgeSplittings))
      #expect(fromTable.count == tree.edgeSplittings.count)
      #expect(fromTable.reduce(0) { $0 + $1.count } == tree.order - 1)
    }
  }

  @Test("admissible cuts are counted by their recursion: one more than those of each child, multiplied")
  func cutCounts() {
    func cuts(_ tree: RootedTree) -> Int { tree.children.reduce(1) { $0 * (cuts($1) + 1) } }
    for tree in TreeTable.upTo(8).trees {
      let found = tree.admissibleCuts
      #expect(found.reduce(0) { $0 + $1.count } == cuts(tree))
      #expect(found.allSatisfy { $0.trunk.order + $0.branches.reduce(0) { $0 + $1.order } == tree.order })
      #expect(found.contains(AdmissibleCut(trunk: tree, branches: [], count: 1)))
    }
  }

  @Test("grafting adds a child to the root")
  func grafting() {
    let table = TreeTable.upTo(8)
    for trunk in 0..<table.count {
      for child in 0..<table.count where table.order[trunk] + table.order[child] <= 8 {
        let grown = RootedTree(children: table.trees[trunk].children + [table.trees[child]])
        #expect(table.trees[table.grafting(child, onto: trunk)] == grown)
      }
    }
  }
}
