/// The data of a figure: named columns and rows, as a table for a reader and as a file for a program.
public struct DataTable: Equatable, Sendable {
  /// The heads of the columns.
  public let columns: [String]
  /// The rows; each has an entry for every column.
  public let rows: [[String]]

  /// How many rows a page shows; the file has them all.
  static let shownRows = 40

  /// A table.
  public init(_ columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Comma-separated values with a head line (RFC 4180, lines ended by a line feed).
  ///
  /// - Complexity: O(size).
  public var csv: String {
    ([columns] + rows).map { row in row.map(DataTable.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ entry: String) -> String {
    let needsQuotes = entry.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + entry.replacing("\"", with: "\"\"") + "\"" : entry
  }

  /// The file as the target of a link that needs no network.
  public var link: String {
    var text = "data:text/csv;charset=utf-8,"
    for byte in csv.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  /// The table as HTML; of a long one every n-th row, so that about 40 are shown.
  ///
  /// - Parameter caption: what it is.
  public func markup(caption: String) -> Markup {
    let stride = (rows.count + DataTable.shownRows - 1) / DataTable.shownRows
    let shown = stride > 1 ? rows.indices.filter { $0 % stride == 0 || $0 == rows.count - 1 } : Array(rows.indices)
    let isNumeric = columns.indices.map { column in
      rows.allSatisfy { $0[column].isEmpty || Double($0[column]) != nil }
    }
    var table = Markup("table", ["class": "data"])
    let note = stride > 1 ? " (\(shown.count) of \(rows.count) rows; the file has them all)" : ""
    table.append(Markup("caption", text: caption + note))
    let head = columns.map { Markup("th", ["scope": "col"], text: $0) }
    table.append(Markup("thead", [:], [Markup("tr", [:], head)]))
    let body = shown.map { index in
      let cells = zip(rows[index], isNumeric).map { entry, isNumber in
        isNumber ? Markup("td", ["class": "num"], text: DataTable.shortened(entry)) : Markup("td", text: entry)
      }
      return Markup("tr", [:], Array(cells))
    }
    table.append(Markup("tbody", [:], body))
    return Markup("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption], [table])
  }

  /// A number at six significant digits, where it has more.
  private static func shortened(_ entry: String) -> String {
    guard let value = Double(entry), entry.count > 9 else { return entry.replacing("-", with: "−") }
    return Figures.typeset(value, digits: 5)
  }
}
