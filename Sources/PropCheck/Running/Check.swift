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

  private let cancellation: Cancellation?

  init(_ property: Property<Value>, _ settings: Settings, _ cancellation: Cancellation? = nil) {
    self.property = property
    self.cancellation = cancellation
    self.settings = settings
    runner = CaseRunner(property, seed: settings.seed, attempts: 20)
  }

  func run(_ progress: (@Sendable (Int, Int) -> Void)?) -> Report<Value> {
    var known = KnownCases()
    if let (failed, file) = firstFailing(&known) {
      var tally = Tally()
      tally.counts.failed = 1
      tally.firstFailure = Tally.FailingCase(
        position: CasePosition(index: 0, attempt: 0), failure: failed.failure)
      return report(tally, nil, shrunk(failed, caseIndex: nil, keptFile: file, worst: nil), known)
    }
    let part = max(0, min(1, settings.targeting))
    // the first part of the cases is random in any case: without them there is nothing to start from
    let random = part == 0 ? settings.cases : max(1, settings.cases - Int(part * Double(settings.cases)))
    var (tally, ending) = run(0..<random, after: emptyTally, progress)
    if random < settings.cases && ending == nil {
      (tally, ending) = search(random..<settings.cases, after: tally, progress)
    }
    var end = settings.cases
    while ending == nil, tally.counts.failed == 0, end < 64 * settings.cases,
      tally.coverage(settings.requiredLabels).contains(where: { $0.decision == .undecided })
    {
      (tally, ending) = run(end..<2 * end, after: tally, progress)
      end *= 2
    }
    return report(tally, ending, counterexample(tally), known)
  }

  /// Runs a range of cases on all threads.
  private func run(
    _ range: Range<Int>, after earlier: Tally, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> (Tally, ChunkedRun.Ending?) {
    let stops = settings.stopsAtFirstFailure
    return ChunkedRun(settings, range, after: earlier, cancellation, progress: progress).run(in: watched) {
      [emptyTally] range, runner in
      var tally = emptyTally
      var notes = CaseNotes()
      var source = runner.makeSource(isRecording: false)
      for index in range {
        runner.run(index, source: &source, notes: &notes, tally: &tally)
        if stops && tally.firstFailure != nil { break }
      }
      return tally
    }
  }

  /// Watches the cases of one thread.
  private var watched: @Sendable ((CaseRunner<Value>) -> Void) -> Void {
    { [runner, settings] body in runner.watched(settings, body) }
  }

  /// Cases of a range near to those of the best scores, which are chosen anew after each batch.
  ///
  /// Batches have a fixed length, so that it does not matter how many threads run one.
  private func search(
    _ range: Range<Int>, after earlier: Tally, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> (Tally, ChunkedRun.Ending?) {
    var tally = earlier
    var source = runner.makeSource(isRecording: true)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Check.searchBatch) {
      let leaders = tally.leaders.compactMap { leader -> Recording? in
        let value = try? runner.value(at: leader.position, script: leader.script, source: &source)
        return value == nil ? nil : source.recording
      }
      // nothing notes a score: all that is left are random cases
      guard !leaders.isEmpty else { return run(start..<range.upperBound, after: tally, progress) }
      let batch = start..<min(range.upperBound, start + Check.searchBatch)
      let mutation = Mutation(leaders: leaders)
      let stops = settings.stopsAtFirstFailure
      let batchRun = ChunkedRun(settings, batch, after: tally, cancellation, progress: progress)
      let (merged, ending) = batchRun.run(in: watched) { [emptyTally] range, runner in
        var tally = emptyTally
        var notes = CaseNotes()
        var source = runner.makeSource(isRecording: true)
        for index in range {
          runner.search(index, near: mutation, source: &source, notes: &notes, tally: &tally)
          if stops && tally.firstFailure != nil { break }
        }
        return tally
      }
      tally = merged
      if ending != nil { return (tally, ending) }
    }
    return (tally, nil)
  }

  /// How many cases are searched between two choices of leaders.
  private static var searchBatch: Int { 32 }

  private var emptyTally: Tally {
    var tally = Tally()
    tally.mostLeaders = settings.targeting > 0 ? 8 : 0
    return tally
  }

  private typealias FailedCase = (recording: Recording, failure: Failure)

  /// What came of the cases that were known before the run.
  private struct KnownCases {
    var unusable: [String] = []
    var stale: [String] = []
    var held = 0
  }

  /// Replays example tokens, then the cases of the store, up to the first that fails.
  private func firstFailing(_ known: inout KnownCases) -> (failed: FailedCase, keptFile: String?)? {
    for example in settings.examples {
      do {
        let token = try Token.decode(example, prefix: settings.tokenPrefix)
        if let failed = failing(try replayedValue(token, property)) { return (failed, nil) }
      } catch {
        known.unusable.append("\(example.prefix(16))...: \(error)")
      }
    }
    for file in settings.store.map({ CaseDirectory($0).files() }) ?? [] {
      guard let kept = file.kept else {
        known.stale.append("\(file.path): it holds no property and token; mend or delete it")
        continue
      }
      guard kept.property == property.name else { continue }
      do {
        let token = try Token.decode(kept.token, prefix: settings.tokenPrefix)
        if let failed = failing(try replayedValue(token, property)) { return (failed, file.path) }
        known.held += 1
      } catch {
        known.stale.append("\(file.path): \(error); if that finds nothing, delete the file (it was \(kept.value))")
      }
    }
    return nil
  }

  private func failing(_ replayed: (Value, Recording)) -> FailedCase? {
    var notes = CaseNotes()
    guard case .failed(let failure) = runner.judge(replayed.0, notes: &notes) else { return nil }
    return (replayed.1, failure)
  }

  private func counterexample(_ tally: Tally) -> Counterexample<Value>? {
    guard let first = tally.firstFailure else { return nil }
    var source = runner.makeSource(isRecording: true)
    // A generator that threw has no value to show; the recording up to there still replays.
    _ = try? runner.value(at: first.position, script: first.script, source: &source)
    return shrunk((source.recording, first.failure), caseIndex: first.position.index, worst: tally.worst)
  }

  private func shrunk(
    _ failed: FailedCase, caseIndex: Int?, keptFile: String? = nil, worst: Tally.ScoredCase?
  ) -> Counterexample<Value>? {
    runner.watched(settings) { shrunk(failed, caseIndex: caseIndex, keptFile: keptFile, worst: worst, $0) }
  }

  private func shrunk(
    _ failed: FailedCase, caseIndex: Int?, keptFile: String?, worst: Tally.ScoredCase?, _ runner: CaseRunner<Value>
  ) -> Counterexample<Value>? {
    var source = runner.makeSource(isRecording: true)
    var notes = CaseNotes()
    var made: Value?
    var shrinker = Shrinker(
      failed.recording, failed.failure, budget: settings.shrinkCalls,
      generate: { script, hole in
        runner.running?.begin(script)
        made = try? runner.value(of: script, mode: .lenient, hole: hole, source: &source)
        if made != nil { runner.running?.begin(source.choices) }
        return made == nil ? nil : source.recording
      },
      judge: { made.map { runner.judge($0, notes: &notes) } ?? .discarded("no value") })
    shrinker.run(passes: settings.passes)
    return counterexample(shrinker.result, original: failed, caseIndex: caseIndex, keptFile: keptFile, worst: worst)
  }

  private func counterexample(
    _ shrunk: Shrinker.Result, original: FailedCase, caseIndex: Int?, keptFile: String? = nil, worst: Tally.ScoredCase?
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
    let explanation = isFlaky ? Explanation() : explained(shrunk, source: runner.makeSource(isRecording: true))
    let token = Token(
      property: property.name, fingerprint: property.fingerprint, choices: shrunk.recording.choices)
    let worst = worstValue(shrunk.worst, found: worst, source: &source)
    return Counterexample(
      value: value, description: property.describe(value), failure: shrunk.failure,
      caseIndex: caseIndex, keptFile: keptFile, seed: settings.seed, choices: shrunk.recording.choices,
      token: token.encoded(prefix: settings.tokenPrefix), shrinks: shrunk.shrinks,
      calls: shrunk.calls, originalDescription: property.describe(first),
      originalSize: original.recording.choices.count,
      worst: worst, worstDescription: worst.map { property.describe($0.value) },
      shrinkBudgetExhausted: shrunk.isExhausted, isFlaky: isFlaky,
      otherFailures: shrunk.otherFailures, explanation: explanation)
  }

  private func explained(_ shrunk: Shrinker.Result, source: ChoiceSource) -> Explanation {
    var notes = CaseNotes()
    var made: Value?
    var explainer = Explainer(
      shrunk.recording.choices, seed: settings.seed, budget: settings.explainCalls, source: source,
      generate: { script, source in
        made = try? runner.value(varying: script, source: &source)
        return made != nil
      },
      failsAlike: {
        switch made.map({ runner.judge($0, notes: &notes) }) {
        case nil, .discarded: nil
        case .failed(let failure): failure.kind == shrunk.failure.kind
        case .passed, .inconclusive: false
        }
      })
    return explainer.run()
  }

  private func worstValue(
    _ shrunk: (choices: [Choice], severity: Double)?, found: Tally.ScoredCase?, source: inout ChoiceSource
  ) -> (value: Value, severity: Double)? {
    if let found, found.score >= (shrunk?.severity ?? -.infinity) {
      return (try? runner.value(at: found.position, script: found.script, source: &source)).map { ($0, found.score) }
    }
    guard let shrunk else { return nil }
    return (try? runner.value(of: shrunk.choices, mode: .lenient, source: &source))
      .map { ($0, shrunk.severity) }
  }

  private func report(
    _ tally: Tally, _ ending: ChunkedRun.Ending?, _ counterexample: Counterexample<Value>?,
    _ known: KnownCases
  ) -> Report<Value> {
    var source = runner.makeSource(isRecording: false)
    let best = tally.best.flatMap { best in
      (try? runner.value(at: best.position, script: best.script, source: &source)).map {
        (value: $0, score: best.score)
      }
    }
    return Report(
      property: property.name, seed: settings.seed, verdict: verdict(tally, ending), counts: tally.counts,
      failure: tally.firstFailure?.failure, counterexample: counterexample, labels: tally.labels,
      coverage: tally.coverage(settings.requiredLabels), tables: tally.tables,
      inconclusiveReasons: tally.inconclusiveReasons, discardReasons: tally.discardReasons, best: best,
      unusableExamples: known.unusable,
      keptCases: known.held, staleCases: known.stale,
      draws: tally.draws)
  }

  private func verdict(_ tally: Tally, _ ending: ChunkedRun.Ending?) -> Verdict {
    let counts = tally.counts
    if counts.failed > 0 { return .failed }
    if ending == .cancelled { return .gaveUp("the run was cancelled after \(counts.judged) cases") }
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
