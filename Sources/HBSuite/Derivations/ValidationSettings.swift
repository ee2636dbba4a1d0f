/// How a derivation is judged numerically; equal settings give equal results.
public struct ValidationSettings: Equatable, Sendable {
  /// The seed of the random problems.
  public var seed: UInt64
  /// How many problems each order is tried on over a fixed number of steps.
  public var casesPerOrder: Int
  /// How many problems the order of the whole model is observed on.
  public var orderCases: Int
  /// The number of threads; the results do not depend on it.
  public var threads: Int
  /// How many more calls shrinking may make.
  public var shrinkCalls: Int

  /// Settings with the fixed default seed.
  public init(
    seed: UInt64 = 42, casesPerOrder: Int = 32, orderCases: Int = 20, threads: Int = 1, shrinkCalls: Int = 200
  ) {
    self.seed = seed
    self.casesPerOrder = casesPerOrder
    self.orderCases = orderCases
    self.threads = threads
    self.shrinkCalls = shrinkCalls
  }
}
