import Synchronization

/// Counts and lists what happened, from any thread.
final class CallLog: Sendable {
  private let notes = Mutex<[String]>([])

  func note(_ text: String) { notes.withLock { $0.append(text) } }

  var total: Int { notes.withLock(\.count) }

  func last(_ count: Int) -> [String] { notes.withLock { Array($0.suffix(count)) } }
}
