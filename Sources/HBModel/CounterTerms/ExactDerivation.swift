/// Where exact coefficients come from: what exact statements are checked on.
///
/// A derivation that is wrong in one coefficient is another value.
public protocol ExactDerivation: Sendable {
  /// The coefficients of the piece-wise model at a rational momentum.
  ///
  /// - Parameters:
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`.
  ///   - momentum: mu, not 1.
  ///   - iterations: how many iterations will be asked for.
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits.
  func table(
    of method: MomentumMethod, order: Int, momentum: Rational, iterations: Int
  ) throws(ExactOverflow) -> CoefficientTable<Rational>

  /// The coefficients of the stationary model as functions of the momentum.
  ///
  /// - Throws: `ExactOverflow`, naming the tree.
  func stationary(of method: MomentumMethod, order: Int) throws(ExactOverflow) -> [RationalFunction]
}

/// The project's own derivation, by edge splittings.
public struct EdgeSplittingDerivation: ExactDerivation {
  /// The derivation.
  public init() {}

  /// The coefficients by the recursion over the iterations, and the stationary ones.
  public func table(
    of method: MomentumMethod, order: Int, momentum: Rational, iterations: Int
  ) throws(ExactOverflow) -> CoefficientTable<Rational> {
    try CoefficientTable(method: method, order: order, momentum: momentum, iterations: iterations)
  }

  /// The coefficients by integer elimination.
  public func stationary(of method: MomentumMethod, order: Int) throws(ExactOverflow) -> [RationalFunction] {
    try StationaryCounterTerms.exact(method: method, order: order)
  }
}
