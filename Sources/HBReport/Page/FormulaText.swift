/// A text with the formulas in it set as a page can: raised exponents, lowered indices, Greek letters.
///
/// `h^(k+1)` and `h^{k+1}` raise what is in the brackets, `e^-s` the next word; `f_{n,k}` and `x_n` lower it.
enum FormulaText {
  /// The parts of `text`.
  ///
  /// - Complexity: O(length).
  static func content(_ text: String) -> [Markup.Content] {
    var rest = Array(text)[...]
    var parts: [Markup.Content] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
    }
    while let character = rest.popFirst() {
      // An exponent may follow a word, a closing bracket, or what was raised or lowered just before.
      let isBase = isWord(plain.last) || plain.last.map { ")|".contains($0) } ?? !parts.isEmpty
      let greek =
        isWord(plain.last) ? nil : letters.first { [character] + rest.prefix($0.name.count - 1) == Array($0.name) }
      if let greek, !isWord(rest.dropFirst(greek.name.count - 1).first) {
        rest = rest.dropFirst(greek.name.count - 1)
        plain.append(greek.sign)
      } else if character == "^" || character == "_", isBase, let body = body(&rest) {
        flush()
        parts.append(.element(Markup(character == "^" ? "sup" : "sub", text: body.replacing("-", with: "−"))))
      } else {
        plain.append(character)
      }
    }
    flush()
    return parts
  }

  private static let letters: [(name: String, sign: Character)] = [("mu", "μ"), ("theta", "θ"), ("beta", "β")]

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// What is raised or lowered: the contents of brackets, or a word with its sign.
  private static func body(_ rest: inout ArraySlice<Character>) -> String? {
    let closing: [Character: Character] = ["(": ")", "{": "}", "|": "|"]
    if let first = rest.first, let last = closing[first] {
      guard let end = rest.dropFirst().firstIndex(of: last) else { return nil }
      let inner = String(rest[(rest.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
      return first == "|" ? "|\(inner)|" : inner
    }
    let sign = rest.first == "-" ? "-" : ""
    let word = rest.dropFirst(sign.count).prefix { isWord($0) }
    guard !word.isEmpty else { return nil }
    rest = rest.dropFirst(sign.count + word.count)
    return sign + String(word)
  }
}
