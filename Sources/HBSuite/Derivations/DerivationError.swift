/// Why a text is no derivation file, or no recording: where, what was met, and what was expected.
public struct DerivationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The line of the fault, from 1.
  public let line: Int
  /// The column of the fault, in characters from 1.
  public let column: Int
  /// What was met.
  public let found: String
  /// What would have been accepted.
  public let expected: String

  /// An error at a place of a file.
  public init(file: String, line: Int, column: Int, found: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// One line: `FILE, line L, column C: found FOUND, expected EXPECTED`.
  public var description: String {
    "\(file), line \(line), column \(column): found \(found), expected \(expected)"
  }
}
