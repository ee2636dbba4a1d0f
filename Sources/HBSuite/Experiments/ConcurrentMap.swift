import Dispatch
import Synchronization

/// The results of `body` for 0, 1, ..., in this order, computed on several threads.
///
/// - Parameters:
///   - count: how many results.
///   - threads: on how many threads; the results do not depend on it.
/// - Complexity: each call once; a thread takes the next call when it is done with one.
func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let state = Mutex<(next: Int, results: [Int: Result])>((0, [:]))
  let drain: @Sendable (Int) -> Void = { _ in
    while true {
      let index = state.withLock { state -> Int in
        defer { state.next += 1 }
        return state.next
      }
      guard index < count else { return }
      let result = body(index)
      state.withLock { $0.results[index] = result }
    }
  }
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count)), execute: drain)
  return state.withLock { state in (0..<count).compactMap { state.results[$0] } }
}
