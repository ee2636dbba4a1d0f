/// The right-hand side of the model on one grid interval: `F_n(x) = sum_t h^(|t|-1) b_n(t) F(t)(x) / symmetry(t)`.
public struct ModelField<T: Real>: VectorField, Sendable {
  private var differentials: ElementaryDifferentials<T>
  private let stepPowers: [T]
  private var weights: [T]

  /// The field of a model of order `order` with step `step`; `use(_:)` sets its coefficients.
  public init(program: StraightLineProgram, order: Int, step: T) {
    self.init(differentials: ElementaryDifferentials(program: program, order: order + 1), step: step)
  }

  /// The field over given differentials.
  public init(differentials: ElementaryDifferentials<T>, step: T) {
    self.differentials = differentials
    let table = TreeTable.upTo(differentials.order)
    var powers = [T.one]
    for _ in 1..<max(2, differentials.order) { powers.append(powers[powers.count - 1] * step) }
    stepPowers = table.trees.indices.map { powers[table.order[$0] - 1] }
    weights = Array(repeating: .zero, count: table.trees.count)
  }

  /// Sets the coefficients `b(t)`, in the order of the tree table.
  public mutating func use(_ coefficients: [T]) {
    for tree in weights.indices { weights[tree] = coefficients[tree] * stepPowers[tree] }
  }

  /// The field at `point`.
  public mutating func callAsFunction(_ point: [T]) -> [T] {
    differentials.evaluate(at: point)
    return differentials.combine(weights)
  }
}
