/// What a stretch of cases adds up to; stretches are merged in the order of their cases.
struct Tally: Sendable {
  var counts = CaseCounts()
  var labels: [String: Int] = [:]
  var tables: [String: [String: Int]] = [:]
  var inconclusiveReasons: [String: Int] = [:]
  var discardReasons: [String: Int] = [:]
  var firstFailure: FailingCase?
  var worst: ScoredCase?
  var best: ScoredCase?

  /// A failing case, by the stream that makes it.
  struct FailingCase: Sendable {
    let position: CasePosition
    let failure: Failure
  }

  /// A case with a score, by the stream that makes it.
  struct ScoredCase: Sendable {
    let position: CasePosition
    let score: Double
  }

  mutating func add(_ outcome: Outcome, notes: CaseNotes, at position: CasePosition) {
    switch outcome {
    case .passed: counts.passed += 1
    case .inconclusive(let reason):
      counts.inconclusive += 1
      inconclusiveReasons[reason, default: 0] += 1
    case .discarded(let reason):
      counts.discarded += 1
      discardReasons[reason, default: 0] += 1
      return
    case .failed(let failure):
      counts.failed += 1
      if firstFailure == nil { firstFailure = FailingCase(position: position, failure: failure) }
      if let severity = failure.severity, severity > (worst?.score ?? -.infinity) {
        worst = ScoredCase(position: position, score: severity)
      }
    }
    for label in notes.labels { labels[label, default: 0] += 1 }
    for row in notes.rows { tables[row.table, default: [:]][row.value, default: 0] += 1 }
    if let score = notes.score, score > (best?.score ?? -.infinity) {
      best = ScoredCase(position: position, score: score)
    }
  }

  /// Adds the tally of later cases; of equal scores the earlier case stays.
  mutating func merge(_ later: Tally) {
    counts.passed += later.counts.passed
    counts.failed += later.counts.failed
    counts.inconclusive += later.counts.inconclusive
    counts.discarded += later.counts.discarded
    labels.merge(later.labels, uniquingKeysWith: +)
    tables.merge(later.tables) { $0.merging($1, uniquingKeysWith: +) }
    inconclusiveReasons.merge(later.inconclusiveReasons, uniquingKeysWith: +)
    discardReasons.merge(later.discardReasons, uniquingKeysWith: +)
    firstFailure = firstFailure ?? later.firstFailure
    if let score = later.worst?.score, score > (worst?.score ?? -.infinity) { worst = later.worst }
    if let score = later.best?.score, score > (best?.score ?? -.infinity) { best = later.best }
  }
}

/// Which case of a run, and which attempt at it.
struct CasePosition: Sendable, Equatable {
  let index: Int
  let attempt: Int
}
