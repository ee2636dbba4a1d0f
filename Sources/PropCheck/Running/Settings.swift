/// How a property is checked; equal settings give equal reports.
///
/// Time decides nothing but the end of a case that does not settle: `caseTimeLimit`, and that of `isolation`.
public struct Settings: Sendable, Equatable {
  /// The seed of all random streams; each property and each case derives its own from it.
  public var seed: UInt64
  /// How many cases are judged, discarded ones not counted.
  public var cases: Int
  /// On how many threads cases run, 0 for one a processor; the report does not depend on it.
  public var threads: Int
  /// How often shrinking may run the body after the first failure.
  public var shrinkCalls: Int
  /// How often the body may run after shrinking, to find the parts that do not matter; 0 for not at all.
  public var explainCalls: Int
  /// Which part of the cases is searched for higher scores, 0 to 1, after the others were drawn at random.
  ///
  /// Search starts from the cases of the best scores (``CaseNotes/target(_:)``). It is off unless asked for: a
  /// property that notes scores only for its report keeps its random cases, of which shares of labels tell.
  public var targeting: Double
  /// How long one case may run before the process ends, with the case's token and seed printed; nil for any time.
  ///
  /// It is meant for bodies that never settle, which cannot be stopped otherwise. It decides no verdict, and is so long
  /// unless asked otherwise that no case that settles comes near to it.
  public var caseTimeLimit: Duration?
  /// Whether the token and the seed of the running case are printed when it ends the process by a trap.
  public var announcesTraps: Bool
  /// How bodies run in processes of their own, nil to run them in this one; see ``Isolation``.
  public var isolation: Isolation?
  /// How many cases may be discarded for each one that is not, before the run gives up.
  public var maximumDiscardRatio: Int
  /// The largest part of inconclusive cases for which the property still counts as held.
  public var maximumInconclusiveRatio: Double
  /// Whether the run ends with the first failing case; otherwise all failing cases are counted.
  public var stopsAtFirstFailure: Bool
  /// Tokens that are replayed before any random case.
  public var examples: [String]
  /// The directory of failing cases that are replayed before any random case; see ``CaseDirectory``.
  public var store: String?
  /// What the run's tokens start with.
  public var tokenPrefix: String
  /// Labels with the least share of cases, 0 to 1, that must bear them; where chance leaves it open, up to 64
  /// times as many cases are run to decide.
  public var requiredLabels: [String: Double]
  /// The shrink passes, in the order in which they run.
  public var passes: [ShrinkPass]

  /// Settings.
  ///
  /// - Parameters:
  ///   - seed: the seed of all random streams.
  ///   - cases: how many cases are judged, at least 1.
  ///   - threads: on how many threads cases run, 0 for one a processor.
  ///   - shrinkCalls: how often shrinking may run the body.
  ///   - explainCalls: how often the body may run to find the parts that do not matter.
  ///   - targeting: which part of the cases is searched for higher scores.
  ///   - caseTimeLimit: how long one case may run before the process ends.
  ///   - announcesTraps: whether a trap is announced with the running case's token and seed.
  ///   - maximumDiscardRatio: discarded cases for each one that is not.
  ///   - maximumInconclusiveRatio: the largest part of inconclusive cases, 0 to 1.
  ///   - stopsAtFirstFailure: whether the run ends with the first failing case.
  ///   - examples: tokens that are replayed first.
  ///   - store: a directory of failing cases that are replayed first; nothing is written to it.
  ///   - tokenPrefix: what tokens start with; a version of the suite that uses them.
  ///   - requiredLabels: labels with the least share of cases that must bear them.
  ///   - passes: the shrink passes, in the order in which they run; final ones wait until the others find nothing.
  ///   - isolation: how bodies run in processes of their own.
  public init(
    seed: UInt64 = 42, cases: Int = 100, threads: Int = 1, shrinkCalls: Int = 2000,
    explainCalls: Int = 300, targeting: Double = 0, caseTimeLimit: Duration? = .seconds(300),
    announcesTraps: Bool = true, maximumDiscardRatio: Int = 10,
    maximumInconclusiveRatio: Double = 0.1,
    stopsAtFirstFailure: Bool = true, examples: [String] = [], store: String? = nil, tokenPrefix: String = "pc1",
    requiredLabels: [String: Double] = [:],
    passes: [ShrinkPass] = ShrinkPass.all, isolation: Isolation? = nil
  ) {
    self.seed = seed
    self.cases = cases
    self.threads = threads
    self.shrinkCalls = shrinkCalls
    self.explainCalls = explainCalls
    self.targeting = targeting
    self.caseTimeLimit = caseTimeLimit
    self.announcesTraps = announcesTraps
    self.maximumDiscardRatio = maximumDiscardRatio
    self.maximumInconclusiveRatio = maximumInconclusiveRatio
    self.stopsAtFirstFailure = stopsAtFirstFailure
    self.examples = examples
    self.store = store
    self.tokenPrefix = tokenPrefix
    self.requiredLabels = requiredLabels
    self.passes = passes
    self.isolation = isolation
  }
}
