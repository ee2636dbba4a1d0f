/// A modified loss at points: its value, and its derivative by automatic differentiation of that value.
///
/// A free tree is cut at its middle edge, so that `H(t)` is the scalar product of two elementary differentials of about
/// half its size; of stars one has all nodes but one.
public struct ModifiedLossValue<T: Real>: Sendable {
  /// `c(t) h^(|t|-1) symmetry symmetry`, with the numbers of the two parts.
  private let products: [(weight: T, first: Int, second: Int)]
  private let objectiveWeight: T
  private let dimension: Int
  private var differentials: ElementaryDifferentials<T>
  private var objective: JetEvaluator<T>

  /// The modified loss `loss` of the objective of `problem`, with step size `step`.
  public init(_ problem: MomentumProblem, loss: ModifiedLoss<T>, step: T) {
    let order = max(1, loss.order - 1)
    let table = TreeTable.upTo(order)
    var powers = [T.one]
    for _ in 1..<max(2, loss.order) { powers.append(powers[powers.count - 1] * step) }
    var products: [(weight: T, first: Int, second: Int)] = []
    for (tree, coefficient) in zip(loss.trees.trees, loss.coefficients) {
      guard let parts = tree.middleEdge, let first = table.index(of: parts.smaller),
        let second = table.index(of: parts.larger)
      else { continue }
      // The differentials come divided by their symmetries, and F(s) F(u) has the sign (-1)^|t|.
      let symmetries = T(Double(table.symmetry[first] * table.symmetry[second]))
      let size = coefficient * symmetries * powers[tree.order - 1]
      products.append((tree.order.isMultiple(of: 2) ? size : T.zero - size, first, second))
    }
    self.products = products
    objectiveWeight = loss.coefficients[0]
    dimension = problem.start.count
    differentials = ElementaryDifferentials(
      program: .tangent(of: problem.objective, dimension: dimension), order: order)
    objective = JetEvaluator(program: problem.valueProgram, algebra: .taylor(degree: 1))
  }

  /// The value at `point` and its derivative along `direction`.
  ///
  /// - Complexity: one evaluation of the elementary differentials of the parts.
  public mutating func callAsFunction(_ point: [T], along direction: [T]) -> (value: T, derivative: T) {
    for variable in point.indices {
      objective.setInput(variable, at: 0, to: point[variable])
      objective.setInput(variable, at: 1, to: direction[variable])
    }
    objective.advance(toWeight: 0)
    objective.advance(toWeight: 1)
    differentials.evaluate(at: point + direction)
    var value = objectiveWeight * objective.output(0, at: 0)
    var derivative = objectiveWeight * objective.output(0, at: 1)
    for product in products {
      for component in 0..<dimension {
        let first = differentials.value(component: component, tree: product.first)
        let second = differentials.value(component: component, tree: product.second)
        let firstChange = differentials.value(component: dimension + component, tree: product.first)
        let secondChange = differentials.value(component: dimension + component, tree: product.second)
        value += product.weight * first * second
        derivative += product.weight * (firstChange * second + first * secondChange)
      }
    }
    return (value, derivative)
  }

  /// The gradient at `point`.
  ///
  /// - Complexity: one derivative for each variable.
  public mutating func gradient(at point: [T]) -> [T] {
    point.indices.map { variable in
      var direction = Array(repeating: T.zero, count: point.count)
      direction[variable] = .one
      return self(point, along: direction).derivative
    }
  }
}

extension ModifiedLoss where Coefficient: Real {
  /// The distance of `-h grad V` by trees from the gradient of V as a value, at the start of `problem`.
  ///
  /// - Returns: the distance in the maximum norm, relative to the absolute sum of the terms by trees.
  /// - Complexity: one evaluation of the elementary differentials for each variable.
  @specialized(where Coefficient == DoubleDouble)
  public func gradientDistance(_ problem: MomentumProblem, step: Coefficient) -> Double {
    let point: [Coefficient] = problem.startingPoint()
    var value = ModifiedLossValue(problem, loss: self, step: step)
    let gradient = value.gradient(at: point)
    var differentials = ElementaryDifferentials<Coefficient>(program: problem.program, order: order)
    differentials.evaluate(at: point)
    var powers = [Coefficient.one]
    for _ in 0..<order { powers.append(powers[powers.count - 1] * step) }
    let descent = descent().coefficients
    var (distance, scale) = (0.0, 0.0)
    for component in point.indices {
      var sum = Coefficient.zero
      var size = 0.0
      for tree in descent.indices.reversed() {
        let term =
          descent[tree] * powers[trees.table.order[tree] - 1] * differentials.value(component: component, tree: tree)
        sum += term
        size += abs(term.doubleValue)
      }
      distance = max(distance, abs((sum + gradient[component]).doubleValue))
      scale = max(scale, size)
    }
    return scale > 0 ? distance / scale : 0
  }
}
