import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells the watchdog of a fatal signal, waits until it has printed what it knows, and leaves the rest to
/// whatever handled the signal before.
///
/// The handler itself only stores numbers, writes and polls, which is all that a handler may do.
final class SignalRelay: Sendable {
  static let shared = SignalRelay()
  static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS]

  /// The thread of the watchdog; a signal there is not relayed to itself.
  let watcher = Atomic<UInt>(0)
  private let caught = Atomic<Int>(0)
  private let thread = Atomic<UInt>(0)
  private let request: (read: Int32, write: Int32)
  private let answer: (read: Int32, write: Int32)
  // Written once before any handler is installed and never freed, so that handlers can read it at any time.
  private nonisolated(unsafe) let earlier: UnsafeMutablePointer<sigaction>

  private init() {
    request = SignalRelay.makePipe()
    answer = SignalRelay.makePipe()
    earlier = .allocate(capacity: 64)
    for signal in SignalRelay.signals {
      (earlier + Int(signal)).initialize(to: sigaction())
      var action = sigaction()
      let handler: @convention(c) (Int32) -> Void = { SignalRelay.shared.handle($0) }
      #if canImport(Darwin)
        action.__sigaction_u = .init(__sa_handler: handler)
      #elseif canImport(Musl)
        action.__sa_handler = .init(sa_handler: handler)
      #else
        action.__sigaction_handler = .init(sa_handler: handler)
      #endif
      action.sa_flags = Int32(SA_ONSTACK)
      sigaction(signal, &action, earlier + Int(signal))
    }
  }

  /// The next signal and its thread, nil after a while without one.
  func next(milliseconds: Int32) -> (signal: Int32, thread: UInt)? {
    guard SignalRelay.receive(request.read, milliseconds) else { return nil }
    return (Int32(caught.load(ordering: .acquiring)), thread.load(ordering: .acquiring))
  }

  /// Lets the signal take its course.
  func resume() { SignalRelay.send(answer.write) }

  private func handle(_ signal: Int32) {
    let current = RunningCase.currentThread
    if current != watcher.load(ordering: .relaxed),
      caught.compareExchange(expected: 0, desired: Int(signal), ordering: .acquiringAndReleasing).exchanged
    {
      thread.store(current, ordering: .releasing)
      SignalRelay.send(request.write)
      // bounded, because making the case again may not settle or may need a lock that this thread holds
      _ = SignalRelay.receive(answer.read, 3000)
    }
    // On return the faulty instruction runs again, and what handled the signal before gets it.
    sigaction(signal, earlier + Int(signal), nil)
  }

  /// Runs a body with a stack for handlers, without which an overflow of the stack could not be told.
  static func withAlternateStack<Result>(_ body: () throws -> Result) rethrows -> Result {
    let size = 128 * 1024
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    defer { memory.deallocate() }
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = size
    var before = stack_t()
    sigaltstack(&stack, &before)
    defer { sigaltstack(&before, nil) }
    return try body()
  }

  private static func makePipe() -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    return (ends[0], ends[1])
  }

  private static func send(_ descriptor: Int32) {
    var byte: UInt8 = 1
    _ = write(descriptor, &byte, 1)
  }

  private static func receive(_ descriptor: Int32, _ milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return false }
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1
  }
}
