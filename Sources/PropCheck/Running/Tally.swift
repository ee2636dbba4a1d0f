/// What a stretch of cases adds up to; stretches are merged in the order of their cases.
struct Tally: Sendable {
  var counts = CaseCounts()
  var draws = 0
  var labels: [String: Int] = [:]
  var tables: [String: [String: Int]] = [:]
  var inconclusiveReasons: [String: Int] = [:]
  var discardReasons: [String: Int] = [:]
  var firstFailure: FailingCase?
  var worst: ScoredCase?
  var best: ScoredCase?
  /// The cases of the best different scores, best first; they lead the search.
  private(set) var leaders: [ScoredCase] = []
  /// How many leaders are kept.
  var mostLeaders = 0

  /// A failing case, by the stream that makes it.
  struct FailingCase: Sendable {
    let position: CasePosition
    /// Its choices, where it was not made by the stream of its position but by search.
    var script: [Choice]?
    let failure: Failure
  }

  /// A case with a score, by the stream that makes it.
  struct ScoredCase: Sendable {
    let position: CasePosition
    /// Its choices, where it was not made by the stream of its position but by search.
    var script: [Choice]?
    let score: Double
  }

  /// Adds a case.
  ///
  /// - Parameter script: the choices of a case that search made. Such a case bears no labels, because the shares
  ///   of labels are those of random cases.
  mutating func add(
    _ outcome: Outcome, notes: CaseNotes, at position: CasePosition, script: [Choice]? = nil
  ) {
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
      if firstFailure == nil { firstFailure = FailingCase(position: position, script: script, failure: failure) }
      if let severity = failure.severity, severity > (worst?.score ?? -.infinity) {
        worst = ScoredCase(position: position, script: script, score: severity)
      }
    }
    if let score = notes.score {
      let scored = ScoredCase(position: position, script: script, score: score)
      if score > (best?.score ?? -.infinity) { best = scored }
      lead(scored)
    }
    guard script == nil else {
      counts.searched += 1
      return
    }
    for label in notes.labels { labels[label, default: 0] += 1 }
    for row in notes.rows { tables[row.table, default: [:]][row.value, default: 0] += 1 }
  }

  private mutating func lead(_ scored: ScoredCase) {
    guard mostLeaders > 0, leaders.count < mostLeaders || scored.score > leaders[leaders.count - 1].score else {
      return
    }
    let place = leaders.firstIndex { $0.score <= scored.score } ?? leaders.count
    if place < leaders.count && leaders[place].score == scored.score { return }
    leaders.insert(scored, at: place)
    if leaders.count > mostLeaders { leaders.removeLast() }
  }

  /// Adds the tally of later cases; of equal scores the earlier case stays.
  mutating func merge(_ later: Tally) {
    counts.passed += later.counts.passed
    counts.failed += later.counts.failed
    counts.inconclusive += later.counts.inconclusive
    counts.discarded += later.counts.discarded
    counts.searched += later.counts.searched
    draws += later.draws
    labels.merge(later.labels, uniquingKeysWith: +)
    tables.merge(later.tables) { $0.merging($1, uniquingKeysWith: +) }
    inconclusiveReasons.merge(later.inconclusiveReasons, uniquingKeysWith: +)
    discardReasons.merge(later.discardReasons, uniquingKeysWith: +)
    firstFailure = firstFailure ?? later.firstFailure
    if let score = later.worst?.score, score > (worst?.score ?? -.infinity) { worst = later.worst }
    if let score = later.best?.score, score > (best?.score ?? -.infinity) { best = later.best }
    for scored in later.leaders { lead(scored) }
  }
}

/// Which case of a run, and which attempt at it.
struct CasePosition: Sendable, Equatable {
  let index: Int
  let attempt: Int
}
