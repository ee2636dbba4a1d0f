/// A running 64-bit FNV-1a digest; unlike `Hasher` it is the same in every process.
struct Digest: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds one byte.
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Adds the eight bytes of a word, lowest first.
  mutating func add(_ word: UInt64) {
    var rest = word
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Adds the UTF-8 bytes of a text, and its length, so that neighbouring texts do not run together.
  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    for byte in text.utf8 { add(byte) }
  }

  /// The digest of one text.
  static func of(_ text: String) -> UInt64 {
    var digest = Digest()
    digest.add(text)
    return digest.value
  }
}
