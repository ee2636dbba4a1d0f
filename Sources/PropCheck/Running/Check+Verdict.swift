extension Check {
  /// The report of a run.
  func report(
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
