import HBModel
import Testing

@Suite("Rooted trees") struct RootedTreeTests {
  @Test("what is printed is read back as the same tree")
  func roundTrip() throws {
    for tree in TreeTable.upTo(8).trees { #expect(try RootedTree(parsing: tree.description) == tree) }
  }

  @Test("children may be read in any order")
  func anyOrder() throws {
    for tree in TreeTable.upTo(8).trees {
      let reversed = "[" + tree.children.reversed().map(RootedTreeTests.mirrored).joined() + "]"
      #expect(try RootedTree(parsing: reversed) == tree)
    }
    #expect(try RootedTree(parsing: "[[[]][]]").description == "[[][[]]]")
    #expect(try RootedTree(parsing: "[[[[]][]][]]").description == "[[][[][[]]]]")
    #expect(try RootedTree(parsing: "[[][[]]]") != RootedTree(parsing: "[[[][]]]"))
  }

  /// The brackets of a tree with the children of every node in descending order.
  private static func mirrored(_ tree: RootedTree) -> String {
    "[" + tree.children.reversed().map(mirrored).joined() + "]"
  }

  @Test(
    "a text that is no tree is refused with the column and what was expected there",
    arguments: [
      ("", "column 1: expected '[', found the end of the text"),
      ("x", "column 1: expected '[', found 'x'"),
      ("]", "column 1: expected '[', found ']'"),
      ("[[]", "column 4: expected '[' or ']', found the end of the text"),
      ("[[x]]", "column 3: expected '[' or ']', found 'x'"),
      ("[][]", "column 3: expected the end of the tree, found '['"),
      ("[]]", "column 3: expected the end of the tree, found ']'"),
    ])
  func refusal(text: String, message: String) {
    let error = #expect(throws: TreeNotationError.self) { try RootedTree(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("deep nesting is refused at the limit of the order, whatever its depth")
  func deepNesting() throws {
    let limit = RootedTree.maximumOrder
    let error = #expect(throws: TreeNotationError.self) {
      try RootedTree(parsing: String(repeating: "[", count: 1_000_000))
    }
    #expect(error?.column == limit + 1)
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(try RootedTree(parsing: deepest) == RootedTree.chain(order: limit))
    #expect(RootedTree.bush(leaves: limit - 1).children == Array(repeating: .node, count: limit - 1))
  }

  @Test("order, symmetry, density and height of trees that a textbook lists")
  func functionals() throws {
    // Hairer, Lubich, Wanner (2006), table III.1.1 and its continuation.
    let rows: [(String, order: Int, symmetry: Int, density: Int, height: Int)] = [
      ("[]", 1, 1, 1, 0), ("[[]]", 2, 1, 2, 1), ("[[][]]", 3, 2, 3, 1), ("[[[]]]", 3, 1, 6, 2),
      ("[[][][]]", 4, 6, 4, 1), ("[[][[]]]", 4, 1, 8, 2), ("[[[][]]]", 4, 2, 12, 2), ("[[[[]]]]", 4, 1, 24, 3),
      ("[[[]][[]]]", 5, 2, 20, 2), ("[[[][]][[][]]]", 7, 8, 63, 2),
    ]
    for row in rows {
      let tree = try RootedTree(parsing: row.0)
      #expect(tree.order == row.order)
      #expect(tree.symmetry == row.symmetry)
      #expect(tree.density == row.density)
      #expect(tree.height == row.height)
    }
  }

  @Test("order! is the product of symmetry, density and the number of monotonic labellings, for the largest tree too")
  func largestTrees() {
    let factorial = (1...RootedTree.maximumOrder).reduce(1, *)
    let chain = RootedTree.chain(order: RootedTree.maximumOrder)
    #expect(chain.density == factorial)
    #expect(chain.symmetry == 1)
    let bush = RootedTree.bush(leaves: RootedTree.maximumOrder - 1)
    #expect(bush.symmetry * bush.density == factorial)
    #expect(bush.monotonicLabellings == 1)
  }

  @Test("trees compare by order first, and equal trees have equal hashes")
  func comparison() throws {
    let trees = TreeTable.upTo(8).trees
    for (smaller, larger) in zip(trees, trees.dropFirst()) {
      #expect(smaller < larger)
      #expect(smaller.order <= larger.order)
    }
    #expect(Set(trees).count == trees.count)
  }

  @Test("the rootings of a tree are as many as its nodes and share one free tree")
  func rootings() {
    for tree in TreeTable.upTo(7).trees {
      #expect(tree.rootings.count == tree.order)
      #expect(tree.rootings[0] == tree)
      #expect(tree.rootings.allSatisfy { $0.freeTree == tree.freeTree && $0.order == tree.order })
    }
  }

  @Test("free trees are as many as A000055 says")
  func freeTreeCounts() {
    let table = TreeTable.upTo(10)
    let counts = (1...10).map { order in Set(table.trees[table.range(ofOrder: order)].map(\.freeTree)).count }
    #expect(counts == [1, 1, 1, 2, 3, 6, 11, 23, 47, 106])
  }
}
