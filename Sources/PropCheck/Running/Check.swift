/// Checks a property on random cases and shrinks the first failing one.
///
/// Equal settings give an equal report, on any machine and with any number of threads. Where the calling task is
/// cancelled, the run ends before its next case and says so.
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

/// One run of one property: known cases first, then random ones, then searched ones, up to the first that fails.
struct Check<Value> {
  let property: Property<Value>
  let settings: Settings
  let runner: CaseRunner<Value>
  let cancellation: Cancellation?

  init(_ property: Property<Value>, _ settings: Settings, _ cancellation: Cancellation? = nil) {
    self.property = property
    self.cancellation = cancellation
    self.settings = settings
    runner = CaseRunner(property, seed: settings.seed, attempts: 20)
  }

  func run(_ progress: (@Sendable (Int, Int) -> Void)?) -> Report<Value> {
    if Isolation.requestedProperty == property.name {
      IsolatedServer(runner: runner, isolation: settings.isolation).serve()
    }
    var known = KnownCases()
    if let found = runner.watched(settings, { foundBefore(&known, $0) }) { return found }
    let cases = max(0, settings.cases)
    let part = settings.targeting > 0 ? min(1, settings.targeting) : 0
    // the first part of the cases is random in any case: without them there is nothing to start from
    let random =
      part == 0 ? cases : max(min(1, cases), cases - (Int(exactly: (part * Double(cases)).rounded(.down)) ?? 0))
    var (tally, ending) = run(0..<random, after: emptyTally, progress)
    if random < cases && ending == nil {
      (tally, ending) = search(random..<cases, after: tally, progress)
    }
    var end = cases
    while ending == nil, tally.counts.failed == 0, end / 64 < cases, end <= Int.max / 2,
      tally.coverage(settings.requiredLabels).contains(where: { $0.decision == .undecided })
    {
      (tally, ending) = run(end..<2 * end, after: tally, progress)
      end *= 2
    }
    let (found, thrown) = runner.watched(settings) { (counterexample(tally, $0), generatorFailure(tally, $0)) }
    return report(tally, ending, found, known, generatorFailure: thrown)
  }

  /// Runs a range of cases on all threads.
  func run(
    _ range: Range<Int>, after earlier: Tally, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> (Tally, ChunkedRun.Ending?) {
    let stops = settings.stopsAtFirstFailure
    return ChunkedRun(settings, range, after: earlier, cancellation, progress: progress).run(in: watched) {
      [emptyTally] range, runner in
      var tally = emptyTally
      var notes = CaseNotes()
      var source = runner.makeSource(isRecording: runner.isolated != nil)
      for index in range {
        runner.run(index, source: &source, notes: &notes, tally: &tally)
        if stops && tally.firstFailure != nil { break }
      }
      return tally
    }
  }

  /// Watches, or isolates, the cases of one thread.
  var watched: @Sendable ((CaseRunner<Value>) -> Void) -> Void {
    { [runner, settings] body in runner.watched(settings, body) }
  }

  var emptyTally: Tally {
    var tally = Tally()
    tally.mostLeaders = settings.targeting > 0 ? 8 : 0
    return tally
  }
}
