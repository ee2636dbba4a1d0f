import HBModel
import Support
import Testing

/// What is recorded of trees, from an independent enumeration.
private struct RecordedTrees: Decodable {
  struct Tree: Decodable {
    let alpha: Int
    let gamma: Int
    let order: Int
    let sigma: Int
  }
  let counts: [Int]
  let freeTreeCounts: [Int]
  let freeTreeClasses: [[[String]]]
  let trees: [String: Tree]
}

@Suite("Recorded trees") struct TreesTests {
  @Test("symmetry, density and labellings are the recorded ones")
  func functionals() throws {
    let recording = try recorded("trees/rooted-trees.json", as: RecordedTrees.self)
    let order = try #require(recording.trees.values.map(\.order).max())
    let table = TreeTable.upTo(order)
    #expect(recording.trees.count == table.count)
    for (text, expected) in recording.trees {
      let tree = try RootedTree(parsing: text)
      #expect(tree.description == text)
      #expect(tree.order == expected.order)
      #expect(tree.symmetry == expected.sigma)
      #expect(tree.density == expected.gamma)
      #expect(tree.monotonicLabellings == expected.alpha)
      let index = try #require(table.index(of: tree))
      #expect(table.symmetry[index] == expected.sigma && table.density[index] == expected.gamma)
    }
  }

  @Test("trees and free trees are as many as recorded")
  func counts() throws {
    let recording = try recorded("trees/rooted-trees.json", as: RecordedTrees.self)
    let table = TreeTable.upTo(12)
    #expect((1...12).map { table.range(ofOrder: $0).count } == recording.counts)
    let freeCounts = recording.freeTreeCounts.indices.map { position in
      Set(table.trees[table.range(ofOrder: position + 1)].map(\.freeTree)).count
    }
    #expect(freeCounts == recording.freeTreeCounts)
  }

  @Test("the rootings of each free tree are the recorded ones")
  func freeTreeClasses() throws {
    let recording = try recorded("trees/rooted-trees.json", as: RecordedTrees.self)
    for (position, classes) in recording.freeTreeClasses.enumerated() {
      let table = TreeTable.upTo(position + 1)
      let trees = table.trees[table.range(ofOrder: position + 1)]
      let found = Set(Dictionary(grouping: trees, by: \.freeTree).values.map { Set($0) })
      let expected = Set(try classes.map { Set(try $0.map { try RootedTree(parsing: $0) }) })
      #expect(found == expected)
    }
  }
}
