/// What derivatives of objectives are computed with: multiplication tables and the rules of functions, as one value.
///
/// Everything that is differentiated for a problem goes through the jets of that problem, so that jets with one wrong
/// entry are another value.
public struct Jets: Sendable {
  /// The multiplication table of the forests of some trees.
  public var forests: @Sendable (_ trees: TreeTable) -> GradedAlgebra
  /// The multiplication table of series in `(t, h)` up to a degree.
  public var timeStep: @Sendable (_ degree: Int) -> GradedAlgebra
  /// The code whose jets are taken, from the code of the field: the same, unless a rule of differentiation is replaced.
  public var rules: @Sendable (StraightLineProgram) -> StraightLineProgram

  /// Jets with the project's own tables and rules, unless others are given.
  public init(
    forests: @escaping @Sendable (_ trees: TreeTable) -> GradedAlgebra = { .forests(of: $0) },
    timeStep: @escaping @Sendable (_ degree: Int) -> GradedAlgebra = { .timeStep(degree: $0) },
    rules: @escaping @Sendable (StraightLineProgram) -> StraightLineProgram = { $0 }
  ) {
    self.forests = forests
    self.timeStep = timeStep
    self.rules = rules
  }
}

extension MomentumProblem {
  /// A workspace for the elementary differentials of the trees of a table, in which `v` is the initial velocity.
  ///
  /// - Complexity: that of the multiplication table, O(splits).
  public func differentials<T: Real>(of trees: TreeTable, _: T.Type = T.self) -> ElementaryDifferentials<T> {
    ElementaryDifferentials(
      program: program, trees: trees, velocity: initialVelocity.map { T($0) }, algebra: jets.forests(trees))
  }

  /// A workspace for the elementary differentials of trees up to `order`.
  ///
  /// - Complexity: that of the multiplication table, O(splits).
  public func differentials<T: Real>(order: Int, _: T.Type = T.self) -> ElementaryDifferentials<T> {
    differentials(of: .upTo(order))
  }
}
