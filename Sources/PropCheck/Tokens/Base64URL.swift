/// The alphabet of RFC 4648, section 5, without padding: safe in a shell, a file name and an address.
enum Base64URL {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var held = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      held += 8
      while held >= 6 {
        held -= 6
        text.append(alphabet[Int(buffer >> UInt32(held) & 63)])
      }
      buffer &= (1 << UInt32(held)) - 1
    }
    if held > 0 { text.append(alphabet[Int(buffer << UInt32(6 - held) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text, nil if a character is none of the alphabet's.
  static func decode(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var held = 0
    for character in text.utf8 {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      buffer = buffer << 6 | UInt32(digit)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(held)))
        buffer &= (1 << UInt32(held)) - 1
      }
    }
    return bytes
  }
}
