/// The right-hand side of the model on one grid interval: `F_n(x) = sum_t h^(|t|-1) b_n(t) F(t)(x) / symmetry(t)`.
public struct ModelField<T: Real>: GridField, Sendable {
  private var differentials: ElementaryDifferentials<T>
  private let table: CoefficientTable<T>
  private let stepPowers: [T]
  private var weights: [T]

  /// The field of a model of order `order` with step `step`.
  ///
  /// - Parameter table: the coefficients that `use(iteration:)` sets, and the power of h that goes with each tree.
  public init(_ problem: MomentumProblem, table: CoefficientTable<T>, order: Int, step: T) {
    self.table = table
    let trees = TreeTable.upTo(order + 1, hasVelocity: table.hasVelocity)
    differentials = problem.differentials(of: trees)
    let count = trees.count
    var stepPower = [T.one]
    for _ in 0..<(table.powers.prefix(count).max() ?? 0) { stepPower.append(stepPower[stepPower.count - 1] * step) }
    stepPowers = table.powers.prefix(count).map { stepPower[$0] }
    weights = Array(repeating: .zero, count: count)
  }

  /// Sets the coefficients `b(t)`, in the order of the tree table.
  public mutating func use(_ coefficients: [T]) {
    for tree in weights.indices { weights[tree] = coefficients[tree] * stepPowers[tree] }
  }

  /// Sets the coefficients of an iteration, those of the table.
  ///
  /// - Precondition: the table covers the iteration.
  public mutating func use(iteration: Int?) {
    use(iteration.map(table.coefficients(iteration:)) ?? table.stationary)
  }

  /// The field at `point`.
  public mutating func callAsFunction(_ point: [T]) -> [T] {
    differentials.evaluate(at: point)
    return differentials.combine(weights)
  }
}
