/// One case of one property as a word that can be copied: it holds the decisions themselves, so it depends
/// neither on a seed nor on the random stream.
///
/// The text is a prefix, a point, and base64url of: the length of what follows; the property's name; the
/// fingerprint of its generator; the choices; a checksum.
public struct Token: Sendable, Equatable {
  /// The name of the property.
  public let property: String
  /// The fingerprint of the generator that made the choices.
  public let fingerprint: UInt64
  /// Kinds and words of the choices, in order.
  let entries: [Entry]

  struct Entry: Sendable, Equatable {
    let kind: ChoiceKind
    let word: UInt64
  }

  /// The choices as a script for a source; their domains are not part of a token.
  var script: [Choice] {
    entries.map { Choice(kind: $0.kind, word: $0.word, below: 0, above: 0) }
  }

  /// A token for a case.
  ///
  /// - Parameters:
  ///   - property: the name of the property.
  ///   - fingerprint: that of its generator.
  ///   - choices: the decisions of the case.
  public init(property: String, fingerprint: UInt64, choices: [Choice]) {
    self.property = property
    self.fingerprint = fingerprint
    entries = choices.map { Entry(kind: $0.kind, word: $0.word) }
  }

  private init(property: String, fingerprint: UInt64, entries: [Entry]) {
    self.property = property
    self.fingerprint = fingerprint
    self.entries = entries
  }

  /// The token as text.
  ///
  /// - Parameter prefix: what it starts with, without the point.
  /// - Complexity: O(number of choices).
  public func encoded(prefix: String = "pc1") -> String {
    var body = ByteWriter()
    body.append(varint: UInt64(property.utf8.count))
    body.bytes += Array(property.utf8)
    body.append(word: fingerprint)
    body.append(varint: UInt64(entries.count))
    for entry in entries {
      // small words, which are the most, share a byte with their kind
      let head = min(entry.word, 31)
      body.bytes.append(UInt8(head) << 3 | entry.kind.rawValue)
      if head == 31 { body.append(varint: entry.word - 31) }
    }
    var digest = Digest()
    digest.add(prefix)
    for byte in body.bytes { digest.add(byte) }
    var text = ByteWriter()
    text.append(varint: UInt64(body.bytes.count))
    text.bytes += body.bytes
    text.append(checksum: digest.value)
    return prefix + "." + Base64URL.encode(text.bytes)
  }

  /// The token of a text.
  ///
  /// - Parameters:
  ///   - text: as it was printed.
  ///   - prefix: what it must start with.
  /// - Returns: the token.
  /// - Throws: ``TokenError`` when the text is truncated, altered or from another version.
  public static func decode(_ text: String, prefix: String = "pc1") throws(TokenError) -> Token {
    guard let point = text.firstIndex(of: ".") else {
      let start = String(text.prefix(8))
      if prefix.hasPrefix(start) || text.hasPrefix(prefix) { throw .truncated }
      throw .otherVersion(found: start, expected: prefix)
    }
    guard text[..<point] == prefix else {
      throw .otherVersion(found: String(text[..<point].prefix(16)), expected: prefix)
    }
    let encoded = text[text.index(after: point)...]
    guard let bytes = Base64URL.decode(encoded) else { throw .altered }
    var reader = ByteReader(bytes)
    guard let length = reader.varint() else { throw bytes.count < 10 ? .truncated : .altered }
    let missing = Int128(length) + 4 - Int128(reader.remaining)
    if missing > 0 { throw .truncated }
    // The last character may hold bits that belong to no byte: altered ones are not in the checksum.
    guard missing == 0, Base64URL.encode(bytes) == encoded else { throw .altered }
    return try decode(reader.rest(Int(length)), checksum: reader.rest(4), prefix: prefix)
  }

  /// Makes sure that the token's property is one of those that exist.
  ///
  /// - Parameter names: the names of all properties.
  /// - Throws: ``TokenError/unknownProperty(name:known:)`` if it is not among them.
  public func requireProperty(among names: [String]) throws(TokenError) {
    guard names.contains(property) else { throw .unknownProperty(name: property, known: names) }
  }

  private static func decode(
    _ body: [UInt8], checksum: [UInt8], prefix: String
  ) throws(TokenError) -> Token {
    var digest = Digest()
    digest.add(prefix)
    for byte in body { digest.add(byte) }
    var expected = ByteWriter()
    expected.append(checksum: digest.value)
    guard checksum == expected.bytes else { throw .altered }
    var reader = ByteReader(body)
    guard let nameLength = reader.varint(), nameLength <= UInt64(reader.remaining) else { throw .altered }
    let name = String(decoding: reader.rest(Int(nameLength)), as: UTF8.self)
    guard let fingerprint = reader.word(), let count = reader.varint() else { throw .altered }
    guard count <= UInt64(reader.remaining) else { throw .altered }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let head = reader.byte(), let kind = ChoiceKind(rawValue: head & 7) else { throw .altered }
      var word = UInt64(head >> 3)
      if word == 31 {
        guard let more = reader.varint() else { throw .altered }
        word = more &+ 31
      }
      entries.append(Entry(kind: kind, word: word))
    }
    return Token(property: name, fingerprint: fingerprint, entries: entries)
  }
}
