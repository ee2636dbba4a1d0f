/// Runs single cases of one property: random ones by their position, scripted ones by their choices.
struct CaseRunner<Value>: Sendable {
  let property: Property<Value>
  let seed: UInt64
  let attempts: Int
  private let stream: UInt64

  init(_ property: Property<Value>, seed: UInt64, attempts: Int) {
    self.property = property
    self.seed = seed
    self.attempts = attempts
    stream = Digest.of(property.name)
  }

  /// A source to be passed to the other functions again and again, so that its memory is reused.
  func makeSource(isRecording: Bool) -> ChoiceSource {
    ChoiceSource(mode: .simplest, random: RandomStream(seed: 0), size: 0, isRecording: isRecording)
  }

  /// Runs a case until an attempt is not discarded, and adds everything to a tally.
  func run(_ index: Int, source: inout ChoiceSource, notes: inout CaseNotes, tally: inout Tally) {
    for attempt in 0..<attempts {
      let position = CasePosition(index: index, attempt: attempt)
      let outcome = judge(position, source: &source, notes: &notes)
      tally.add(outcome, notes: notes, at: position)
      guard case .discarded = outcome else { return }
    }
  }

  /// Runs one attempt at one case.
  func judge(_ position: CasePosition, source: inout ChoiceSource, notes: inout CaseNotes) -> Outcome {
    notes.clear()
    prepare(&source, for: position)
    do {
      return judge(try property.generator.run(&source), notes: &notes)
    } catch {
      return CaseRunner.outcome(ofGeneratorError: error)
    }
  }

  /// Makes the value of a position once more, without judging it.
  func value(at position: CasePosition, source: inout ChoiceSource) throws -> Value {
    prepare(&source, for: position)
    return try property.generator.run(&source)
  }

  /// Makes the value of a script, without judging it.
  func value(
    of script: [Choice], mode: ChoiceSource.Mode, hole: (span: Int, resume: Int)? = nil,
    source: inout ChoiceSource
  ) throws -> Value {
    source.script = script
    source.hole = hole
    source.restart(mode: mode, random: RandomStream(seed: 0), size: 100)
    return try property.generator.run(&source)
  }

  /// Judges a value.
  func judge(_ value: Value, notes: inout CaseNotes) -> Outcome {
    do {
      return try property.body(value, &notes)
    } catch let discard as Discard {
      return .discarded(discard.reason)
    } catch {
      return .failed(String(reflecting: type(of: error)), String(describing: error))
    }
  }

  private func prepare(_ source: inout ChoiceSource, for position: CasePosition) {
    let random = RandomStream(
      seed: seed, stream: stream, index: position.index, attempt: position.attempt)
    let isSimplest = position.index == 0 && position.attempt == 0
    source.restart(
      mode: isSimplest ? .simplest : .fresh, random: random, size: CaseRunner.size(position))
  }

  /// The size of a case: it grows over the first fifty, then every fourth one stays smaller.
  static func size(_ position: CasePosition) -> Int {
    let index = position.index + position.attempt
    if index < 50 { return 2 * index }
    return index & 3 == 3 ? index * 7 % 100 : 100
  }

  private static func outcome(ofGeneratorError error: any Error) -> Outcome {
    if let discard = error as? Discard { return .discarded(discard.reason) }
    return .failed(String(reflecting: type(of: error)), "the generator threw: \(error)")
  }
}
