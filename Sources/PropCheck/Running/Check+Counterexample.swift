extension Check {
  /// The minimal counterexample of a run whose cases add up to a tally.
  func counterexample(_ tally: Tally, _ runner: CaseRunner<Value>) -> Counterexample<Value>? {
    guard let first = tally.firstFailure else { return nil }
    var source = runner.makeSource(isRecording: true)
    do {
      _ = try runner.value(at: first.position, script: first.script, source: &source)
    } catch {
      // a generator that threw has no value to show
      return nil
    }
    return shrunk(
      (source.recording, first.failure), caseIndex: first.position.index, keptFile: nil, worst: tally.worst, runner)
  }

  /// Shrinks a failing case, and then those of another kind that were met on the way, with the calls that are left.
  func shrunk(
    _ failed: FailedCase, caseIndex: Int?, keptFile: String?, worst: Tally.ScoredCase?, _ runner: CaseRunner<Value>
  ) -> Counterexample<Value>? {
    let found = shrinking(failed, budget: settings.shrinkCalls, runner)
    let end = shrinkEnd(found, runner)
    var left = settings.shrinkCalls - found.calls
    let others = found.otherFailures.map { other in
      let result = shrinking(other, budget: left, runner)
      left -= result.calls
      return result
    }
    return counterexample(
      found, end, others: others, original: failed, caseIndex: caseIndex, keptFile: keptFile, worst: worst, runner)
  }

  /// What ended shrinking: it knows itself only that something did.
  private func shrinkEnd(_ shrunk: Shrinker.Result, _ runner: CaseRunner<Value>) -> ShrinkEnd {
    guard shrunk.isExhausted else { return .settled }
    if runner.isolated?.isExhausted == true { return .timeLimits }
    if isToEnd(runner) { return .cancelled }
    return shrunk.calls >= settings.shrinkCalls ? .calls : .size
  }

  private func shrinking(_ failed: FailedCase, budget: Int, _ runner: CaseRunner<Value>) -> Shrinker.Result {
    var source = runner.makeSource(isRecording: true)
    var notes = CaseNotes()
    var made: Value?
    var shrinker = Shrinker(
      failed.recording, failed.failure, budget: budget,
      generate: { script, hole in
        runner.running?.begin(script)
        made = try? runner.value(of: script, mode: .lenient, hole: hole, source: &source)
        if made != nil { runner.running?.begin(source.choices) }
        return made == nil ? nil : source.recording
      },
      judge: {
        guard let made else { return .discarded("no value") }
        return isToEnd(runner) ? nil : runner.judge(made, of: source, notes: &notes)
      })
    shrinker.run(passes: settings.passes)
    return shrinker.result
  }

  /// Whether no further call of the body is wanted.
  func isToEnd(_ runner: CaseRunner<Value>) -> Bool {
    cancellation?.isCancelled == true || Task.isCancelled || runner.isolated?.isExhausted == true
  }

  private func counterexample(
    _ shrunk: Shrinker.Result, _ end: ShrinkEnd, others: [Shrinker.Result], original: FailedCase, caseIndex: Int?,
    keptFile: String?, worst: Tally.ScoredCase?, _ runner: CaseRunner<Value>
  ) -> Counterexample<Value>? {
    var source = runner.makeSource(isRecording: true)
    guard let first = try? runner.value(of: original.recording.choices, mode: .lenient, source: &source),
      let value = try? runner.value(of: shrunk.recording.choices, mode: .lenient, source: &source)
    else { return nil }
    var notes = CaseNotes()
    var isFlaky = true
    if case .failed(let again) = runner.judge(value, of: source, notes: &notes), again.kind == shrunk.failure.kind {
      isFlaky = false
    }
    let explanation =
      isFlaky || isToEnd(runner)
      ? Explanation() : explained(shrunk, source: runner.makeSource(isRecording: true), runner)
    let worst = worstValue(shrunk.worst, found: worst, source: &source)
    return Counterexample(
      value: value, description: property.describe(value), failure: shrunk.failure,
      caseIndex: caseIndex, keptFile: keptFile, seed: settings.seed, choices: shrunk.recording.choices,
      token: token(of: shrunk.recording), shrinks: shrunk.shrinks,
      calls: shrunk.calls, originalDescription: property.describe(first),
      originalSize: original.recording.choices.count,
      worst: worst, worstDescription: worst.map { property.describe($0.value) },
      shrinkEnd: end, isFlaky: isFlaky,
      otherFailures: others.compactMap { other in
        let value = try? runner.value(of: other.recording.choices, mode: .lenient, source: &source)
        return value.map {
          OtherFailure(failure: other.failure, description: property.describe($0), token: token(of: other.recording))
        }
      },
      explanation: explanation)
  }

  func token(of recording: Recording) -> String {
    Token(property: property.name, fingerprint: property.fingerprint, choices: recording.choices)
      .encoded(prefix: settings.tokenPrefix)
  }

  private func explained(
    _ shrunk: Shrinker.Result, source: ChoiceSource, _ runner: CaseRunner<Value>
  ) -> Explanation {
    var notes = CaseNotes()
    var made: Value?
    var explainer = Explainer(
      shrunk.recording.choices, seed: settings.seed, budget: settings.explainCalls, source: source,
      generate: { script, source in
        made = try? runner.value(varying: script, source: &source)
        return made != nil
      },
      failsAlike: { source in
        guard let made, !isToEnd(runner) else { return nil }
        return switch runner.judge(made, of: source, notes: &notes) {
        case .discarded: nil
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
}
