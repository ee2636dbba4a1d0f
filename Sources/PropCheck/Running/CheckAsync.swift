import Dispatch
import Synchronization

/// Checks a property whose body is asynchronous.
///
/// Cases run one after the other in the calling task, so the body sees its actor, its task-local values and its
/// cancellation. Cases, shrinking and report are those of ``check(_:settings:progress:)``.
///
/// ```swift
/// let report = await checkAsync("echo", .string) { text, _ in
///   await server.echo(text) == text ? .passed : .failed("echo", "another text came back")
/// }
/// ```
///
/// - Parameters:
///   - name: the name of the property.
///   - generator: makes the values.
///   - settings: how; `threads` counts as 1.
///   - describe: how a value is printed.
///   - isolation: where the body runs: where this is called.
///   - body: judges one value.
/// - Returns: everything that is known after the run; its verdict says so when the task was cancelled.
/// - Complexity: as for a synchronous property, and two changes of thread a case.
public func checkAsync<Value: Sendable>(
  _ name: String, _ generator: Generator<Value>, settings: Settings = Settings(),
  describe: @escaping @Sendable (Value) -> String = { sourceText($0) },
  isolation: isolated (any Actor)? = #isolation,
  body: (Value, inout CaseNotes) async throws -> Outcome
) async -> Report<Value> {
  let exchange = CaseExchange<Value>()
  let property = Property(name, generator, describe: describe) { value, notes in
    let (outcome, noted) = exchange.judge(value)
    notes = noted
    return try outcome.get()
  }
  var sequential = settings
  sequential.threads = 1
  // The loop of cases blocks its thread while a body runs; a thread of the cooperative pool must not do that.
  // A queue of its own gets one at once, where the global queue may wait for others that are blocked.
  DispatchQueue(label: "PropCheck.checkAsync").async { [sequential] in
    exchange.finish(Check(property, sequential, exchange.cancellation).run(nil))
  }
  while true {
    switch await exchange.next() {
    case .finished(let report): return report
    case .value(let value):
      if Task.isCancelled { exchange.cancellation.cancel() }
      var notes = CaseNotes()
      let outcome: Result<Outcome, any Error>
      do { outcome = .success(try await body(value, &notes)) } catch { outcome = .failure(error) }
      exchange.answer(outcome, notes)
    }
  }
}

/// Hands values from the thread of a run to a task, and what the task says of them back.
private final class CaseExchange<Value: Sendable>: Sendable {
  enum Message: Sendable {
    case value(Value)
    case finished(Report<Value>)
  }

  private struct State: Sendable {
    var message: Message?
    var waiting: CheckedContinuation<Message, Never>?
    var answer: (Result<Outcome, any Error>, CaseNotes) = (.success(.passed), CaseNotes())
  }

  let cancellation = Cancellation()
  private let state = Mutex(State())
  private let answered = DispatchSemaphore(value: 0)

  /// Waits on the thread of the run until the task has judged a value.
  func judge(_ value: Value) -> (Result<Outcome, any Error>, CaseNotes) {
    send(.value(value))
    answered.wait()
    return state.withLock(\.answer)
  }

  func finish(_ report: Report<Value>) { send(.finished(report)) }

  func answer(_ outcome: Result<Outcome, any Error>, _ notes: CaseNotes) {
    state.withLock { $0.answer = (outcome, notes) }
    answered.signal()
  }

  /// The next message for the task; a cancelled task gets it too, because a thread waits for the answer.
  func next(isolation: isolated (any Actor)? = #isolation) async -> Message {
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
