import HBModel
import Testing

/// Trees whose leaves may stand for a velocity.
@Suite struct VelocityTreeTests {
  private let table = TreeTable.upTo(TreeTable.largestOrderWithVelocity, hasVelocity: true)

  /// Trees with leaves of two kinds: `T = 2x + x (exp(sum over k of T(x^k)/k) - 1)`, expanded by the Euler transform.
  @Test func thereAreAsManyAsTheGeneratingFunctionSays() {
    let largest = table.maximumOrder
    var trees = [0, 2]
    var forests = [1]
    for nodes in 1..<largest {
      // nodes * forests[nodes] = sum over k of (sum over d | k of d trees[d]) forests[nodes - k]
      let sum = (1...nodes).reduce(0) { sum, k in
        let divisors = (1...k).reduce(0) { k.isMultiple(of: $1) ? $0 + $1 * trees[$1] : $0 }
        return sum + divisors * forests[nodes - k]
      }
      forests.append(sum / nodes)
      trees.append(forests[nodes])
    }
    #expect((1...largest).map { table.range(ofOrder: $0).count } == Array(trees.dropFirst()))
    #expect(Array(trees[1...4]) == [2, 2, 5, 13])
  }

  @Test func eachIsFoundReadAndPrinted() throws {
    #expect(zip(table.trees, table.trees.dropFirst()).allSatisfy { $0 < $1 && $0.order <= $1.order })
    for (index, tree) in table.trees.enumerated() {
      #expect(table.index(of: tree) == index)
      #expect(try RootedTree(parsing: tree.description) == tree)
      #expect(table.children[index].map { table.trees[$0] } == tree.children)
      #expect(table.symmetry[index] == tree.symmetry && table.order[index] == tree.order)
    }
    #expect(table.velocity == 1 && table.trees[1] == .velocity)
    #expect(TreeTable.upTo(3).velocity == nil)
    #expect(TreeTable.upTo(3, hasVelocity: true) != TreeTable.upTo(3))
  }

  @Test func velocityLeavesAreNoNodesOfTheField() throws {
    #expect(RootedTree.velocity.description == "v")
    #expect(RootedTree.velocity.children.isEmpty && RootedTree.velocity != .node)
    let tree = try RootedTree(parsing: "[[v]vv[][v[]]]")
    #expect(tree.description == "[[]vv[v][[]v]]")
    #expect(tree.order == 9 && tree.fieldNodes == 5 && tree.symmetry == 2)
    for (text, message) in [
      ("[vv", "column 4: expected '[' or ']', found the end of the text"),
      ("v]", "column 2: expected the end of the tree, found ']'"),
      ("vv", "column 2: expected the end of the tree, found 'v'"),
    ] {
      let error = #expect(throws: TreeNotationError.self) { try RootedTree(parsing: text) }
      #expect(error?.description == message)
    }
  }

  @Test func aTableWithoutVelocityIsAmongThem() {
    let plain = TreeTable.upTo(table.maximumOrder).trees
    #expect(table.trees.filter { $0.fieldNodes == $0.order } == plain)
  }

  @Test func edgesAreThoseThatCutsFind() throws {
    let small = TreeTable.upTo(6, hasVelocity: true)
    for (index, tree) in small.trees.enumerated() {
      let found = small.splittings[small.splittingStart[index]..<small.splittingStart[index + 1]].map {
        [small.trees[Int($0.trunk)].description, small.trees[Int($0.branch)].description, "\($0.count)"]
      }
      let expected = tree.edgeSplittings.map { [$0.trunk.description, $0.branches[0].description, "\($0.count)"] }
      #expect(Set(found) == Set(expected) && found.count == expected.count, "\(tree)")
    }
  }
}
