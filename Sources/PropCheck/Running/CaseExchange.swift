import Dispatch
import Synchronization

/// Hands values from the thread of a run to the task that judges them, and what the task says of them back.
final class CaseExchange<Value: Sendable, Answer: Sendable>: Sendable {
  private enum Message: Sendable {
    case value(Value)
    case finished(Answer)
  }

  private struct State: Sendable {
    var message: Message?
    var waiting: CheckedContinuation<Message, Never>?
    var answer: (Result<Outcome, any Error>, CaseNotes) = (.success(.passed), CaseNotes())
  }

  let cancellation = Cancellation()
  private let state = Mutex(State())
  private let answered = DispatchSemaphore(value: 0)

  /// A property whose cases the task judges.
  func property(
    _ name: String, _ generator: Generator<Value>, _ describe: @escaping @Sendable (Value) -> String
  ) -> Property<Value> {
    Property(name, generator, describe: describe) { [self] value, notes in
      let (outcome, noted) = judge(value)
      notes = noted
      return try outcome.get()
    }
  }

  /// Runs something on a thread of its own, whose cases the calling task judges.
  ///
  /// - Parameters:
  ///   - isolation: where the body runs.
  ///   - body: judges one value.
  ///   - work: checks or replays the property of this exchange.
  /// - Returns: what `work` returns.
  func run(
    isolation: isolated (any Actor)? = #isolation, _ body: (Value, inout CaseNotes) async throws -> Outcome,
    _ work: @escaping @Sendable () -> Answer
  ) async -> Answer {
    // The loop of cases blocks its thread while a body runs; a thread of the cooperative pool must not do that.
    // A queue of its own gets one at once, where the global queue may wait for others that are blocked.
    DispatchQueue(label: "PropCheck.checkAsync").async { [self] in send(.finished(work())) }
    while true {
      switch await next() {
      case .finished(let answer): return answer
      case .value(let value):
        if Task.isCancelled { cancellation.cancel() }
        var notes = CaseNotes()
        let outcome: Result<Outcome, any Error>
        do { outcome = .success(try await body(value, &notes)) } catch { outcome = .failure(error) }
        answer(outcome, notes)
      }
    }
  }

  /// Waits on the thread of the run until the task has judged a value.
  private func judge(_ value: Value) -> (Result<Outcome, any Error>, CaseNotes) {
    send(.value(value))
    answered.wait()
    return state.withLock(\.answer)
  }

  private func answer(_ outcome: Result<Outcome, any Error>, _ notes: CaseNotes) {
    state.withLock { $0.answer = (outcome, notes) }
    answered.signal()
  }

  /// The next message for the task; a cancelled task gets it too, because a thread waits for the answer.
  private func next(isolation: isolated (any Actor)? = #isolation) async -> Message {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state -> Message? in
        defer { state.message = nil }
        if state.message == nil { state.waiting = continuation }
        return state.message
      }
      if let ready { continuation.resume(returning: ready) }
    }
  }

  private func send(_ message: Message) {
    let waiting = state.withLock { state -> CheckedContinuation<Message, Never>? in
      defer { state.waiting = nil }
      if state.waiting == nil { state.message = message }
      return state.waiting
    }
    waiting?.resume(returning: message)
  }
}
