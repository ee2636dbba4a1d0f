/// Checks a property on random cases and shrinks the first failing one.
///
/// Equal settings give an equal report, on any machine and with any number of threads.
///
/// - Parameters:
///   - property: what to check.
///   - settings: how.
///   - progress: called after each stretch of cases with how many are done and how many there are, one call at
///     a time.
/// - Returns: everything that is known after the run.
/// - Complexity: `settings.cases` runs of the body, then at most `settings.shrinkCalls` more, and one.
public func check<Value>(
  _ property: Property<Value>, settings: Settings = Settings(),
  progress: (@Sendable (Int, Int) -> Void)? = nil
) -> Report<Value> {
  let check = Check(property, settings)
  return check.run(progress)
}

/// One run of one property.
struct Check<Value> {
  private let property: Property<Value>
  private let settings: Settings
  private let runner: CaseRunner<Value>

  init(_ property: Property<Value>, _ settings: Settings) {
    self.property = property
    self.settings = settings
    runner = CaseRunner(property, seed: settings.seed, attempts: 20)
  }

  func run(_ progress: (@Sendable (Int, Int) -> Void)?) -> Report<Value> {
    var unusable: [String] = []
    for example in settings.examples {
      do {
        let token = try Token.decode(example, prefix: settings.tokenPrefix)
        if let failed = failing(try replayedValue(token, property)) {
          var tally = Tally()
          tally.counts.failed = 1
          tally.firstFailure = Tally.FailingCase(
            position: CasePosition(index: 0, attempt: 0), failure: failed.failure)
          return report(tally, nil, shrunk(failed, caseIndex: nil, worst: nil), unusable)
        }
      } catch {
        unusable.append("\(example.prefix(16))...: \(error)")
      }
    }
    var (tally, ending) = run(0..<settings.cases, after: Tally(), progress)
    var end = settings.cases
    while ending == nil, tally.counts.failed == 0, end < 64 * settings.cases,
      tally.coverage(settings.requiredLabels).contains(where: { $0.decision == .undecided })
    {
      (tally, ending) = run(end..<2 * end, after: tally, progress)
      end *= 2
    }
    return report(tally, ending, counterexample(tally), unusable)
  }

