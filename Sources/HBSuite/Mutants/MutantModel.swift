import HBModel

/// A model that is wrong in one way: the piece-wise model of a method with its coefficient table changed.
public struct MutantModel: ContinuousModel {
  /// The way in which it is wrong.
  public enum Fault: Hashable, Sendable {
    /// The table is wrong.
    case table(CoefficientFault)
    /// The model belongs to another method.
    case method(MomentumMethod)
    /// The model belongs to the momentum `mu^2`.
    case squaredMomentum
  }

  /// The fault.
  public let fault: Fault

  /// The model with this fault.
  public init(_ fault: Fault) { self.fault = fault }

  /// The fault in words.
  public var name: String {
    switch fault {
    case .table(let fault): fault.name
    case .method(let method): "the coefficients of \(method)"
    case .squaredMomentum: "the coefficients of mu^2"
    }
  }

  /// The changed table.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    let model = PiecewiseModel()
    switch fault {
    case .table(let fault):
      return fault.applied(
        to: model.coefficients(
          of: method, order: order, momentum: momentum, iterations: iterations + fault.lookahead))
    case .method(let other):
      return model.coefficients(of: other, order: order, momentum: momentum, iterations: iterations)
    case .squaredMomentum:
      return model.coefficients(of: method, order: order, momentum: momentum * momentum, iterations: iterations)
    }
  }
  /// The changed table for parameters that change, or a start with momentum.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    let model = PiecewiseModel()
    switch fault {
    case .table(let fault):
      return fault.applied(
        to: model.coefficients(of: method, order: order, parameters: parameters.extended(by: fault.lookahead)))
    case .method(let other): return model.coefficients(of: other, order: order, parameters: parameters)
    case .squaredMomentum:
      let squared = ParameterSequence(
        stepFactors: parameters.stepFactors, momenta: parameters.momenta.map { $0 * $0 },
        initialMomentum: parameters.initialMomentum, hasVelocity: parameters.hasVelocity)
      return model.coefficients(of: method, order: order, parameters: squared)
    }
  }
}
