extension Check {
  /// Cases of a range near to those of the best scores, which are chosen anew after each batch.
  ///
  /// Batches have a fixed length, so that it does not matter how many threads run one.
  func search(
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
  private static var searchBatch: Int { 16 }
}
