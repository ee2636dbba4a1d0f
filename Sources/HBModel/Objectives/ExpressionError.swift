/// Why a text is not an objective, or another formula: what was met, where, and what was expected.
public struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What the text was to be.
  public let subject: String
  /// The text that was read.
  public let source: String
  /// The column of the fault, counted in characters from 1.
  public let column: Int
  /// What was met.
  public let found: String
  /// What would have been accepted.
  public let expected: String

  /// An error at `column` of `source`.
  public init(subject: String = "objective", source: String, column: Int, found: String, expected: String) {
    self.subject = subject
    self.source = source
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// One line: the fault, its column, the expectation, and the text with the place marked by `>>`.
  public var description: String {
    let window = 40
    let characters = Array(source)
    let at = min(max(column - 1, 0), characters.count)
    let before = String(characters[max(0, at - window)..<at])
    let after = String(characters[at..<min(characters.count, at + window)])
    let marked = (at > window ? "..." : "") + before + " >>" + after + (characters.count > at + window ? "..." : "")
    return "\(subject), column \(column): found \(found), expected \(expected), in: \(marked)"
  }
}
