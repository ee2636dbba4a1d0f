/// What is wrong with what a person typed: what, where, and what was expected, in one line.
public struct UsageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The argument that is at fault, e.g. `--momentum`.
  public let subject: String
  /// What stands there.
  public let found: String
  /// What would have been accepted.
  public let expected: String
  /// The nearest thing that exists; nil where nothing is near.
  public let suggestion: String?

  /// An error of the argument `subject`.
  public init(_ subject: String, found: String, expected: String, suggestion: String? = nil) {
    self.subject = subject
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }

  /// One line: `SUBJECT: found FOUND, expected EXPECTED`, with a suggestion where there is one.
  public var description: String {
    let hint = suggestion.map { " (did you mean \($0)?)" } ?? ""
    return "\(subject): found \(found), expected \(expected)\(hint)"
  }

  /// A text as a person recognizes it: in quotes, cut in the middle of what is too long to read.
  public static func quoted(_ text: String) -> String {
    text.count <= 60 ? "'\(text)'" : "'\(text.prefix(40))...' (\(text.count) characters)"
  }
}

extension String {
  /// The text with control characters written out, so that it stays one line and commands no terminal.
  public var withoutControlCharacters: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
