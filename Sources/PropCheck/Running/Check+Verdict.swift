extension Check {
  /// The report of a run.
  func report(
    _ tally: Tally, _ ending: ChunkedRun.Ending?, _ counterexample: Counterexample<Value>?,
    _ known: KnownCases, generatorFailure: GeneratorFailure? = nil
  ) -> Report<Value> {
    var source = runner.makeSource(isRecording: false)
    let best = tally.best.flatMap { best in
      (try? runner.value(at: best.position, script: best.script, source: &source)).map {
        (value: $0, score: best.score)
      }
    }
    return Report(
      property: property.name, seed: settings.seed, verdict: verdict(tally, ending, known), counts: tally.counts,
      failure: tally.firstFailure?.failure, counterexample: counterexample,
      generatorFailure: generatorFailure, labels: tally.labels,
      coverage: tally.coverage(settings.requiredLabels), tables: tally.tables,
      inconclusiveReasons: tally.inconclusiveReasons, discardReasons: tally.discardReasons, best: best,
      unusableExamples: known.unusable,
      keptCases: known.held, staleCases: known.stale,
      draws: tally.draws)
  }

  private func verdict(_ tally: Tally, _ ending: ChunkedRun.Ending?, _ known: KnownCases) -> Verdict {
    let counts = tally.counts
    if counts.failed > 0 { return .failed }
    // what was asked for and did not run leaves the question open, whatever random cases say
    if let first = known.unusable.first {
      return .inconclusive(first + (known.unusable.count > 1 ? "; and \(known.unusable.count - 1) more" : ""))
    }
    if ending == .cancelled { return .gaveUp("the run was cancelled after \(counted(counts.judged, "case"))") }
    if counts.judged + counts.discarded == 0 { return .gaveUp("no case was asked for") }
    if ending == .discards || counts.judged == 0 {
      return .gaveUp(
        "\(counted(counts.discarded, "attempt")) \(counts.discarded == 1 ? "was" : "were") discarded "
          + "and \(counts.judged) judged; most often: "
          + (mostFrequent(tally.discardReasons) ?? ""))
    }
    let allowed = settings.maximumInconclusiveRatio * Double(counts.judged)
    if !(Double(counts.inconclusive) <= allowed) {
      return .inconclusive(
        "\(counts.inconclusive) of \(counted(counts.judged, "case")) \(counts.inconclusive == 1 ? "is" : "are") "
          + "inconclusive; most often: " + (mostFrequent(tally.inconclusiveReasons) ?? ""))
    }
    let missed = tally.coverage(settings.requiredLabels).filter { $0.decision != .met }
    guard missed.isEmpty else {
      return .inconclusive("too few cases bear a label: " + missed.map(\.text).joined(separator: "; "))
    }
    return .passed
  }
}
