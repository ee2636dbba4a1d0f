/// The elementary differentials of every tree up to an order, from one evaluation in the forest algebra.
///
/// Feeding `x + sum_t eps_t F(t) / symmetry(t)` into `g = -grad L`, weight by weight, returns
/// `F(t) / symmetry(t)` for each tree as the coefficient of the forest that is the tree without its root.
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), III.1, for the differentials.
public struct ElementaryDifferentials<T: Real>: Sendable {
  /// The largest tree order.
  public let order: Int
  /// The number of variables.
  public let dimension: Int
  /// For each weight the trees whose root has a single child, with that child: the inputs of that weight.
  private let inputs: [[(tree: Int, child: Int)]]
  private var evaluator: JetEvaluator<T>

  /// A workspace for trees up to `order` of the field `g` that `program` computes.
  ///
  /// - Parameters:
  ///   - program: code with as many outputs as variables.
  ///   - order: the largest tree order, at least 1.
  ///   - algebra: the multiplication table of the forests of weight below `order`; the project's own where nil.
  public init(program: StraightLineProgram, order: Int, algebra: GradedAlgebra? = nil) {
    self.order = order
    self.dimension = program.dimension
    let table = TreeTable.upTo(order)
    self.inputs = (1...order).map { nodes in
      table.range(ofOrder: nodes).compactMap { tree in
        table.children[tree].count == 1 ? (tree, table.children[tree][0]) : nil
      }
    }
    self.evaluator = JetEvaluator(program: program, algebra: algebra ?? .forests(order: order))
  }

  /// Evaluates at `point`; afterwards `value(component:tree:)` holds the differentials.
  ///
  /// - Complexity: one truncated forest product for each non-linear instruction.
  public mutating func evaluate(at point: [T]) {
    for variable in 0..<dimension { evaluator.setInput(variable, at: 0, to: point[variable]) }
    for weight in 0..<order {
      for (tree, child) in inputs[weight] {
        for variable in 0..<dimension {
          evaluator.setInput(variable, at: tree, to: evaluator.output(variable, at: child))
        }
      }
      evaluator.advance(toWeight: weight)
    }
  }

  /// Component `component` of `F(t) / symmetry(t)` for tree number `tree`, at the last point evaluated.
  public func value(component: Int, tree: Int) -> T { evaluator.output(component, at: tree) }

  /// The B-series field `sum_t weight(t) F(t) / symmetry(t)` at the last point evaluated.
  ///
  /// - Parameter weights: one factor a tree, in the order of the tree table; further trees do not enter.
  public func combine(_ weights: [T]) -> [T] {
    (0..<dimension).map { component in
      var sum = T.zero
      // From the highest order down, so that small terms are added first.
      for tree in weights.indices.reversed() { sum += weights[tree] * evaluator.output(component, at: tree) }
      return sum
    }
  }
}
