import HBModel

/// A decimal number as it was written: its value, and how many digits it has.
struct RecordedNumber {
  /// The value.
  let value: DoubleDouble
  /// The number of digits from the first that is not zero to the last that was written, at least 1.
  let digits: Int
  /// The number of digits after the point, less the exponent; negative for `1e3`.
  let decimals: Int

  /// Reads a decimal; nil for what is no finite number, such as `nan`, and for what is too large for a double.
  ///
  /// - Throws: `NumberFormatError` at the first character that does not fit.
  init?(_ text: String) throws(NumberFormatError) {
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let column = text.utf8.distance(from: text.utf8.startIndex, to: slash) + 1
      throw NumberFormatError(text: text, position: column, expectation: "a decimal number, no fraction")
    }
    let bare = text.drop { $0 == "-" || $0 == "+" }.lowercased()
    if bare.isEmpty || ["nan", "inf", "infinity"].contains(bare) { return nil }
    value = try DoubleDouble(parsing: text)
    guard value.isFinite else { return nil }
    var (significant, fraction, exponent) = (0, 0, 0)
    var isAfterPoint = false
    for (index, character) in bare.utf8.enumerated() {
      if character == UInt8(ascii: "e") {
        exponent = Int(bare.dropFirst(index + 1)) ?? 0
        break
      }
      if character == UInt8(ascii: ".") {
        isAfterPoint = true
        continue
      }
      if isAfterPoint { fraction += 1 }
      if significant > 0 || character != UInt8(ascii: "0") { significant += 1 }
    }
    digits = max(1, significant)
    decimals = fraction - max(-400, min(400, exponent))
  }

  /// The value that the optimizer had: a double, unless more digits were written than tell doubles apart.
  func state(digits: Int) -> DoubleDouble {
    digits <= Recording.completeDigits ? DoubleDouble(value.doubleValue) : value
  }

  /// Half a unit of the last digit, where a file has at most `digits` significant digits and `decimals` places.
  ///
  /// A number may be short because zeros at its end were left out, so that the file decides: either it has a fixed
  /// number of places, or of significant digits. The larger of the two units holds for both.
  func uncertainty(digits: Int, decimals: Int) -> Double {
    guard digits < Recording.completeDigits else { return 0 }
    var power = 1.0
    let size = value.magnitude.doubleValue
    var leading = 0
    if size > 0 {
      while power > size { (power, leading) = (power / 10, leading - 1) }
      while power * 10 <= size { (power, leading) = (power * 10, leading + 1) }
    }
    let place = size > 0 ? max(-decimals, leading - digits + 1) : -decimals
    var unit = 0.5
    for _ in 0..<abs(place) { unit = place < 0 ? unit / 10 : unit * 10 }
    return unit
  }
}
