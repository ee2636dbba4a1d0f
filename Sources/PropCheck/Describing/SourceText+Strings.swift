extension String: SourceLiteral {
  func sourceText(_ depth: Int) -> String { quoted(unicodeScalars) }
}

extension Substring: SourceLiteral {
  func sourceText(_ depth: Int) -> String { quoted(unicodeScalars) }
}

extension StaticString: SourceLiteral {
  func sourceText(_ depth: Int) -> String { quoted(description.unicodeScalars) }
}

extension Character: SourceLiteral {
  func sourceText(_ depth: Int) -> String { quoted(unicodeScalars) }
}

extension Unicode.Scalar: SourceLiteral {
  func sourceText(_ depth: Int) -> String { quoted(CollectionOfOne(self)) }
}

/// A literal: what cannot be seen, and what would change the direction of the line or join the quote, is escaped.
private func quoted(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var text = "\"".unicodeScalars
  var isAfterEscape = true
  for scalar in scalars {
    if let escape = escaped(scalar, isAfterEscape: isAfterEscape) {
      text.append(contentsOf: escape.unicodeScalars)
      isAfterEscape = true
    } else {
      text.append(scalar)
      isAfterEscape = false
    }
  }
  text.append("\"")
  return String(text)
}

/// The escape of a scalar, nil for one that is written as it is.
///
/// - Parameter isAfterEscape: whether the quote or an escape is before it, with which a mark would merge.
private func escaped(_ scalar: Unicode.Scalar, isAfterEscape: Bool) -> String? {
  switch scalar {
  case "\"": return "\\\""
  case "\\": return "\\\\"
  case "\n": return "\\n"
  case "\r": return "\\r"
  case "\t": return "\\t"
  case "\0": return "\\0"
  case " "..."~": return nil
  default: return isVisible(scalar, isAfterEscape: isAfterEscape) ? nil : numbered(scalar)
  }
}

private func isVisible(_ scalar: Unicode.Scalar, isAfterEscape: Bool) -> Bool {
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
    return false
  case .nonspacingMark, .spacingMark, .enclosingMark:
    // a letter with such a mark cannot be told from the letter that has the mark in it
    let isAccent = (0x300...0x36F).contains(scalar.value)
    return !isAfterEscape && !isAccent && !properties.isDefaultIgnorableCodePoint
  default:
    return !properties.isDefaultIgnorableCodePoint && !(isAfterEscape && properties.isGraphemeExtend)
  }
}

/// A text in words, with escapes for what a terminal would obey rather than show; joiners that languages and pictures
/// need stay.
///
/// - Complexity: O(length of the text).
func harmless(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        switch scalar.properties.generalCategory {
        case _ where ["\n", "\t", "\u{200C}", "\u{200D}"].contains(scalar): [scalar]
        case .control, .format, .lineSeparator, .paragraphSeparator: Array(numbered(scalar).unicodeScalars)
        default: [scalar]
        }
      }))
}

private func numbered(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "\\u{" + (digits.count < 2 ? "0" : "") + digits + "}"
}
