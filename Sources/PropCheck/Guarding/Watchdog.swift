import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One thread of the process that says which case was running when a body traps, and ends the process when a
/// body runs longer than its limit.
///
/// A synchronous body cannot be stopped from outside, and a trap cannot be survived; what can be done is to print
/// the token and the seed first. The verdict of a property that settles never depends on it.
final class Watchdog: Sendable {
  static let shared = Watchdog()

  private let running = Mutex<[ObjectIdentifier: RunningCase]>([:])
  private let relay = SignalRelay.shared

  private init() {
    DispatchQueue(label: "PropCheck.Watchdog", qos: .userInitiated).async { [self] in watch() }
  }

  /// Watches a thread's cases while a body runs.
  func watching<Result>(_ noted: RunningCase, _ body: () throws -> Result) rethrows -> Result {
    running.withLock { $0[ObjectIdentifier(noted)] = noted }
    defer { _ = running.withLock { $0.removeValue(forKey: ObjectIdentifier(noted)) } }
    return try SignalRelay.withAlternateStack(body)
  }

  private func watch() {
    relay.watcher.store(RunningCase.currentThread, ordering: .relaxed)
    var seen: [ObjectIdentifier: (serial: Int, since: ContinuousClock.Instant)] = [:]
    while true {
      if let (signal, thread) = relay.next(milliseconds: 50) {
        announceSignal(signal, thread)
        relay.resume()
      }
      let now = ContinuousClock.now
      let limited = running.withLock { $0.filter { $0.value.limit != nil } }
      seen = seen.filter { limited[$0.key] != nil }
      for (key, noted) in limited {
        guard let limit = noted.limit else { continue }
        let serial = noted.serial
        if let last = seen[key], last.serial == serial {
          if now - last.since > limit { announceTime(noted, limit) }
        } else {
          seen[key] = (serial, now)
        }
      }
    }
  }

  private func announceSignal(_ signal: Int32, _ thread: UInt) {
    let all = running.withLock { Array($0.values) }
    let own = all.filter { $0.isOnThread == thread }
    // a body may trap on a thread of its own; then any of the running cases may be the one
    for noted in own.isEmpty ? all : own {
      let doubt = own.isEmpty ? "perhaps " : ""
      Watchdog.print("error: signal \(signal) ends the process in \(doubt)\(noted.headline)")
      Watchdog.print(noted.details)
      Watchdog.print(Watchdog.hint)
    }
  }

  private func announceTime(_ noted: RunningCase, _ limit: Duration) -> Never {
    Watchdog.print("error: a case has run for more than \(limit): \(noted.headline); the process ends")
    // making the case again may not settle either
    _ = signal(SIGALRM, SIG_DFL)
    alarm(1)
    Watchdog.print(noted.details)
    Watchdog.print(Watchdog.hint)
    _exit(Watchdog.timeLimitStatus)
  }

  /// The exit status after a case ran for too long, as of timeout(1).
  static let timeLimitStatus: Int32 = 124

  private static let hint =
    "  hint   in a process of its own it is shrunk: Settings(isolation:), or the trait .isolatedPropertyTesting()"

  private static func print(_ text: String) {
    _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
  }
}
