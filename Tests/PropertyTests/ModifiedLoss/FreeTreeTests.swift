import HBModel
import Testing

@Suite("Free trees") struct FreeTreeTests {
  private let trees = FreeTreeTable.upTo(9)

  @Test("there are as many of each order as A000055 counts")
  func counts() {
    let counts = (1...9).map { order in trees.trees.count { $0.order == order } }
    #expect(counts == [1, 1, 1, 2, 3, 6, 11, 23, 47])
    #expect(trees.freeTree.allSatisfy { trees.trees.indices.contains($0) })
    #expect(trees.rootings.flatMap(\.self).sorted() == Array(0..<trees.table.count))
  }

  @Test("each node is the root of one rooting: the orbits of the nodes add up")
  func orbits() {
    for tree in trees.trees {
      let nodes = tree.rootings.reduce(0) { $0 + tree.automorphisms / $1.symmetry }
      #expect(nodes == tree.order, "\(tree)")
      for rooting in tree.rootings {
        #expect(tree.automorphisms.isMultiple(of: rooting.symmetry))
        #expect(FreeTree(rooting) == tree)
      }
    }
  }

  @Test("the automorphisms of paths, stars and a double star")
  func automorphisms() throws {
    #expect(FreeTree(.node).automorphisms == 1)
    #expect((2...9).allSatisfy { FreeTree(.chain(order: $0)).automorphisms == 2 })
    #expect((2...8).map { FreeTree(.bush(leaves: $0)).automorphisms } == [2, 6, 24, 120, 720, 5040, 40320])
    #expect(FreeTree(try RootedTree(parsing: "[[][][[][]]]")).automorphisms == 8)
  }

  @Test("the middle edge joins two parts whose roots it connects")
  func middleEdges() throws {
    #expect(FreeTree(.node).middleEdge == nil)
    for tree in trees.trees where tree.order > 1 {
      let parts = try #require(tree.middleEdge)
      #expect(parts.smaller <= parts.larger)
      #expect(FreeTree(RootedTree(children: parts.larger.children + [parts.smaller])) == tree)
    }
    let path = try #require(FreeTree(.chain(order: 8)).middleEdge)
    #expect(path.smaller == .chain(order: 4) && path.larger == .chain(order: 4))
  }
}
