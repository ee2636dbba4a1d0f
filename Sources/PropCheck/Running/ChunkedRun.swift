import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Hands out stretches of cases to threads and merges what they add up to in the order of the cases, so that
/// the result is the same for any number of threads.
final class ChunkedRun: Sendable {
  private struct State {
    var nextStart = 0
    var mergedEnd = 0
    var isEnding = false
    var pending: [Int: (end: Int, tally: Tally)] = [:]
    var merged = Tally()
    var ended: Ending?
  }

  /// Why a run ended before its last case.
  enum Ending: Sendable {
    case failure
    case discards
    case cancelled
  }

  private let state: Mutex<State>
  private let cases: Int
  private let settings: Settings
  private let cancellation: Cancellation?
  private let progress: (@Sendable (Int, Int) -> Void)?

  /// A run of a range of cases.
  ///
  /// - Parameter earlier: what the cases before the range add up to.
  init(
    _ settings: Settings, _ range: Range<Int>, after earlier: Tally = Tally(),
    _ cancellation: Cancellation? = nil, progress: (@Sendable (Int, Int) -> Void)?
  ) {
    self.settings = settings
    self.cancellation = cancellation
    cases = range.upperBound
    state = Mutex(State(nextStart: range.lowerBound, mergedEnd: range.lowerBound, merged: earlier))
    self.progress = progress
  }

  /// Runs all cases.
  ///
  /// - Parameters:
  ///   - scope: gives each thread what its stretches share, for as long as the body runs.
  ///   - work: adds the cases of a range to a tally; called on several threads at once.
  /// - Returns: the tally up to the end of the run, and why it ended early, if it did.
  func run<Shared>(
    in scope: @escaping @Sendable (_ body: (Shared) -> Void) -> Void,
    _ work: @escaping @Sendable (Range<Int>, Shared) -> Tally
  ) -> (Tally, Ending?) {
    let drain: @Sendable () -> Void = {
      scope { shared in
        while let chunk = self.take() { self.submit(chunk, work(chunk, shared)) }
      }
    }
    let threads = settings.threads > 0 ? settings.threads : sysconf(Int32(_SC_NPROCESSORS_ONLN))
    // beyond any number of processors threads only cost memory
    if threads <= 1 {
      drain()
    } else {
      DispatchQueue.concurrentPerform(iterations: min(threads, 1024)) { _ in drain() }
    }
    return state.withLock { ($0.merged, $0.ended) }
  }

  private func take() -> Range<Int>? {
    state.withLock { state in
      if cancellation?.isCancelled == true || Task.isCancelled, !state.isEnding {
        state.isEnding = true
        state.ended = state.ended ?? .cancelled
      }
      guard !state.isEnding, state.nextStart < cases else { return nil }
      let start = state.nextStart
      // Single cases first, because they may be slow; a run of very many is one of fast ones.
      let length = start < 512 ? 1 : start < 8192 ? 16 : 256
      state.nextStart = min(cases, start + length)
      return start..<state.nextStart
    }
  }

  private func submit(_ chunk: Range<Int>, _ tally: Tally) {
    state.withLock { state in
      if tally.firstFailure != nil && settings.stopsAtFirstFailure { state.isEnding = true }
      state.pending[chunk.lowerBound] = (chunk.upperBound, tally)
      while state.ended == nil, let next = state.pending.removeValue(forKey: state.mergedEnd) {
        state.merged.merge(next.tally)
        state.mergedEnd = next.end
        state.ended = ending(state.merged)
        if state.ended != nil { state.isEnding = true }
      }
      progress?(state.mergedEnd, cases)
    }
  }

  private func ending(_ tally: Tally) -> Ending? {
    if tally.firstFailure != nil && settings.stopsAtFirstFailure { return .failure }
    // a few are allowed before the ratio means anything
    let (allowed, isUnbounded) = settings.maximumDiscardRatio.multipliedReportingOverflow(by: tally.counts.judged + 10)
    return !isUnbounded && tally.counts.discarded > allowed ? .discards : nil
  }
}
