/// What is wrong with a text that should be a rooted tree in brackets.
public struct TreeNotationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The column of the first character that does not fit, counted from 1; one past the end where the text breaks off.
  public let column: Int
  /// What was expected there.
  public let expected: String
  /// What stands there.
  public let found: String

  /// One line with the column, the expectation and the finding.
  public var description: String { "column \(column): expected \(expected), found \(found)" }
}

extension RootedTree: CustomStringConvertible {
  /// Reads a tree in brackets, e.g. `[[][]]` or `[v[]]`, its children in any order.
  ///
  /// - Throws: `TreeNotationError` for any other character, unbalanced brackets, text after the tree, or more than
  ///   `maximumOrder` nodes.
  /// - Complexity: O(length log length); no recursion, so that no text exhausts the stack.
  public init(parsing text: String) throws(TreeNotationError) {
    var open: [[RootedTree]] = []
    var finished: RootedTree?
    var nodes = 0
    var column = 0
    for character in text {
      column += 1
      let expected: String
      switch (character, finished) {
      case ("[", nil), ("v", nil):
        nodes += 1
        guard nodes <= RootedTree.maximumOrder else {
          throw TreeNotationError(
            column: column, expected: "a tree of at most \(RootedTree.maximumOrder) nodes", found: "one more node")
        }
        switch (character, open.isEmpty) {
        case ("[", _): open.append([])
        case (_, true): finished = .velocity
        default: open[open.count - 1].append(.velocity)
        }
        continue
      case ("]", nil) where !open.isEmpty:
        let tree = RootedTree(children: open.removeLast())
        if open.isEmpty { finished = tree } else { open[open.count - 1].append(tree) }
        continue
      case (_, nil): expected = open.isEmpty ? "'['" : "'[' or ']'"
      default: expected = "the end of the tree"
      }
      throw TreeNotationError(column: column, expected: expected, found: "'\(character)'")
    }
    guard let finished else {
      throw TreeNotationError(
        column: column + 1, expected: open.isEmpty ? "'['" : "'[' or ']'", found: "the end of the text")
    }
    self = finished
  }

  /// The canonical form in brackets, children in ascending order: `[[][[]]]`; a velocity leaf is `v`.
  public var description: String {
    self == .velocity ? "v" : "[" + children.map(\.description).joined() + "]"
  }
}
