/// The characters of a derivation file with a place among them; knows blanks, comments and lines.
///
/// A comment goes from `#` to the end of its line. A line that begins with `+`, `-`, `*` or `/` continues the one before.
struct DerivationScanner {
  /// The largest number of characters of a file.
  static let maximumLength = 1 << 17

  /// The name of the file, for errors.
  let file: String
  /// The place of the next character.
  var position = 0
  private let characters: [Character]

  init(_ text: String, file: String) throws(DerivationError) {
    self.file = file
    // One more than allowed is enough to know that there are too many.
    characters = Array(text.prefix(Self.maximumLength + 1))
    guard characters.count <= Self.maximumLength else {
      position = Self.maximumLength
      throw fault(found: "more text", expected: "a file of at most \(Self.maximumLength) characters")
    }
    if characters.first == "\u{FEFF}" { position = 1 }
  }

  /// The next character; nil at the end of the file.
  var peek: Character? { position < characters.count ? characters[position] : nil }

  /// Whether the next character ends the line, or there is none.
  var isAtLineEnd: Bool { peek.map(Self.isNewline) ?? true }

  private static func isNewline(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  /// Passes over blanks and a comment; over ends of lines where the next line continues this one.
  mutating func skipBlanks() {
    skipToLineEnd()
    guard isAtLineEnd, peek != nil else { return }
    let end = position
    skipBlankLines()
    if let next = peek, "+-*/".contains(next) { return }
    position = end
  }

  /// Passes over blanks, comments and ends of lines.
  mutating func skipBlankLines() {
    skipToLineEnd()
    while isAtLineEnd, peek != nil {
      position += 1
      skipToLineEnd()
    }
  }

  /// Passes over blanks, and over a comment up to the end of its line.
  private mutating func skipToLineEnd() {
    while let next = peek, next == " " || next == "\t" { position += 1 }
    guard peek == "#" else { return }
    while !isAtLineEnd { position += 1 }
  }

  /// Passes over one of `symbols` after blanks, and returns it.
  mutating func take(anyOf symbols: String) -> Character? {
    skipBlanks()
    guard let next = peek, symbols.contains(next) else { return nil }
    position += 1
    return next
  }

  /// Passes over the characters that satisfy a condition, and returns them.
  mutating func read(while condition: (Character) -> Bool) -> String {
    let start = position
    while let next = peek, condition(next) { position += 1 }
    return String(characters[start..<position])
  }

  /// The character `distance` places on; nil beyond the end.
  func character(ahead distance: Int) -> Character? {
    position + distance < characters.count ? characters[position + distance] : nil
  }

  /// An error at a place, the present one unless another is given.
  func fault(at place: Int? = nil, found: String? = nil, expected: String) -> DerivationError {
    let place = min(place ?? position, characters.count)
    var (line, column) = (1, 1)
    for character in characters[..<place] {
      column += 1
      if Self.isNewline(character) { (line, column) = (line + 1, 1) }
    }
    return DerivationError(
      file: file, line: line, column: column, found: found ?? finding(at: place), expected: expected)
  }

  private func finding(at place: Int) -> String {
    guard place < characters.count else { return "the end of the file" }
    let character = characters[place]
    if Self.isNewline(character) { return "the end of the line" }
    let scalars = character.unicodeScalars.prefix(2).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let isPlain = character.isASCII && (" "..."~").contains(character)
    // What looks like a sign or like nothing at all is told by its number.
    let isVisible = character.isLetter || character.isNumber || character.isSymbol || character.isPunctuation
    if isPlain { return "'\(character)'" }
    return isVisible && character.unicodeScalars.count == 1
      ? "'\(character)' (\(scalars[0]))" : "the character " + scalars.joined(separator: " ")
  }
}

extension Character {
  /// Whether this is one of a to z, A to Z.
  var isPlainLetter: Bool { isASCII && isLetter }
  /// Whether this is one of 0 to 9.
  var isPlainDigit: Bool { isASCII && isNumber }
}
