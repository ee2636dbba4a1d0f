import HBModel

/// An exact derivation that is wrong in one way.
public struct MutantDerivation: ExactDerivation {
  /// The part that is wrong.
  public enum Part: Hashable, Sendable {
    /// The coefficients at a rational momentum, iteration by iteration and stationary.
    case table
    /// The stationary coefficients as functions of the momentum.
    case functions
  }

  /// The fault.
  public let fault: CoefficientFault
  /// Where it is.
  public let part: Part
  private let right = EdgeSplittingDerivation()

  /// The derivation with a fault in one part.
  public init(_ fault: CoefficientFault, in part: Part) {
    self.fault = fault
    self.part = part
  }

  /// The coefficients at a rational momentum, wrong where the fault is there.
  public func table(
    of method: MomentumMethod, order: Int, momentum: Rational, iterations: Int
  ) throws(ExactOverflow) -> CoefficientTable<Rational> {
    guard part == .table else {
      return try right.table(of: method, order: order, momentum: momentum, iterations: iterations)
    }
    return try fault.applied(
      to: right.table(of: method, order: order, momentum: momentum, iterations: iterations + fault.lookahead))
  }

  /// The functions of the momentum, wrong where the fault is there.
  public func stationary(of method: MomentumMethod, order: Int) throws(ExactOverflow) -> [RationalFunction] {
    let functions = try right.stationary(of: method, order: order)
    guard part == .functions else { return functions }
    let table = CoefficientTable(order: order, momentum: RationalFunction.mu, leadIn: [], stationary: functions)
    return try fault.applied(to: table).stationary
  }
}
