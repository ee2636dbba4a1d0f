/// A text that is no number, or no number of the wanted type.
public struct NumberFormatError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text that was read.
  public let text: String
  /// The column, from 1, of the first character that cannot be part of a number.
  public let position: Int
  /// What would have been right there, e.g. "a digit".
  public let expectation: String

  /// An error at a column, from 1, of a text.
  public init(text: String, position: Int, expectation: String) {
    self.text = text
    self.position = position
    self.expectation = expectation
  }

  /// One line: what, where, what was expected.
  public var description: String { "\"\(text)\", column \(position): expected \(expectation)" }
}