  /// Runs a range of cases on all threads.
  private func run(
    _ range: Range<Int>, after earlier: Tally, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> (Tally, ChunkedRun.Ending?) {
    let stops = settings.stopsAtFirstFailure
    return ChunkedRun(settings, range, after: earlier, progress: progress).run { [runner] range in
      var tally = Tally()
      var notes = CaseNotes()
      var source = runner.makeSource(isRecording: false)
      for index in range {
        runner.run(index, source: &source, notes: &notes, tally: &tally)
        if stops && tally.firstFailure != nil { break }
      }
      return tally
    }
  }

  private typealias FailedCase = (recording: Recording, failure: Failure)

  private func failing(_ replayed: (Value, Recording)) -> FailedCase? {
    var notes = CaseNotes()
    guard case .failed(let failure) = runner.judge(replayed.0, notes: &notes) else { return nil }
    return (replayed.1, failure)
  }

  private func counterexample(_ tally: Tally) -> Counterexample<Value>? {
    guard let first = tally.firstFailure else { return nil }
    var source = runner.makeSource(isRecording: true)
    // A generator that threw has no value to show; the recording up to there still replays.
    _ = try? runner.value(at: first.position, source: &source)
    return shrunk((source.recording, first.failure), caseIndex: first.position.index, worst: tally.worst)
  }

  private func shrunk(
    _ failed: FailedCase, caseIndex: Int?, worst: Tally.ScoredCase?
  ) -> Counterexample<Value>? {
    var source = runner.makeSource(isRecording: true)
    var notes = CaseNotes()
    var made: Value?
    var shrinker = Shrinker(
      failed.recording, failed.failure, budget: settings.shrinkCalls,
      generate: { script, hole in
        made = try? runner.value(of: script, mode: .lenient, hole: hole, source: &source)
        return made == nil ? nil : source.recording
      },
      judge: { made.map { runner.judge($0, notes: &notes) } ?? .discarded("no value") })
    shrinker.run(passes: ShrinkPass.all.filter { !settings.disabledPasses.contains($0.name) })
    return counterexample(shrinker.result, original: failed, caseIndex: caseIndex, worst: worst)
  }

  private func counterexample(
    _ shrunk: Shrinker.Result, original: FailedCase, caseIndex: Int?, worst: Tally.ScoredCase?
  ) -> Counterexample<Value>? {
    var source = runner.makeSource(isRecording: true)
    guard let value = try? runner.value(of: shrunk.recording.choices, mode: .lenient, source: &source),
      let first = try? runner.value(of: original.recording.choices, mode: .lenient, source: &source)
    else { return nil }
    var notes = CaseNotes()
    var isFlaky = true
    if case .failed(let again) = runner.judge(value, notes: &notes), again.kind == shrunk.failure.kind {
      isFlaky = false
    }
    let token = Token(
      property: property.name, fingerprint: property.fingerprint, choices: shrunk.recording.choices)
    let worst = worstValue(shrunk.worst, found: worst, source: &source)
    return Counterexample(
      value: value, description: property.describe(value), failure: shrunk.failure,
      caseIndex: caseIndex, seed: settings.seed, choices: shrunk.recording.choices,
      token: token.encoded(prefix: settings.tokenPrefix), shrinks: shrunk.shrinks,
      calls: shrunk.calls, originalDescription: property.describe(first),
      originalSize: original.recording.choices.count,
      worst: worst, worstDescription: worst.map { property.describe($0.value) },
      shrinkBudgetExhausted: shrunk.isExhausted, isFlaky: isFlaky,
      otherFailures: shrunk.otherFailures)
  }

  private func worstValue(
    _ shrunk: (choices: [Choice], severity: Double)?, found: Tally.ScoredCase?, source: inout ChoiceSource
  ) -> (value: Value, severity: Double)? {
    if let found, found.score >= (shrunk?.severity ?? -.infinity) {
      return (try? runner.value(at: found.position, source: &source)).map { ($0, found.score) }
    }
    guard let shrunk else { return nil }
    return (try? runner.value(of: shrunk.choices, mode: .lenient, source: &source))
      .map { ($0, shrunk.severity) }
  }

  private func report(
    _ tally: Tally, _ ending: ChunkedRun.Ending?, _ counterexample: Counterexample<Value>?,
    _ unusable: [String]
  ) -> Report<Value> {
    var source = runner.makeSource(isRecording: false)
    let best = tally.best.flatMap { best in
      (try? runner.value(at: best.position, source: &source)).map { (value: $0, score: best.score) }
    }
    return Report(
      property: property.name, seed: settings.seed, verdict: verdict(tally, ending), counts: tally.counts,
      failure: tally.firstFailure?.failure, counterexample: counterexample, labels: tally.labels,
      coverage: tally.coverage(settings.requiredLabels), tables: tally.tables,
      inconclusiveReasons: tally.inconclusiveReasons, discardReasons: tally.discardReasons, best: best,
      unusableExamples: unusable)
  }

  private func verdict(_ tally: Tally, _ ending: ChunkedRun.Ending?) -> Verdict {
    let counts = tally.counts
    if counts.failed > 0 { return .failed }
    if ending == .discards || counts.judged == 0 {
      let reasons = tally.discardReasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return .gaveUp(
        "\(counts.discarded) attempts were discarded and \(counts.judged) judged; most often: "
          + (reasons.first?.key ?? "no case was asked for"))
    }
    let allowed = settings.maximumInconclusiveRatio * Double(counts.judged)
    if Double(counts.inconclusive) > allowed {
      let reasons = tally.inconclusiveReasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return .inconclusive(
        "\(counts.inconclusive) of \(counts.judged) cases are inconclusive; most often: "
          + (reasons.first?.key ?? ""))
    }
    let missed = tally.coverage(settings.requiredLabels).filter { $0.decision != .met }
    guard missed.isEmpty else {
      return .inconclusive("too few cases bear a label: " + missed.map(\.text).joined(separator: "; "))
    }
    return .passed
  }
}
