extension Optional: SourceLiteral {
  func sourceText(_ depth: Int) -> String {
    guard let value = self else { return "nil" }
    let text = PropCheck.sourceText(value, depth + 1)
    // without its case, a nil or a member called none of the wrapped type would be that of this one
    return text == "nil" || text == ".none" || text.hasPrefix(".some(") ? ".some(\(text))" : text
  }
}

extension Array: SourceLiteral {
  func sourceText(_ depth: Int) -> String { bracketed(self, depth) }
}

extension ArraySlice: SourceLiteral {
  func sourceText(_ depth: Int) -> String { bracketed(self, depth) }
}

extension ContiguousArray: SourceLiteral {
  func sourceText(_ depth: Int) -> String { bracketed(self, depth) }
}

extension Set: SourceLiteral {
  func sourceText(_ depth: Int) -> String { "[" + ordered(map { PropCheck.sourceText($0, depth + 1) }) + "]" }
}

extension Dictionary: SourceLiteral {
  func sourceText(_ depth: Int) -> String { isEmpty ? "[:]" : "[" + ordered(map { entry($0, $1, depth) }) + "]" }
}

extension KeyValuePairs: SourceLiteral {
  func sourceText(_ depth: Int) -> String {
    isEmpty ? "[:]" : "[" + map { entry($0, $1, depth) }.joined(separator: ", ") + "]"
  }
}

extension AnyHashable: SourceLiteral {
  func sourceText(_ depth: Int) -> String { "AnyHashable(\(PropCheck.sourceText(base, depth + 1)))" }
}

private func bracketed<Elements: Sequence>(_ elements: Elements, _ depth: Int) -> String {
  "[" + elements.map { sourceText($0, depth + 1) }.joined(separator: ", ") + "]"
}

private func entry<Key, Value>(_ key: Key, _ value: Value, _ depth: Int) -> String {
  sourceText(key, depth + 1) + ": " + sourceText(value, depth + 1)
}

/// Texts in an order that depends on nothing but the texts; numbers come by size.
private func ordered(_ texts: [String]) -> String {
  texts.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.joined(separator: ", ")
}
