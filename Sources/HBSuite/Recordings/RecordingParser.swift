import HBModel

extension Recording {
  /// Reads comma-separated values: a header `n,x1,..,xd`, then one row an iteration.
  ///
  /// Lines that begin with `#` and empty lines are passed over. Numbers are decimals; where all are written with
  /// fewer than 17 significant digits, half a unit of the last digit counts as uncertainty of the row.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file.
  ///   - file: its name, for errors.
  /// - Throws: `RecordingError` with line and column.
  /// - Complexity: O(length).
  public init(bytes: [UInt8], file: String) throws(RecordingError) {
    var parser = RecordingParser(bytes: bytes, file: file)
    self = try parser.parse()
  }
}

/// A reader of one recording.
struct RecordingParser {
  private let bytes: [UInt8]
  private let file: String
  /// The number of coordinates; 0 before the header was read.
  private var dimension = 0
  private var firstLine = 0
  private var rows: [(iteration: Int, values: [RecordedNumber])] = []

  /// A field of a line: its bytes without blanks around them, and the column at which they begin.
  private typealias FieldText = (bytes: ArraySlice<UInt8>, column: Int)

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func parse() throws(RecordingError) -> Recording {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var position = bytes.starts(with: mark) ? mark.count : 0
    var number = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn } ?? bytes.count
      number += 1
      try read(bytes[position..<end], line: number)
      position = end + 1
      if end + 1 < bytes.count, bytes[end] == Ascii.carriageReturn, bytes[end + 1] == Ascii.lineFeed { position += 1 }
    }
    guard dimension > 0 else {
      throw fault(number + 1, 1, found: "the end of the file", expected: "the header n,x1,x2,...")
    }
    guard rows.count > 1 else {
      let what = rows.isEmpty ? "no row" : "only one row"
      throw fault(number + 1, 1, found: what, expected: "at least two recorded iterations")
    }
    return assembled()
  }

  private mutating func read(_ line: ArraySlice<UInt8>, line number: Int) throws(RecordingError) {
    if line.first == Ascii.hash { return }
    for (offset, byte) in line.enumerated() where byte < 0x20 && byte != Ascii.tab || byte >= 0x7F {
      let place = "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      throw fault(number, offset + 1, found: place, expected: "plain text: numbers with commas between them")
    }
    let fields = fields(of: line)
    if fields.count == 1, fields[0].bytes.isEmpty { return }
    if dimension == 0 { try readHeader(fields, line: number) } else { try readRow(fields, line: number) }
  }

  /// The texts between the commas of a line.
  private func fields(of line: ArraySlice<UInt8>) -> [FieldText] {
    func isBlank(_ byte: UInt8) -> Bool { byte == Ascii.space || byte == Ascii.tab }
    return line.split(separator: Ascii.comma, omittingEmptySubsequences: false).map { field in
      let start = field.firstIndex { !isBlank($0) } ?? field.endIndex
      let end = field[start...].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
      return (field[start..<end], start - line.startIndex + 1)
    }
  }

  private mutating func readHeader(_ fields: [FieldText], line: Int) throws(RecordingError) {
    for (index, field) in fields.enumerated() {
      let name = index == 0 ? "n" : "x\(index)"
      guard field.bytes.elementsEqual(name.utf8) else {
        let expected = index == 0 ? "the header n,x1,x2,..." : "the column '\(name)' of the header n,x1,x2,..."
        throw fault(line, field.column, found: finding(field), expected: expected)
      }
    }
    guard fields.count > 1 else {
      throw fault(line, fields[0].column + 1, found: "the end of the line", expected: "',x1' of the header n,x1,x2,...")
    }
    guard fields.count - 1 <= Recording.largestDimension else {
      throw fault(
        line, fields[Recording.largestDimension + 1].column, found: "\(fields.count - 1) coordinates",
        expected: "at most \(Recording.largestDimension)")
    }
    dimension = fields.count - 1
  }

  private mutating func readRow(_ fields: [FieldText], line: Int) throws(RecordingError) {
    guard fields.count == dimension + 1 else {
      let isShort = fields.count <= dimension
      let place = isShort ? fields[fields.count - 1] : fields[dimension + 1]
      throw fault(
        line, place.column + (isShort ? place.bytes.count : 0),
        found: fields.count == 1 ? "1 column" : "\(fields.count) columns",
        expected: "\(dimension + 1), as the header has")
    }
    let iteration = try iteration(fields[0], line: line)
    if let last = rows.last?.iteration, iteration <= last {
      throw fault(
        line, fields[0].column, found: "iteration \(iteration) after iteration \(last)",
        expected: "ascending numbers of iterations")
    }
    var values: [RecordedNumber] = []
    values.reserveCapacity(dimension)
    for field in fields.dropFirst() { values.append(try number(field, line: line)) }
    if rows.isEmpty { firstLine = line }
    rows.append((iteration, values))
  }

  private func iteration(_ field: FieldText, line: Int) throws(RecordingError) -> Int {
    let expected = "the number of an iteration, a whole number from 0 to \(Recording.largestIteration)"
    let isPlain = field.bytes.allSatisfy { $0 >= Ascii.zero && $0 <= Ascii.nine }
    guard isPlain, let value = Int(text(field)), value <= Recording.largestIteration else {
      throw fault(line, field.column, found: finding(field), expected: expected)
    }
    return value
  }

  private func number(_ field: FieldText, line: Int) throws(RecordingError) -> RecordedNumber {
    guard field.bytes.count <= 400 else {
      throw fault(
        line, field.column, found: "a number of \(field.bytes.count) characters", expected: "at most 400")
    }
    let text = text(field)
    do {
      guard let value = try RecordedNumber(text) else {
        throw fault(
          line, field.column, found: finding(field), expected: "a finite decimal number such as -0.75 or 1e-3")
      }
      return value
    } catch let error as NumberFormatError {
      let rest = FieldText(field.bytes.dropFirst(error.position - 1), field.column + error.position - 1)
      throw fault(line, rest.column, found: finding(rest), expected: error.expectation)
    } catch let error as RecordingError { throw error } catch {
      throw fault(line, field.column, found: finding(field), expected: "a decimal number")
    }
  }

  /// The rows with the uncertainty that the number of digits leaves, which only the whole file tells.
  private func assembled() -> Recording {
    let all = rows.flatMap(\.values)
    let digits = all.reduce(1) { max($0, $1.digits) }
    let decimals = all.reduce(0) { max($0, $1.decimals) }
    return Recording(
      file: file, dimension: dimension,
      rows: rows.map { row in
        Recording.Row(
          iteration: row.iteration, state: row.values.map { $0.state(digits: digits) },
          uncertainty: row.values.map { $0.uncertainty(digits: digits, decimals: decimals) })
      }, digits: digits, firstLine: firstLine)
  }

  private func text(_ field: FieldText) -> String { String(decoding: field.bytes, as: UTF8.self) }

  private func finding(_ field: FieldText) -> String {
    if field.bytes.isEmpty { return "nothing" }
    return field.bytes.count <= 40
      ? "'\(text(field))'" : "'\(String(decoding: field.bytes.prefix(30), as: UTF8.self))...'"
  }

  private func fault(_ line: Int, _ column: Int, found: String, expected: String) -> RecordingError {
    RecordingError(file: file, line: line, column: column, found: found, expected: expected)
  }
}

/// The bytes that have a meaning in a recording.
private enum Ascii {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let hash: UInt8 = 0x23
  static let comma: UInt8 = 0x2C
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
}
