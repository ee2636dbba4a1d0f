/// A number as it is written: `±integer * 10^exponent / denominator`, exact.
///
/// The grammar, with nothing around it: an optional sign; then either `digits/digits`, or `digits`, an optional
/// fraction `.digits` and an optional exponent `e`, optional sign, `digits`.
struct NumberText {
  /// Whether a minus sign leads.
  private(set) var isNegative = false
  /// All digits before the exponent as one integer.
  private(set) var integer = Natural(0)
  /// The decimal exponent of that integer; beyond a billion it no longer grows.
  private(set) var exponent = 0
  /// The denominator of a fraction, otherwise 1.
  private(set) var denominator = Natural(1)
  /// The number of decimal digits of `integer`; 0 for zero.
  private(set) var digitCount = 0

  private let text: String
  private var rest: Substring.UTF8View
  private var column = 1

  /// Reads the whole text.
  ///
  /// - Throws: `NumberFormatError`, at the first character that does not fit.
  /// - Complexity: O(digits²).
  init(_ text: String) throws(NumberFormatError) {
    self.text = text
    rest = text[...].utf8
    isNegative = try readSign(expecting: "a sign or a digit")
    (integer, digitCount, _) = try readDigits(after: Natural(0), 0)
    if skip("/") {
      let start = column
      (denominator, _, _) = try readDigits(after: Natural(0), 0)
      guard !denominator.isZero else { throw error("a denominator other than zero", at: start) }
      guard rest.isEmpty else { throw error("the end of the number") }
      return
    }
    var fractionDigits = 0
    if skip(".") { (integer, digitCount, fractionDigits) = try readDigits(after: integer, digitCount) }
    if skip("e") || skip("E") { exponent = try readExponent() }
    exponent -= fractionDigits
    guard rest.isEmpty else { throw error("the end of the number") }
  }

  /// An error of the text, at the present column unless another is given.
  func error(_ expectation: String, at position: Int? = nil) -> NumberFormatError {
    NumberFormatError(text: text, position: position ?? column, expectation: expectation)
  }

  /// Passes over the character where it comes next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, byte == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    column += 1
    return true
  }

  /// Passes over a sign, if any; whether it is a minus. Something must follow.
  private mutating func readSign(expecting expectation: String) throws(NumberFormatError) -> Bool {
    guard let byte = rest.first, byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else {
      throw error(expectation)
    }
    if skip("-") { return true }
    _ = skip("+")
    return false
  }

  /// Appends one or more digits to a number of `count` digits.
  private mutating func readDigits(
    after number: Natural, _ count: Int
  ) throws(NumberFormatError) -> (number: Natural, count: Int, read: Int) {
    guard let first = rest.first, first.isDigit else { throw error("a digit") }
    var (number, count, read) = (number, count, 0)
    var (chunk, factor): (UInt64, UInt64) = (0, 1)
    while let byte = rest.first, byte.isDigit {
      if factor == 10_000_000_000_000_000_000 {
        number.multiply(by: factor, adding: chunk)
        (chunk, factor) = (0, 1)
      }
      let digit = UInt64(byte - UInt8(ascii: "0"))
      (chunk, factor) = (chunk * 10 + digit, factor * 10)
      if count > 0 || digit > 0 { count += 1 }
      read += 1
      rest.removeFirst()
      column += 1
    }
    number.multiply(by: factor, adding: chunk)
    return (number, count, read)
  }

  /// Reads the exponent; a billion is as good as more.
  private mutating func readExponent() throws(NumberFormatError) -> Int {
    let negative = try readSign(expecting: "a sign or a digit")
    guard let first = rest.first, first.isDigit else { throw error("a digit") }
    var value = 0
    while let byte = rest.first, byte.isDigit {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000)
      rest.removeFirst()
      column += 1
    }
    return negative ? -value : value
  }
}

extension UInt8 {
  /// Whether this is an ASCII digit.
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
