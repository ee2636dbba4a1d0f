extension Check {
  /// A case that fails, and how.
  typealias FailedCase = (recording: Recording, failure: Failure)

  /// What came of the cases that were known before the run.
  struct KnownCases {
    /// What cannot be replayed although it was asked for: one line each.
    var unusable: [String] = []
    var stale: [String] = []
    var held = 0
  }

  /// The report of a run that ends with a known case that fails; nil if none does.
  func foundBefore(_ known: inout KnownCases, _ runner: CaseRunner<Value>) -> Report<Value>? {
    guard let (failed, file) = firstFailing(&known, runner) else { return nil }
    var tally = Tally()
    tally.counts.failed = 1
    tally.firstFailure = Tally.FailingCase(position: CasePosition(index: 0, attempt: 0), failure: failed.failure)
    return report(tally, nil, shrunk(failed, caseIndex: nil, keptFile: file, worst: nil, runner), known)
  }

  /// Replays example tokens, then the cases of the store, up to the first that fails.
  private func firstFailing(
    _ known: inout KnownCases, _ runner: CaseRunner<Value>
  ) -> (failed: FailedCase, keptFile: String?)? {
    for example in settings.examples {
      do {
        let token = try Token.decode(example, prefix: settings.tokenPrefix)
        if let failed = failing(try replayedValue(token, property), runner) { return (failed, nil) }
      } catch {
        known.unusable.append("the example \(example.prefix(16))... cannot be replayed: \(error)")
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
        if let failed = failing(try replayedValue(token, property), runner) { return (failed, file.path) }
        known.held += 1
      } catch  where error.isDamage || error.isThrown {
        known.unusable.append("the kept case \(file.path) cannot be replayed: \(error)")
      } catch {
        known.stale.append("\(file.path): \(error); if that finds nothing, delete the file (it was \(kept.value))")
      }
    }
    return nil
  }

  private func failing(_ replayed: (value: Value, source: ChoiceSource), _ runner: CaseRunner<Value>) -> FailedCase? {
    var notes = CaseNotes()
    guard case .failed(let failure) = runner.judge(replayed.value, of: replayed.source, notes: &notes) else {
      return nil
    }
    return (replayed.source.recording, failure)
  }
}
