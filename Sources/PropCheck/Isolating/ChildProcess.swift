import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// A process that answers frames of bytes, one after the other, over a socket.
final class ChildProcess: Sendable {
  /// The socket's number in the child.
  static let socketInChild: Int32 = 3

  /// Why no child could be started.
  struct Problem: Error {
    let description: String
  }

  enum Reply {
    case frame([UInt8])
    /// The process ended, or closed its side.
    case ended
    case late
  }

  private let id: pid_t
  private let socket: FrameSocket
  private let errors: Int32
  private let written = Mutex<[UInt8]>([])

  /// Starts a process; its standard output goes nowhere, what it writes on standard error is kept for ``end()``.
  ///
  /// - Parameters:
  ///   - command: the program, looked for as a shell does, and its arguments.
  ///   - environment: variables with the values that they get; nil removes one.
  init(_ command: [String], environment: [String: String?]) throws(Problem) {
    guard let program = command.first else { throw Problem(description: "the command is empty") }
    let (near, far) = FrameSocket.pair()
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    let (read, write) = (FrameSocket.moved(ends[0]), FrameSocket.moved(ends[1]))
    defer {
      far.close()
      close(write)
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, write, 2)
    posix_spawn_file_actions_adddup2(&actions, far.descriptor, ChildProcess.socketInChild)
    var arguments = command.map { strdup($0) } + [nil]
    var variables = ChildProcess.merged(environment).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id: pid_t = 0
    let status = posix_spawnp(&id, program, &actions, nil, &arguments, &variables)
    guard status == 0 else {
      near.close()
      close(read)
      throw Problem(description: "'\(program)' cannot be started: \(String(cString: strerror(status)))")
    }
    (self.id, socket, errors) = (id, near, read)
  }

  /// Sends a frame, and forgets what was written before, so that only what the frame caused is kept; false if the
  /// process is gone.
  func send(_ frame: [UInt8]) -> Bool {
    drain()
    written.withLock { $0 = [] }
    return socket.send(frame)
  }

  /// Waits for a frame.
  func receive(within limit: Duration) -> Reply {
    let end = ContinuousClock.now + limit
    while true {
      let left = end - .now
      guard left > .zero else { return .late }
      let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      var waiting = [
        pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, Int32(clamping: milliseconds + 1)) > 0 else { continue }
      if waiting[1].revents & Int16(POLLIN) != 0 { drain() }
      // what was written before the end is read before the end is noticed
      if waiting[0].revents != 0 { return socket.receive().map { .frame($0) } ?? .ended }
      if waiting[1].revents & Int16(POLLHUP) != 0 && waiting[1].revents & Int16(POLLIN) == 0 { return .ended }
    }
  }

  /// How a process ended.
  struct End {
    /// The signal that ended it, nil if it left by itself.
    let signal: Int32?
    /// The status with which it left.
    let status: Int32
    /// The end of what it wrote on standard error.
    let text: String
  }

  /// Waits a moment for the end of the process, ends it otherwise, and says how it was.
  func end(patience: Int = 0) -> End {
    var status: Int32 = 0
    var isGone = false
    for _ in 0..<patience where !isGone {
      isGone = waitpid(id, &status, WNOHANG) == id
      if !isGone {
        drain()
        usleep(1000)
      }
    }
    if !isGone {
      kill(id, SIGKILL)
      while waitpid(id, &status, 0) == -1 && errno == EINTR {}
    }
    drain()
    socket.close()
    close(errors)
    let text = String(decoding: written.withLock { $0 }, as: UTF8.self)
    let signal = status & 0x7F
    return End(signal: signal == 0 ? nil : signal, status: (status >> 8) & 0xFF, text: text)
  }

  /// Takes what the process has written, and keeps the last of it.
  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var waiting = pollfd(fd: errors, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 {
      let count = read(errors, &buffer, buffer.count)
      guard count > 0 else { return }
      written.withLock { $0 = ($0 + buffer[..<count]).suffix(16_384) }
    }
  }

  private static func merged(_ changes: [String: String?]) -> [String] {
    var result: [String] = []
    #if canImport(Darwin)
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
    #else
      var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    #endif
    while let place = next, let entry = place.pointee {
      let text = String(cString: entry)
      if !changes.keys.contains(String(text.prefix { $0 != "=" })) { result.append(text) }
      next = place + 1
    }
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      if let value { result.append(name + "=" + value) }
    }
    return result
  }
}

/// The value of an environment variable, nil if it is not set.
package func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
