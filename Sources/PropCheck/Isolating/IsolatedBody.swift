import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Judges the cases of one thread in a child process, which is started anew when a case has ended it.
final class IsolatedBody: Sendable {
  private struct State {
    var child: ChildProcess?
    /// Why no child can be had; then nothing more is tried.
    var problem: String?
    var timeouts = 0
  }

  private let property: String
  private let isolation: Isolation
  private let state = Mutex(State())

  /// A child that does not come to its property in this time has lost its way.
  private static let startLimit = Duration.seconds(120)

  init(_ property: String, _ isolation: Isolation) {
    self.property = property
    self.isolation = isolation
  }

  /// Whether so many cases ran into their limit that shrinking should end.
  var isExhausted: Bool { state.withLock { $0.timeouts >= Isolation.mostTimeouts } }

  /// Judges a case.
  func judge(_ choices: [Choice], notes: inout CaseNotes) -> Outcome {
    let (outcome, noted) = state.withLock { judge(choices, &$0) }
    notes = noted
    return outcome
  }

  /// Ends the child.
  func end() {
    state.withLock { state in
      _ = state.child?.end()
      state.child = nil
    }
  }

  private func judge(_ choices: [Choice], _ state: inout State) -> (Outcome, CaseNotes) {
    let none = CaseNotes()
    guard let child = readyChild(&state) else { return (.inconclusive(state.problem ?? ""), none) }
    _ = child.send(CaseFrames.bytes(of: choices))
    switch child.receive(within: isolation.caseTimeLimit) {
    case .frame(let bytes):
      switch CaseFrames.answer(bytes) {
      case .outcome(let outcome, let notes): return (outcome, notes)
      case .otherValue:
        return (
          .inconclusive("the generator made another value in the child: it must depend on nothing it does not draw"),
          none
        )
      case .ready, nil: return (.inconclusive("the child process answered something else than a case"), none)
      }
    case .ended:
      state.child = nil
      return (IsolatedBody.outcome(of: child.end(patience: 5000)), none)
    case .late:
      state.child = nil
      state.timeouts += 1
      _ = child.end()
      return (.failed("time limit", "it ran for more than \(isolation.caseTimeLimit)"), none)
    }
  }

  private func readyChild(_ state: inout State) -> ChildProcess? {
    if let child = state.child { return child }
    guard state.problem == nil else { return nil }
    do {
      let child = try ChildProcess(
        isolation.command,
        environment: [
          Isolation.requestVariable: property, "PROPCHECK_REPLAY": nil, "SWIFT_BACKTRACE": "enable=no",
        ])
      if case .frame(let bytes) = child.receive(within: IsolatedBody.startLimit), CaseFrames.answer(bytes) == .ready {
        state.child = child
        return child
      }
      let text = IsolatedBody.lastLines(child.end(patience: 100).text)
      state.problem =
        "'\(isolation.command.joined(separator: " "))' ended before it came to the property '\(property)'"
        + (text.isEmpty ? "" : ": " + text)
    } catch {
      state.problem = "no child process: \(error.description)"
    }
    return nil
  }

  /// What it means that a case ended its process.
  static func outcome(of end: ChildProcess.End) -> Outcome {
    let kind: String
    switch end.signal {
    case nil: kind = "exit with status \(end.status)"
    case SIGILL, SIGTRAP: kind = "trap"
    case SIGSEGV, SIGBUS: kind = "memory fault"
    case SIGABRT: kind = "abort"
    case SIGFPE: kind = "arithmetic fault"
    case let signal?: kind = "signal \(signal)"
    }
    let text = lastLines(end.text)
    // The message may name the value, so that only the place tells one trap from another.
    let places = text.split(separator: "\n").compactMap { line in
      trapMessages.compactMap { line.firstRange(of: $0) }.first.map { line[..<$0.lowerBound] }
    }
    let place = places.last.map { " at " + $0 } ?? ""
    return .failed(
      kind + place, "it ended its process: \(kind)" + (text.isEmpty ? "" : "\n" + text))
  }

  /// How the runtime introduces the message of a trap, after its place.
  private static let trapMessages = [": Fatal error", ": Precondition failed", ": Assertion failed"]

  /// The last lines, without the trace of the stack that the runtime may add.
  private static func lastLines(_ text: String) -> String {
    text.split(separator: "\n").prefix { $0 != "Current stack trace:" }.suffix(4).map { $0.prefix(300) }
      .joined(separator: "\n")
  }
}
