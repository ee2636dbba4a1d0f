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

  /// The coefficients for parameters that change from iteration to iteration, or a start with momentum.
  ///
  /// In powers of the base step size h, for time that passes at the rate `h_n / h`: on iteration n the field times h is
  /// `h_n F_n`. A model that does not say takes the parameters of the first iteration throughout, and a start at rest.
  ///
  /// - Parameters:
  ///   - method: the momentum method that is modelled.
  ///   - order: the largest tree order: one more than the order of the model.
  ///   - parameters: those of every iteration that will be asked for.
  func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T>
}

extension ContinuousModel {
  /// The parameters of the first iteration throughout, from rest.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    coefficients(
      of: method, order: order, momentum: parameters.momentum(iteration: 0), iterations: parameters.count)
  }

  /// The coefficients for any parameters: those for constant ones where they are constant and the start is at rest.
  public func table<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    parameters.isPlain
      ? coefficients(
        of: method, order: order, momentum: parameters.momentum(iteration: 0), iterations: parameters.count)
      : coefficients(of: method, order: order, parameters: parameters)
  }
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

  /// The coefficients by the recursion over the iterations, each with its own parameters.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    CoefficientTable(method: method, order: order, parameters: parameters)
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

  /// At each iteration the stationary coefficients of its own parameters, as if they had always been the same.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    let table = TreeTable.upTo(order)
    let vectors = (0..<parameters.count).map { n in
      let factor = parameters.stepFactor(iteration: n)
      let frozen = StationaryCounterTerms.coefficients(
        method: method, order: order, momentum: parameters.momentum(iteration: n))
      return table.scaled(frozen, stepFactor: factor)
    }
    return CoefficientTable(
      order: order, momentum: parameters.momentum(iteration: parameters.count - 1), leadIn: vectors,
      stationary: vectors[vectors.count - 1], iterations: parameters.count)
  }
}
