/// A table in plain text: columns as wide as their widest entry, two spaces between them.
public struct TextTable: Equatable, Sendable {
  /// One column.
  public struct Column: Equatable, Sendable {
    /// The heading; a table whose headings are all empty has no heading line.
    public let title: String
    /// Whether entries stand at the right, as numbers do.
    public let isRightAligned: Bool

    /// A column of texts.
    public static func left(_ title: String = "") -> Column { Column(title: title, isRightAligned: false) }
    /// A column of numbers.
    public static func right(_ title: String = "") -> Column { Column(title: title, isRightAligned: true) }
  }

  /// The columns.
  public let columns: [Column]
  /// The rows; each has an entry for every column.
  public let rows: [[String]]

  /// A table.
  public init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The lines, each after `indent`, without blanks at their ends.
  public func lines(indent: String = "") -> [String] {
    let titles = columns.map(\.title)
    let all = titles.allSatisfy(\.isEmpty) ? rows : [titles] + rows
    let widths = columns.indices.map { column in all.reduce(0) { max($0, $1[column].count) } }
    return all.map { row in
      var line = indent
      for (index, column) in columns.enumerated() {
        let blanks = String(repeating: " ", count: widths[index] - row[index].count)
        line += (index > 0 ? "  " : "") + (column.isRightAligned ? blanks + row[index] : row[index] + blanks)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
