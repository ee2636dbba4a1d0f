import HBModel

/// The field `g = -grad L` at a point, with a bound of the error with which an optimizer computed it.
///
/// The bound is a running error analysis of the straight-line code (N. J. Higham, *Accuracy and Stability of Numerical
/// Algorithms* (2002), 3.3) in the standard model (2.4) `fl(a op b) = (a op b)(1 + delta)`, `|delta| <= u`: each
/// instruction adds its own rounding to what it passes on from its operands, to first order in u. An elementary
/// function counts as `functionError` roundings, a constant as one. The code that was recorded may order the operations
/// differently, and need more of them: its error is taken to be at most `orderAllowance` times this one's.
struct RunningErrorGradient {
  /// How many roundings an elementary function counts as: 4 units in the last place, or 8u, cover the libraries in use
  /// and the usual ways to write `softplus`, `sigmoid` and `logcosh`.
  static let functionError = 8.0
  /// The factor for code that forms the same gradient in another order.
  static let orderAllowance = 4.0

  private let program: StraightLineProgram
  private let constants: [DoubleDouble]
  private var values: [DoubleDouble]
  private var errors: [Double]

  init(program: StraightLineProgram) {
    self.program = program
    constants = program.instructions.map { instruction in
      switch instruction {
      case .constant(let value), .scale(let value, _), .power(_, let value): DoubleDouble(value)
      default: .zero
      }
    }
    values = Array(repeating: .zero, count: program.instructions.count)
    errors = Array(repeating: 0, count: program.instructions.count)
  }

  /// The field at `point`, and the bound of its error over u.
  ///
  /// - Parameter uncertainty: how far the point at which the optimizer took the gradient is from `point`, over u.
  /// - Complexity: two passes over the code.
  mutating func callAsFunction(
    _ point: [DoubleDouble], uncertainty: [Double]? = nil
  ) -> (value: [DoubleDouble], error: [Double]) {
    evaluate(at: point)
    bound(uncertainty: uncertainty)
    return (
      program.outputs.map { values[$0] }, program.outputs.map { Self.orderAllowance * errors[$0] }
    )
  }

  private mutating func evaluate(at point: [DoubleDouble]) {
    for (position, instruction) in program.instructions.enumerated() {
      let value: DoubleDouble =
        switch instruction {
        case .constant: constants[position]
        case .variable(let index): point[index]
        case .add(let a, let b): values[a] + values[b]
        case .subtract(let a, let b): values[a] - values[b]
        case .multiply(let a, let b): values[a] * values[b]
        case .divide(let a, let b): values[a] / values[b]
        case .scale(_, let a): constants[position] * values[a]
        case .power(let a, _): DoubleDouble.pow(values[a], constants[position])
        case .apply(let function, let a, _): function(values[a])
        }
      values[position] = value
    }
  }

  /// The errors over u; the derivative of a function may come later in the code, so that its value is asked for here.
  private mutating func bound(uncertainty: [Double]?) {
    func size(_ position: Int) -> Double { values[position].magnitude.doubleValue }
    for (position, instruction) in program.instructions.enumerated() {
      let own = size(position)
      let error: Double =
        switch instruction {
        case .constant: own
        case .variable(let index): uncertainty?[index] ?? 0
        case .add(let a, let b), .subtract(let a, let b): errors[a] + errors[b] + own
        case .multiply(let a, let b): errors[a] * size(b) + errors[b] * size(a) + own
        case .divide(let a, let b): (errors[a] + own * errors[b]) / size(b) + own
        // The constant and the product are rounded.
        case .scale(_, let a): constants[position].magnitude.doubleValue * errors[a] + 2 * own
        case .power(let a, _):
          errors[a] * constants[position].magnitude.doubleValue * own / size(a) + Self.functionError * own
        case .apply(_, let a, let derivative): errors[a] * size(derivative) + Self.functionError * own
        }
      errors[position] = error
    }
  }
}
