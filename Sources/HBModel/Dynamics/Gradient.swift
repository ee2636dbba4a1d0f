/// The field `g = -grad L` at points of plain numbers.
public struct NegativeGradient<T: Real>: VectorField, Sendable {
  private var evaluator: JetEvaluator<T>

  /// The field that `program` computes.
  public init(program: StraightLineProgram) {
    self.evaluator = JetEvaluator(program: program, algebra: .taylor(degree: 0))
  }

  /// `-grad L` at `point`.
  public mutating func callAsFunction(_ point: [T]) -> [T] {
    for variable in point.indices { evaluator.setInput(variable, at: 0, to: point[variable]) }
    evaluator.advance(toWeight: 0)
    return point.indices.map { evaluator.output($0, at: 0) }
  }
}

/// The objective L at points of plain numbers.
struct ObjectiveValue<T: Real> {
  private var evaluator: JetEvaluator<T>

  init(program: StraightLineProgram) { evaluator = JetEvaluator(program: program, algebra: .taylor(degree: 0)) }

  mutating func callAsFunction(_ point: [T]) -> T {
    for variable in point.indices { evaluator.setInput(variable, at: 0, to: point[variable]) }
    evaluator.advance(toWeight: 0)
    return evaluator.output(0, at: 0)
  }
}

/// The field `g = -grad L` with its directional derivative.
public struct GradientDerivative<T: Real>: Sendable {
  private var evaluator: JetEvaluator<T>

  /// The field that `program` computes.
  public init(program: StraightLineProgram) {
    self.evaluator = JetEvaluator(program: program, algebra: .taylor(degree: 1))
  }

  /// `g` at `point`, and `g'(point) direction`.
  public mutating func callAsFunction(_ point: [T], along direction: [T]) -> (value: [T], derivative: [T]) {
    for variable in point.indices {
      evaluator.setInput(variable, at: 0, to: point[variable])
      evaluator.setInput(variable, at: 1, to: direction[variable])
    }
    evaluator.advance(toWeight: 0)
    evaluator.advance(toWeight: 1)
    return (
      point.indices.map { evaluator.output($0, at: 0) }, point.indices.map { evaluator.output($0, at: 1) }
    )
  }

  /// The maximum row sum of the Hessian of L at `point`: a bound of its spectral radius.
  ///
  /// - Complexity: one directional derivative a variable.
  public mutating func curvature(at point: [T]) -> Double {
    var rowSums = Array(repeating: 0.0, count: point.count)
    for variable in point.indices {
      var direction = Array(repeating: T.zero, count: point.count)
      direction[variable] = .one
      let column = self(point, along: direction).derivative
      for row in column.indices { rowSums[row] += abs(column[row].doubleValue) }
    }
    return rowSums.reduce(0) { $1.isNaN ? .nan : max($0, $1) }
  }
}
