/// A text with the formulas in it set as a page can: raised exponents, lowered indices, Greek momentum.
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
      if character == "m", rest.first == "u", !isWord(plain.last), !isWord(rest.dropFirst().first) {
        rest.removeFirst()
        plain.append("μ")
      } else if character == "^" || character == "_", isWord(plain.last) || plain.last == ")", let body = body(&rest) {
        flush()
        parts.append(.element(Markup(character == "^" ? "sup" : "sub", text: body.replacing("-", with: "−"))))
      } else {
        plain.append(character)
      }
    }
    flush()
    return parts
  }

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
