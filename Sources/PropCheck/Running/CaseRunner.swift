/// Runs single cases of one property: random ones by their position, scripted ones by their choices.
struct CaseRunner<Value>: Sendable {
  let property: Property<Value>
  let seed: UInt64
  let attempts: Int
  /// Where the running case is noted, nil if nobody watches.
  var running: RunningCase?
  /// What judges values in another process, nil if bodies run in this one.
  private(set) var isolated: IsolatedBody?
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
      tally.draws += source.drawn
      guard case .discarded = outcome else { return }
    }
  }

  /// Runs one attempt at one case.
  func judge(_ position: CasePosition, source: inout ChoiceSource, notes: inout CaseNotes) -> Outcome {
    notes.clear()
    running?.begin(position)
    prepare(&source, for: position)
    do {
      let value = try property.generator.run(&source)
      return judge(value, of: source, notes: &notes)
    } catch {
      return CaseRunner.outcome(ofGeneratorError: error)
    }
  }

  /// Runs a case near to the leaders of a search; a discarded one is not replaced.
  func search(
    _ index: Int, near leaders: Mutation, source: inout ChoiceSource, notes: inout CaseNotes, tally: inout Tally
  ) {
    notes.clear()
    var random = RandomStream(seed: seed, stream: stream, index: index, attempt: attempts)
    source.script = leaders.sequence(&random)
    running?.begin(source.script)
    source.hole = nil
    source.restart(mode: .lenient, random: random, size: 100)
    let outcome: Outcome
    do {
      let value = try property.generator.run(&source)
      outcome = judge(value, of: source, notes: &notes)
    } catch {
      outcome = CaseRunner.outcome(ofGeneratorError: error)
    }
    tally.add(outcome, notes: notes, at: CasePosition(index: index, attempt: 0), script: source.choices)
    tally.draws += source.drawn
  }

  /// Makes the value of a case once more, without judging it.
  ///
  /// - Parameter script: the choices of a case that search made.
  func value(at position: CasePosition, script: [Choice]? = nil, source: inout ChoiceSource) throws -> Value {
    if let script { return try value(of: script, mode: .lenient, source: &source) }
    prepare(&source, for: position)
    return try property.generator.run(&source)
  }

  /// The same runner, whose running case is watched while a body runs, or judged in a process of its own.
  func watched<Result>(_ settings: Settings, _ body: (CaseRunner) throws -> Result) rethrows -> Result {
    var runner = self
    if let isolation = settings.isolation, Isolation.requestedProperty == nil {
      let isolated = IsolatedBody(property.name, isolation)
      defer { isolated.end() }
      runner.isolated = isolated
      return try body(runner)
    }
    guard settings.announcesTraps || settings.caseTimeLimit != nil else { return try body(self) }
    let noted = makeRunning(settings)
    runner.running = noted
    return try Watchdog.shared.watching(noted) { try body(runner) }
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

  /// Makes the value of a script whose parts are noted or varied, as the source's trace says.
  func value(varying script: [Choice], source: inout ChoiceSource) throws -> Value {
    source.script = script
    source.hole = nil
    source.restart(mode: .lenient, random: source.random, size: 100)
    return try source.part(.whole) { try property.generator.run(&$0) }
  }

  /// Judges a value that a source has just made; the source records where values are judged elsewhere.
  func judge(_ value: Value, of source: borrowing ChoiceSource, notes: inout CaseNotes) -> Outcome {
    if let isolated { return isolated.judge(source.choices, notes: &notes) }
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
    source.prefersEdges = position.index & 7 == 5
  }

  /// The size of a case: it grows over the first fifty, then every fourth one stays smaller.
  static func size(_ position: CasePosition) -> Int {
    let index = position.index + position.attempt
    if index < 50 { return 2 * index }
    return index & 3 == 3 ? index * 7 % 100 : 100
  }

  /// How a case is judged whose value could not be made.
  static func outcome(ofGeneratorError error: any Error) -> Outcome {
    if let discard = error as? Discard { return .discarded(discard.reason) }
    // a body may throw an error of the same type
    return .failed("generator: " + String(reflecting: type(of: error)), "the generator threw: \(error)")
  }

  /// Whether an error is the generator's own, rather than an attempt that was given up.
  static func isGeneratorFailure(_ error: any Error) -> Bool { !(error is Discard || error is Misfit) }
}
