/// The gradient flow `x' = -grad L`, which knows nothing of the momentum.
public struct GradientFlowModel: ContinuousModel {
  /// The model's name in reports.
  public var name: String { "gradient flow" }

  /// The gradient flow.
  public init() {}

  /// The coefficient 1 for the tree with one node, 0 for all others.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    var coefficients = Array(repeating: T.zero, count: TreeTable.upTo(order).count)
    coefficients[0] = .one
    return CoefficientTable(order: order, momentum: momentum, leadIn: [], stationary: coefficients)
  }
}
