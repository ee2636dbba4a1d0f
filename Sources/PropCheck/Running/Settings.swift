/// How a property is checked. Nothing here depends on time, so equal settings give equal reports.
public struct Settings: Sendable, Equatable {
  /// The seed of all random streams; each property and each case derives its own from it.
  public var seed: UInt64
  /// How many cases are judged, discarded ones not counted.
  public var cases: Int
  /// On how many threads cases run; the report does not depend on it.
  public var threads: Int
  /// How often shrinking may run the body after the first failure.
  public var shrinkCalls: Int
  /// How many cases may be discarded for each one that is not, before the run gives up.
  public var maximumDiscardRatio: Int
  /// The largest part of inconclusive cases for which the property still counts as held.
  public var maximumInconclusiveRatio: Double
  /// Whether the run ends with the first failing case; otherwise all failing cases are counted.
  public var stopsAtFirstFailure: Bool
  /// Tokens that are replayed before any random case.
  public var examples: [String]
  /// What the run's tokens start with.
  public var tokenPrefix: String
  /// Labels with the least share of cases, 0 to 1, that must bear them; where chance leaves it open, up to 64
  /// times as many cases are run to decide.
  public var requiredLabels: [String: Double]
  /// Names of shrink passes to leave out.
  public var disabledPasses: Set<String>

  /// Settings.
  ///
  /// - Parameters:
  ///   - seed: the seed of all random streams.
  ///   - cases: how many cases are judged, at least 1.
  ///   - threads: on how many threads cases run, at least 1.
  ///   - shrinkCalls: how often shrinking may run the body.
  ///   - maximumDiscardRatio: discarded cases for each one that is not.
  ///   - maximumInconclusiveRatio: the largest part of inconclusive cases, 0 to 1.
  ///   - stopsAtFirstFailure: whether the run ends with the first failing case.
  ///   - examples: tokens that are replayed first.
  ///   - tokenPrefix: what tokens start with; a version of the suite that uses them.
  ///   - requiredLabels: labels with the least share of cases that must bear them.
  ///   - disabledPasses: names of shrink passes to leave out.
  public init(
    seed: UInt64 = 42, cases: Int = 100, threads: Int = 1, shrinkCalls: Int = 2000,
    maximumDiscardRatio: Int = 10, maximumInconclusiveRatio: Double = 0.1,
    stopsAtFirstFailure: Bool = true, examples: [String] = [], tokenPrefix: String = "pc1",
    requiredLabels: [String: Double] = [:],
    disabledPasses: Set<String> = []
  ) {
    self.seed = seed
    self.cases = cases
    self.threads = threads
    self.shrinkCalls = shrinkCalls
    self.maximumDiscardRatio = maximumDiscardRatio
    self.maximumInconclusiveRatio = maximumInconclusiveRatio
    self.stopsAtFirstFailure = stopsAtFirstFailure
    self.examples = examples
    self.tokenPrefix = tokenPrefix
    self.requiredLabels = requiredLabels
    self.disabledPasses = disabledPasses
  }
}
