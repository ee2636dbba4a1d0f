import PropCheck

/// How the claims are checked; equal settings give equal results.
public struct ClaimSettings: Sendable {
  /// The seed; each claim draws from a stream of its own, derived from it and the claim's name.
  public var seed: UInt64
  /// The number of cases; each claim's own default where nil.
  public var cases: Int?
  /// The number of threads; the results do not depend on it.
  public var threads: Int
  /// The orders k that problems are drawn with.
  public var orders: ClosedRange<Int>
  /// How many more calls shrinking may make.
  public var shrinkCalls: Int

  /// The directory of failing cases that are judged before any random one; nil for none.
  public var store: String?
  /// Which part of the cases, 0 to 1, is searched for worse figures instead of being drawn at random.
  public var searchedPart = 0.0
  /// How the cases run in processes of their own, nil to run them in this one.
  public var isolation: Isolation?

  /// How many calls may go into finding the parts of a counterexample that do not matter.
  public var explainCalls: Int

  /// Where failing cases of the claims are kept, relative to the package.
  public static let keptCases = "golden/counterexamples"

  /// Settings with the fixed default seed.
  public init(
    seed: UInt64 = 42, cases: Int? = nil, threads: Int = 1, orders: ClosedRange<Int> = 0...4, shrinkCalls: Int = 400,
    explainCalls: Int = 60, store: String? = nil
  ) {
    self.seed = seed
    self.cases = cases
    self.threads = threads
    self.orders = orders
    self.shrinkCalls = shrinkCalls
    self.explainCalls = explainCalls
    self.store = store
  }
}
