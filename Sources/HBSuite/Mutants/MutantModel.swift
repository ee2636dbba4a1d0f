import HBModel

/// A model that is wrong in one named way: the piece-wise model with its coefficient table changed.
public struct MutantModel: ContinuousModel {
  /// The way in which it is wrong.
  public enum Fault: Hashable, Sendable {
    /// The coefficient of one tree is multiplied by a factor: 1.01, -1, or 0 for a dropped tree.
    case factor(tree: RootedTree, Rational)
    /// `mu^n` stands where `mu^(n+1)` belongs: iteration n uses the coefficients of iteration n-1.
    case delayedWarmUp
    /// The stationary coefficients are used from n = 0 on.
    case noWarmUp
  }

  /// The fault.
  public let fault: Fault

  /// The model with this fault.
  public init(_ fault: Fault) { self.fault = fault }

  /// The fault in words.
  public var name: String {
    switch fault {
    case .factor(let tree, let factor) where factor == .zero: "tree \(tree) dropped"
    case .factor(let tree, let factor) where factor == Rational(-1): "sign of \(tree) changed"
    case .factor(let tree, let factor): "coefficient of \(tree) times \(factor)"
    case .delayedWarmUp: "mu^n for mu^(n+1)"
    case .noWarmUp: "stationary coefficients from n = 0"
    }
  }

  /// The changed table.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    let table = PiecewiseModel().coefficients(of: method, order: order, momentum: momentum, iterations: iterations)
    switch fault {
    case .factor(let tree, let factor):
      guard let index = TreeTable.upTo(order).index(of: tree) else { return table }
      let scale = T(factor)
      return table.map { _, position, value in position == index ? scale * value : value }
    case .delayedWarmUp:
      let zero = Array(repeating: T.zero, count: table.stationary.count)
      return CoefficientTable(
        order: table.order, momentum: momentum, leadIn: [zero] + table.leadIn, stationary: table.stationary,
        iterations: table.iterations)
    case .noWarmUp:
      return StationaryModel().coefficients(of: method, order: order, momentum: momentum, iterations: iterations)
    }
  }
}
