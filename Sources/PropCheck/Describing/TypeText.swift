/// The name of a type as it is written where it can be seen: with the types around it, without modules.
///
/// A private or local type is named from its innermost scope, because the scopes around it have no name.
///
/// - Complexity: O(length of the name).
func typeText(_ type: Any.Type) -> String {
  var result = ""
  var path = ""
  var rest = Substring(String(reflecting: type))
  while let character = rest.first {
    if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
      path += rawIdentifier(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    } else if let scope = scope(rest) {
      // a scope without a name hides what is around it, an extension its module
      path = ""
      rest = rest[scope.upperBound...]
    } else if character.isLetter || character.isNumber || character == "_" || character == "." {
      path.append(character)
      rest = rest.dropFirst()
      if path == "." && !result.hasSuffix(">") { path = hidden }
    } else {
      result += withoutModule(path)
      path = ""
      result.append(character)
      rest = rest.dropFirst()
    }
  }
  return result + withoutModule(path)
}

/// Stands for what is hidden by a scope without a name.
private let hidden = "/"

/// A name in words, whose spaces the runtime writes as spaces that do not break.
func rawIdentifier(_ name: String) -> String { String(name.map { $0 == "\u{A0}" ? " " : $0 }) }

/// What the runtime writes for a scope without a name, or for the module of an extension.
private func scope(_ text: Substring) -> Range<Substring.Index>? {
  for (start, end) in [("(unknown context at ", ")"), ("(extension in ", "):")] where text.hasPrefix(start) {
    return text.firstRange(of: end).map { text.startIndex..<$0.upperBound }
  }
  return nil
}

/// A path without its module; one that goes on after generic arguments has none.
private func withoutModule(_ path: String) -> String {
  if path.hasPrefix(hidden) { return String(path.dropFirst()) }
  guard !path.hasPrefix("."), !path.hasPrefix("`"), let point = path.firstIndex(of: ".") else { return path }
  return String(path[path.index(after: point)...])
}
