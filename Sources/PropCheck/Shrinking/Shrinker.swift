/// Looks for a simpler sequence of choices that fails in the same way.
///
/// It knows nothing of values: passes propose sequences, the generator plays them, and what comes out is
/// judged if it is simpler than the simplest failing sequence so far and was not judged before. The body never
/// runs twice on one sequence, and a proposal that changes nothing costs nothing.
struct Shrinker {
  /// Plays a script, with a span left to the simplest decisions if given; nil if the generator gave up.
  typealias Generate = (_ script: [Choice], _ hole: (span: Int, resume: Int)?) -> Recording?

  /// What shrinking found.
  struct Result {
    let recording: Recording
    let failure: Failure
    let shrinks: Int
    let calls: Int
    let isExhausted: Bool
    let worst: (choices: [Choice], severity: Double)?
    let otherFailures: [(recording: Recording, failure: Failure)]
  }

  /// The simplest failing sequence so far.
  private(set) var current: Recording
  private(set) var failure: Failure
  private(set) var shrinks = 0
  private(set) var calls = 0
  private var callsAtLastShrink = 0
  private(set) var isExhausted = false
  private var worst: (choices: [Choice], severity: Double)?
  private var otherFailures: [(recording: Recording, failure: Failure)] = []
  private var seen: Set<SequenceDigest> = []
  private var handled = 0
  var memory = Memory()
  private let budget: Int
  private let generate: Generate
  private let judge: () -> Outcome?

  /// How many failures of other kinds are kept.
  static let mostOtherFailures = 5
  /// How many choices proposals may have in all.
  static let mostHandled = 20_000_000
  /// After so many calls in vain a final pass gives up.
  static let mostCallsInVain = 300

  /// A shrinker that starts from a failing sequence.
  ///
  /// - Parameters:
  ///   - recording: the sequence.
  ///   - failure: how it fails.
  ///   - budget: how often `judge` may be called.
  ///   - generate: plays a script.
  ///   - judge: judges the value that was played last; nil to end shrinking.
  init(
    _ recording: Recording, _ failure: Failure, budget: Int, generate: @escaping Generate,
    judge: @escaping () -> Outcome?
  ) {
    current = recording
    self.failure = failure
    self.budget = budget
    self.generate = generate
    self.judge = judge
    if let severity = failure.severity { worst = (recording.choices, severity) }
    seen.insert(SequenceDigest(recording.choices))
  }

  var result: Result {
    Result(
      recording: current, failure: failure, shrinks: shrinks, calls: calls, isExhausted: isExhausted,
      worst: worst, otherFailures: otherFailures)
  }

  /// Runs the passes in turn until none of them finds anything; the final ones each time that the others do not.
  mutating func run(passes: [ShrinkPass]) {
    var before = -1
    while shrinks != before && !isExhausted {
      before = shrinks
      for pass in passes where !pass.isFinal && !isExhausted { pass.run(&self) }
      for pass in passes where pass.isFinal && shrinks == before && !isExhausted { pass.run(&self) }
    }
  }

  /// Whether a final pass that began after some calls should give up, as nothing it proposed lately was accepted.
  func isInVain(since start: Int) -> Bool {
    isExhausted || calls - max(start, callsAtLastShrink) >= Shrinker.mostCallsInVain
  }

  /// Proposes a sequence; true if it fails in the same way and is simpler, and so is the current one now.
  mutating func attempt(_ candidate: [Choice]) -> Bool {
    guard !isExhausted else { return false }
    count(candidate)
    let digest = SequenceDigest(candidate)
    guard seen.insert(digest).inserted else { return false }
    guard let found = play(candidate, nil) else { return false }
    return judged(found, proposed: digest)
  }

  /// Proposes the current sequence with one span made of the simplest decisions.
  mutating func attempt(simplestSpan index: Int) -> Bool {
    guard !isExhausted, index < current.spans.count else { return false }
    let hole = (span: index, resume: current.spans[index].end)
    guard let found = play(current.choices, hole) else { return false }
    return judged(found, proposed: nil)
  }

  /// Proposes the current sequence with one choice replaced.
  mutating func attempt(_ choice: Choice, at index: Int) -> Bool {
    var candidate = current.choices
    candidate[index] = choice
    return attempt(candidate)
  }

  /// Plays a script without judging it; nil if the generator gives up.
  mutating func play(_ script: [Choice], _ hole: (span: Int, resume: Int)?) -> Recording? {
    count(script)
    let found = generate(script, hole)
    // a number that counts what follows may have grown
    if let found { handled += max(0, found.choices.count - script.count) }
    return found
  }

  /// Proposals are cheap but not free: this bound, of about two seconds, is met by huge values, or where nearly all
  /// proposals are discarded. It counts choices, not time, so that it is the same everywhere.
  private mutating func count(_ script: [Choice]) {
    handled += script.count + 50
    if handled > Shrinker.mostHandled { isExhausted = true }
  }

  /// Judges what was played last, if that can be of use.
  private mutating func judged(_ played: Recording, proposed: SequenceDigest?) -> Bool {
    guard played.isSimpler(than: current) else { return false }
    // Domains may differ from those proposed, so the digests say whether this sequence was met before.
    let digest = SequenceDigest(played.choices)
    guard digest == proposed || seen.insert(digest).inserted else { return false }
    guard calls < budget, let outcome = judge() else {
      isExhausted = true
      return false
    }
    calls += 1
    guard case .failed(let found) = outcome else { return false }
    guard found.kind == failure.kind else {
      keep(played, found)
      return false
    }
    if let severity = found.severity, severity > (worst?.severity ?? -.infinity) {
      worst = (played.choices, severity)
    }
    current = played
    failure = found
    shrinks += 1
    callsAtLastShrink = calls
    return true
  }

  /// Keeps a failure of another kind, the simplest of each.
  private mutating func keep(_ recording: Recording, _ found: Failure) {
    if let known = otherFailures.firstIndex(where: { $0.failure.kind == found.kind }) {
      if recording.isSimpler(than: otherFailures[known].recording) { otherFailures[known] = (recording, found) }
    } else if otherFailures.count < Shrinker.mostOtherFailures {
      otherFailures.append((recording, found))
    }
  }
}
