import HBModel

/// One recorded coefficient: `numerator / (denominator (1 - mu)^power)`.
struct RecordedCoefficient: Decodable {
  let order: Int?
  let sigma: Int?
  let numerator: [Int64]
  let denominator: Int64
  let power: Int?

  /// The recorded value as a function of mu.
  func function() throws -> RationalFunction {
    try RationalFunction(
      numerator: numerator.map { Int128($0) }, integer: Int128(denominator), power: power ?? 0)
  }
}

/// A recorded table of stationary coefficients.
struct RecordedStationaryTable: Decodable {
  let trees: [String: RecordedCoefficient]
}

/// A recorded table of the coefficients of each iteration.
struct RecordedIterationTable: Decodable {
  let n: [String: [String: RecordedCoefficient]]
}
