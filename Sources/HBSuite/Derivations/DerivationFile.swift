extension Derivation {
  /// The text of a derivation file from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: the contents, UTF-8.
  ///   - file: the name of the file, for errors.
  /// - Throws: `DerivationError` with the place of the first byte that is no UTF-8.
  /// - Complexity: O(length).
  public static func text(of bytes: some Sequence<UInt8>, file: String) throws(DerivationError) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = ""
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.unicodeScalars.append(scalar) }
    var (line, column) = (1, 1)
    for character in valid {
      column += 1
      if character == "\n" || character == "\r\n" || character == "\r" { (line, column) = (line + 1, 1) }
    }
    throw DerivationError(
      file: file, line: line, column: column, found: "a byte that is no UTF-8 text",
      expected: "a text file, such as 'method heavy-ball'")
  }
}
