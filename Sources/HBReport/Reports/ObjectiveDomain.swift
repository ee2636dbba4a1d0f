import HBModel

/// Where an objective has a finite value.
///
/// A trajectory needs the gradient alone, and that may be finite where the objective is not: the derivative of the
/// logarithm is, on negative numbers. Such a trajectory minimizes nothing, so it is refused.
public struct ObjectiveDomain: Sendable {
  private let objective: Expression
  private let program: StraightLineProgram

  /// The domain of the objective of `problem`.
  public init(_ problem: MomentumProblem) {
    objective = problem.objective
    program = .value(of: problem.objective, dimension: problem.start.count)
  }

  /// Checks the states of a trajectory, `states[n]` being that before iteration n.
  ///
  /// - Parameter subject: which trajectory, for the error.
  /// - Throws: `DynamicsError` with the iteration and the operation that has no finite value.
  /// - Complexity: one value of the objective a state.
  public func check(_ states: [[DoubleDouble]], of subject: String) throws(DynamicsError) {
    var evaluator = JetEvaluator<DoubleDouble>(program: program, algebra: .taylor(degree: 0))
    for (iteration, state) in states.enumerated() {
      for variable in state.indices { evaluator.setInput(variable, at: 0, to: state[variable]) }
      evaluator.advance(toWeight: 0)
      guard !evaluator.output(0, at: 0).isFinite else { continue }
      throw DynamicsError(
        kind: .undefined, subject: subject, iteration: iteration,
        found: ObjectiveDomain.evaluate(objective, at: state).obstacle ?? "a value that is not finite")
    }
  }

  /// The value of an expression, and the first operation in it that has no finite value although its operands do.
  static func evaluate(
    _ expression: Expression, at point: [DoubleDouble]
  ) -> (value: DoubleDouble, obstacle: String?) {
    func both(
      _ a: Expression, _ b: Expression, _ name: (DoubleDouble) -> String,
      _ operation: (DoubleDouble, DoubleDouble) -> DoubleDouble
    ) -> (DoubleDouble, String?) {
      let (left, right) = (evaluate(a, at: point), evaluate(b, at: point))
      let value = operation(left.value, right.value)
      return (value, left.obstacle ?? right.obstacle ?? (value.isFinite ? nil : name(right.value)))
    }
    func single(
      _ a: Expression, _ name: (DoubleDouble) -> String, _ operation: (DoubleDouble) -> DoubleDouble
    ) -> (DoubleDouble, String?) {
      let inner = evaluate(a, at: point)
      let value = operation(inner.value)
      return (value, inner.obstacle ?? (value.isFinite ? nil : name(inner.value)))
    }
    let overflow = { (_: DoubleDouble) in "an overflow" }
    switch expression {
    case .constant(let value): return (DoubleDouble(value), nil)
    case .variable(let index): return (point[index], nil)
    case .negate(let a): return single(a, overflow) { -$0 }
    case .add(let a, let b): return both(a, b, overflow) { $0 + $1 }
    case .subtract(let a, let b): return both(a, b, overflow) { $0 - $1 }
    case .multiply(let a, let b): return both(a, b, overflow) { $0 * $1 }
    case .divide(let a, let b):
      return both(a, b, { $0.isZero ? "a division by zero" : "an overflow" }) { $0 / $1 }
    case .power(let a, let exponent):
      return single(a, { "the power \(exponent) of \(Figures.short($0.doubleValue))" }) {
        DoubleDouble.pow($0, DoubleDouble(exponent))
      }
    case .apply(let function, let a):
      return single(a, { "\(function.rawValue) of \(Figures.short($0.doubleValue))" }) { function($0) }
    }
  }
}
