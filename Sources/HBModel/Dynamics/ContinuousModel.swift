/// A B-series model of a momentum method: which coefficients its field has at each iteration.
///
/// Models are values, so that a wrong one is another value: a test breaks a model by wrapping it.
public protocol ContinuousModel: Sendable {
  /// The model's name in reports.
  var name: String { get }

  /// The coefficients `b_n(t)` for trees of order up to `order`.
  ///
  /// - Parameters:
  ///   - method: the momentum method that is modelled.
  ///   - order: the largest tree order: one more than the order of the model.
  ///   - momentum: the momentum in the arithmetic of the table.
  ///   - iterations: how many iterations will be asked for.
  func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T>
}

/// The piece-wise model: the coefficients of iteration n on `[n h, (n+1) h)`.
public struct PiecewiseModel: ContinuousModel {
  /// The model's name in reports.
  public var name: String { "per-iteration" }

  /// The piece-wise model.
  public init() {}

  /// The coefficients by the recursion over the iterations.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    CoefficientTable(method: method, order: order, momentum: momentum, iterations: iterations)
  }
}

/// The stationary model: the limit coefficients at every iteration.
public struct StationaryModel: ContinuousModel {
  /// The model's name in reports.
  public var name: String { "stationary" }

  /// The stationary model.
  public init() {}

  /// The stationary coefficients, without a warm-up.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    let stationary = StationaryCounterTerms.coefficients(method: method, order: order, momentum: momentum)
    return CoefficientTable(order: order, momentum: momentum, leadIn: [], stationary: stationary)
  }
}
