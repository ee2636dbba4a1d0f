#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One end of a connection between two processes that carries frames: a length in four bytes, then as many bytes.
struct FrameSocket: Sendable {
  let descriptor: Int32

  /// Two ends; no other process inherits them.
  static func pair() -> (FrameSocket, FrameSocket) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    var ends: [Int32] = [-1, -1]
    _ = socketpair(AF_UNIX, kind, 0, &ends)
    return (FrameSocket(descriptor: moved(ends[0])), FrameSocket(descriptor: moved(ends[1])))
  }

  /// The same file under a number above those that a child gets, closed in children unless it is handed over.
  static func moved(_ descriptor: Int32) -> Int32 {
    defer { _ = Self.closed(descriptor) }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
  }

  /// Sends a frame; false if nobody is there to read it.
  func send(_ frame: [UInt8]) -> Bool {
    let length = UInt32(frame.count)
    let head = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * UInt32($0))) }
    return sendAll(head + frame)
  }

  /// The next frame; nil at the end.
  func receive() -> [UInt8]? {
    guard let head = receiveAll(4) else { return nil }
    return receiveAll(head.reversed().reduce(0) { $0 << 8 | Int($1) })
  }

  func close() { _ = Self.closed(descriptor) }

  private static func closed(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  private func sendAll(_ bytes: [UInt8]) -> Bool {
    // a reader that is gone must not end the writer by a signal
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    return bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let count = write(start, rest.count, flags)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private func write(_ start: UnsafeRawPointer, _ count: Int, _ flags: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.send(descriptor, start, count, flags)
    #elseif canImport(Musl)
      Musl.send(descriptor, start, count, flags)
    #else
      Darwin.send(descriptor, start, count, flags)
    #endif
  }

  private func receiveAll(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        recv(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, 0)
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }
}
