import HBModel

extension Arguments {
  /// A whole number within bounds.
  ///
  /// - Parameter fallback: what holds where the option is not given; nil where it must be.
  /// - Throws: `UsageError` with the bounds.
  public func integer(_ name: String, in bounds: ClosedRange<Int>, default fallback: Int? = nil) throws(UsageError)
    -> Int
  {
    if let fallback, !has(name) { return fallback }
    let text = try required(name)
    guard let value = Int(text), bounds.contains(value) else {
      throw UsageError(
        "--" + name, found: UsageError.quoted(text),
        expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  /// A seed.
  ///
  /// - Throws: `UsageError` for anything but a whole number of 64 bits.
  public func seed(_ name: String, default fallback: UInt64) throws(UsageError) -> UInt64 {
    guard let text = optional(name) else { return fallback }
    guard let value = UInt64(text) else {
      throw UsageError("--" + name, found: UsageError.quoted(text), expected: "a whole number from 0 to 2^64 - 1")
    }
    return value
  }

  /// An exact number, given as a fraction or a decimal.
  ///
  /// - Throws: `UsageError` with the column of what does not fit.
  public func rational(_ name: String) throws(UsageError) -> Rational {
    try Arguments.rational(try required(name), subject: "--" + name)
  }

  /// An exact number above zero.
  ///
  /// - Throws: `UsageError` for anything else.
  public func positive(_ name: String) throws(UsageError) -> Rational {
    let value = try rational(name)
    guard value.numerator > 0 else {
      throw UsageError("--" + name, found: "\(value)", expected: "a number above 0")
    }
    return value
  }

  /// A momentum, or a dampening.
  ///
  /// - Throws: `UsageError` for anything but a number in [0, 1).
  public func momentum(_ name: String, called noun: String = "momentum") throws(UsageError) -> Rational {
    let value = try rational(name)
    guard value.numerator >= 0, value.numerator < value.denominator else {
      throw UsageError("--" + name, found: "\(value)", expected: "a \(noun) in [0, 1): at least 0 and below 1")
    }
    return value
  }

  /// A list of exact numbers with commas between them; nil where the option is not given.
  ///
  /// - Throws: `UsageError` that names the entry.
  public func vector(_ name: String) throws(UsageError) -> [Rational]? {
    guard let text = optional(name) else { return nil }
    let entries = text.split(separator: ",", omittingEmptySubsequences: false)
    var result: [Rational] = []
    for (index, entry) in entries.enumerated() {
      let trimmed = entry.drop { $0 == " " }
      let bare = String(trimmed.reversed().drop { $0 == " " }.reversed())
      let place = entries.count == 1 ? "" : ", entry \(index + 1)"
      result.append(try Arguments.rational(bare, subject: "--" + name + place))
    }
    return result
  }

  /// One of a few words.
  ///
  /// - Throws: `UsageError` with the words, and the nearest of them.
  public func choice(_ name: String, among words: [String], default fallback: String) throws(UsageError) -> String {
    guard let text = optional(name) else { return fallback }
    return try Arguments.choice(text, among: words, subject: "--" + name)
  }

  /// `text`, where it is one of `words`.
  ///
  /// - Throws: `UsageError` with the words, and the nearest of them.
  public static func choice(_ text: String, among words: [String], subject: String) throws(UsageError) -> String {
    if words.contains(text) { return text }
    throw UsageError(
      subject, found: UsageError.quoted(text), expected: "one of \(words.joined(separator: ", "))",
      suggestion: Suggestion.nearest(to: text, among: words))
  }

  private static func rational(_ text: String, subject: String) throws(UsageError) -> Rational {
    do { return try Rational(parsing: text) } catch {
      let bare = text.drop { $0 == "-" || $0 == "+" }.lowercased()
      if text.isEmpty || ["nan", "inf", "infinity"].contains(bare) {
        throw UsageError(
          subject, found: text.isEmpty ? "nothing" : UsageError.quoted(text),
          expected: "a finite number such as -3/4, 0.1 or 1e-3")
      }
      let place = error.position == 1 ? "" : " at column \(error.position)"
      throw UsageError(subject, found: UsageError.quoted(text), expected: error.expectation + place)
    }
  }
}
