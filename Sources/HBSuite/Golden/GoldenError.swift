/// Why a golden file cannot be compared with.
public struct GoldenError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file, relative to the golden directory.
  public let file: String
  /// What was found in it, or that it is missing.
  public let found: String
  /// What was expected.
  public let expected: String

  /// One line: the file, what was found, what was expected.
  public var description: String { "golden file \(file): \(found), expected \(expected)" }
}
