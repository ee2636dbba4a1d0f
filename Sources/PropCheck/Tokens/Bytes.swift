/// Writes numbers as bytes.
struct ByteWriter {
  var bytes: [UInt8] = []

  /// Seven bits a byte, lowest first; the high bit says that more follow.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(word value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Four bytes, to which both halves of a digest contribute.
  mutating func append(checksum value: UInt64) {
    let folded = value ^ value >> 32
    for shift in stride(from: UInt64(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: folded >> shift))
    }
  }
}

/// Reads what ``ByteWriter`` wrote; nil where the bytes end or make no sense.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var remaining: Int { bytes.count - position }

  mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let next = byte() else { return nil }
      value |= UInt64(next & 127) << shift
      if next < 128 { return value }
    }
    return nil
  }

  mutating func word() -> UInt64? {
    guard remaining >= 8 else { return nil }
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value |= UInt64(bytes[position]) << shift
      position += 1
    }
    return value
  }

  /// The next bytes, as many as there are.
  mutating func rest(_ count: Int) -> [UInt8] {
    let end = min(bytes.count, position + count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
