#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The side of a child: judges the cases that it is sent.
struct IsolatedServer<Value> {
  let runner: CaseRunner<Value>
  let isolation: Isolation?

  /// Judges cases until there are no more, then ends the process.
  func serve() -> Never {
    let socket = FrameSocket(descriptor: ChildProcess.socketInChild)
    var source = runner.makeSource(isRecording: true)
    var isOpen = socket.send(CaseFrames.bytes(of: .ready))
    while isOpen, let frame = socket.receive(), let choices = CaseFrames.choices(frame) {
      // should the other side be gone, the alarm still ends what never settles
      alarm(UInt32(clamping: isolation?.caseTimeLimit.components.seconds ?? 0) &+ 10)
      isOpen = socket.send(CaseFrames.bytes(of: answer(choices, &source)))
      alarm(0)
    }
    _exit(0)
  }

  private func answer(_ choices: [Choice], _ source: inout ChoiceSource) -> CaseFrames.Answer {
    guard let value = try? runner.value(of: choices, mode: .lenient, source: &source),
      source.choices.count == choices.count,
      zip(source.choices, choices).allSatisfy({ $0.kind == $1.kind && $0.word == $1.word })
    else { return .otherValue }
    var notes = CaseNotes()
    let outcome = runner.judge(value, of: source, notes: &notes)
    return .outcome(outcome, notes)
  }
}
