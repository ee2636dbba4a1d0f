import HBModel
import PropCheck

/// How figures are written for a person.
enum Figures {
  /// A figure at a few significant digits.
  static func short(_ value: Double, digits: Int = 4) -> String { DoubleDouble(value).formatted(digits: digits) }

  /// An error at a few significant digits, always with an exponent, so that a column of them lines up.
  static func scientific(_ value: Double, digits: Int = 4) -> String {
    let text = DoubleDouble(value).formatted(digits: digits)
    // Below 0.00001 the text has an exponent already; a plain one is a point that has to move.
    guard value.isFinite, value != 0, !text.contains("e") else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0] == "0" ? "" : String(parts[0])
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let zeros = whole.isEmpty ? fraction.prefix { $0 == "0" }.count : 0
    let figures = (whole + fraction).dropFirst(zeros)
    let exponent = whole.isEmpty ? -zeros - 1 : whole.count - 1
    let rest = figures.dropFirst().isEmpty ? "" : "." + figures.dropFirst()
    return sign + figures.prefix(1) + rest + "e\(exponent)"
  }

  /// A figure at a few significant digits as a book prints it: `−1.2×10⁻⁵`.
  static func typeset(_ value: Double, digits: Int = 3) -> String {
    let parts = short(value, digits: digits).split(separator: "e")
    var mantissa = String(parts.first ?? "")
    // Zeros at the end of a fraction say nothing to a reader of a picture.
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    mantissa = mantissa.replacing("-", with: "−")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return mantissa }
    return mantissa == "1" ? "10\(superscript(exponent))" : "\(mantissa)×10\(superscript(exponent))"
  }

  /// An upper bound as a picture says it: rounded up, so that what is said to lie below it does.
  static func typesetBound(_ value: Double, digits: Int = 2) -> String {
    let rounded = typeset(value, digits: digits)
    guard value.isFinite, value > 0 else { return rounded }
    let nearest = DoubleDouble(value).formatted(digits: digits)
    guard let shown = Double(nearest), shown < value else { return rounded }
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    while unit > value { unit /= 10 }
    for _ in 1..<digits { unit /= 10 }
    return typeset(shown + unit, digits: digits)
  }

  /// A vector at a few significant digits.
  static func short(_ vector: [DoubleDouble], digits: Int = 6) -> String {
    "(" + vector.map { $0.formatted(digits: digits) }.joined(separator: ", ") + ")"
  }

  /// Exact numbers with commas between them, as `--start` takes them.
  static func list(_ values: [Rational]) -> String { values.map(\.description).joined(separator: ",") }

  /// A text of at most `limit` characters; of a longer one its beginning.
  static func abridged(_ text: String, to limit: Int = 160) -> String {
    text.count <= limit ? text : text.prefix(limit - 3) + "..."
  }

  /// Seconds with one decimal.
  static func seconds(_ duration: Duration) -> String {
    let parts = duration.components
    let tenths = parts.seconds * 10 + parts.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }

  /// A number with a comma between each three figures.
  static func grouped(_ count: Int) -> String {
    let digits = String(count)
    return String(
      digits.enumerated().flatMap { index, digit -> [Character] in
        let isPlace = index > 0 && (digits.count - index) % 3 == 0 && digits[digits.startIndex] != "-"
        return isPlace ? [",", digit] : [digit]
      })
  }

  /// The number and the noun, in the plural where it must be.
  static func counted(_ count: Int, _ noun: String) -> String { PropCheck.counted(count, noun) }
}
