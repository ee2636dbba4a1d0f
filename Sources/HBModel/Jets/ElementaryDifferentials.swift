/// The elementary differentials of every tree up to an order, from one evaluation in the forest algebra.
///
/// Feeding `x + sum_t eps_t F(t) / symmetry(t)` into `g = -grad L`, weight by weight, returns
/// `F(t) / symmetry(t)` for each tree as the coefficient of the forest that is the tree without its root. The differential
/// of a velocity leaf is the velocity itself, whatever the point.
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), III.1, for the differentials.
public struct ElementaryDifferentials<T: Real>: Sendable {
  /// The largest tree order.
  public let order: Int
  /// The number of variables.
  public let dimension: Int
  /// For each weight the forests of a single tree, with the forest that this tree leaves without its root; nil for the
  /// velocity leaf, which leaves none.
  private let inputs: [[(forest: Int, below: Int?)]]
  private let velocity: [T]
  /// By how much the number of a forest is below that of its tree, beyond the first.
  private let shift: Int
  private var evaluator: JetEvaluator<T>

  /// A workspace for trees up to `order` of the field `g` that `program` computes.
  ///
  /// - Parameters:
  ///   - program: code with as many outputs as variables.
  ///   - order: the largest tree order, at least 1.
  public init(program: StraightLineProgram, order: Int) {
    let trees = TreeTable.upTo(order)
    self.init(program: program, trees: trees, velocity: [], algebra: .forests(of: trees))
  }

  /// A workspace for the trees of a table.
  ///
  /// - Parameters:
  ///   - program: code with as many outputs as variables.
  ///   - velocity: what a velocity leaf stands for; zero where empty.
  ///   - algebra: the multiplication table of the forests of the table.
  public init(program: StraightLineProgram, trees: TreeTable, velocity: [T], algebra: GradedAlgebra) {
    order = trees.maximumOrder
    dimension = program.dimension
    self.velocity = velocity.isEmpty ? Array(repeating: .zero, count: program.dimension) : velocity
    let shift = trees.hasVelocity ? 1 : 0
    func forest(_ tree: Int) -> Int { tree == 0 ? 0 : tree - shift }
    inputs = (1...trees.maximumOrder).map { nodes in
      trees.range(ofOrder: nodes).compactMap { tree in
        guard trees.children[tree].count == 1 else { return nil }
        let child = trees.children[tree][0]
        return (forest(tree), child == trees.velocity ? nil : forest(child))
      }
    }
    self.shift = shift
    evaluator = JetEvaluator(program: program, algebra: algebra)
  }

  /// Evaluates at `point`; afterwards `value(component:tree:)` holds the differentials.
  ///
  /// - Complexity: one truncated forest product for each non-linear instruction.
  public mutating func evaluate(at point: [T]) {
    for variable in 0..<dimension { evaluator.setInput(variable, at: 0, to: point[variable]) }
    for weight in 0..<order {
      for (forest, below) in inputs[weight] {
        for variable in 0..<dimension {
          evaluator.setInput(
            variable, at: forest, to: below.map { evaluator.output(variable, at: $0) } ?? velocity[variable])
        }
      }
      evaluator.advance(toWeight: weight)
    }
  }

  /// Component `component` of `F(t) / symmetry(t)` for tree number `tree`, at the last point evaluated.
  public func value(component: Int, tree: Int) -> T {
    guard tree > 0, shift > 0 else { return evaluator.output(component, at: tree) }
    return tree == 1 ? velocity[component] : evaluator.output(component, at: tree - 1)
  }

  /// The B-series field `sum_t weight(t) F(t) / symmetry(t)` at the last point evaluated.
  ///
  /// - Parameter weights: one factor a tree, in the order of the tree table; further trees do not enter.
  public func combine(_ weights: [T]) -> [T] {
    (0..<dimension).map { component in
      var sum = T.zero
      // From the highest order down, so that small terms are added first.
      for tree in weights.indices.reversed() { sum += weights[tree] * value(component: component, tree: tree) }
      return sum
    }
  }
}
