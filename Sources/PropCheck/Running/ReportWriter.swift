/// Collects the lines of a report, and shortens what does not fit on a screen unless the whole is asked for.
struct ReportWriter {
  private(set) var lines: [String]
  private(set) var hasShortened = false
  private let isWhole: Bool

  /// A report with its first line.
  init(_ headline: String, isWhole: Bool) {
    lines = [harmless(headline)]
    self.isWhole = isWhole
  }

  /// Adds a line with a name, filled up to a column, and a text whose further lines begin in the same column.
  mutating func add(_ name: String, _ text: String) {
    add(name, text, isWhole ? text : shortened(text))
  }

  /// Adds a line with a token.
  mutating func add(_ name: String, token: String) {
    add(name, token, isWhole ? token : shortenedToken(token))
  }

  private mutating func add(_ name: String, _ whole: String, _ text: String) {
    if text.utf8.count != whole.utf8.count { hasShortened = true }
    lines.append(ReportWriter.line(name, harmless(text)))
  }

  /// One entry of a report.
  static func line(_ name: String, _ text: String) -> String {
    let column = String(repeating: " ", count: 18)
    let head = "  " + name + String(repeating: " ", count: max(1, 16 - name.count))
    return head + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + column)
  }
}
