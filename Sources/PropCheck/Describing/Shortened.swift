/// The longest text, in bytes, that a report prints whole.
package let longestText = 4000

/// A text that fits on a screen: the beginning and the end of a long one, and its length.
///
/// It counts bytes rather than characters, because one character may have any number of marks.
///
/// - Parameters:
///   - text: any text.
///   - limit: the most bytes that are left as they are.
/// - Complexity: O(1) for a long text.
package func shortened(_ text: String, to limit: Int = longestText) -> String {
  let length = text.utf8.count
  guard length > limit else { return text }
  let head = text.unicodeScalars[..<boundary(text, limit * 3 / 8)]
  let tail = text.unicodeScalars[boundary(text, length - limit / 8)...]
  return "\(Substring(head)) ... (\(length) bytes in all) ... \(Substring(tail))"
}

/// A token on one line; a long one is of no use there, so that its beginning is enough to know it by.
package func shortenedToken(_ token: String) -> String {
  let length = token.utf8.count
  return length > longestText ? "\(token.prefix(40))... (\(length) bytes in all)" : token
}

/// The place after so many bytes, or before the scalar that stands across it.
private func boundary(_ text: String, _ bytes: Int) -> String.Index {
  text.unicodeScalars.index(before: text.unicodeScalars.index(after: text.utf8.index(text.startIndex, offsetBy: bytes)))
}
