/// The objective on the line along its gradient, `s -> L(x + s grad L(x))`, as a power series, and how that changes with x.
///
/// Its coefficients are `L`, `|grad L|^2`, `<grad L, Hess L grad L> / 2`, ...: the terms of a modified loss, without
/// trees. Jets in two variables, s and the shift of x, give their derivatives as well.
public struct GradientLine<T: Real>: Sendable {
  /// The series at one point.
  public struct Series: Sendable {
    /// The coefficients of `s^0, s^1, ...`.
    public let coefficients: [T]
    /// Their derivatives along the direction.
    public let derivatives: [T]
  }

  private let degree: Int
  private var gradient: GradientDerivative<T>
  private var value: JetEvaluator<T>

  /// A workspace for the coefficients up to `degree`.
  public init(_ problem: MomentumProblem, degree: Int) {
    self.degree = degree
    gradient = GradientDerivative(program: problem.program)
    value = JetEvaluator(program: problem.valueProgram, algebra: .timeStep(degree: degree + 1))
  }

  /// The series at `point`, with its derivatives along `direction`.
  ///
  /// - Complexity: O(degree^4) multiply-adds for each non-linear instruction.
  public mutating func callAsFunction(_ point: [T], along direction: [T]) -> Series {
    let slope = gradient(point, along: direction)
    // x + t v + s (grad L(x) + t Hess L(x) v), with t for the shift; `gradient` has the signs of -grad L.
    for variable in point.indices {
      value.setInput(variable, at: Self.index(shift: 0, line: 0), to: point[variable])
      value.setInput(variable, at: Self.index(shift: 1, line: 0), to: direction[variable])
      value.setInput(variable, at: Self.index(shift: 0, line: 1), to: T.zero - slope.value[variable])
      value.setInput(variable, at: Self.index(shift: 1, line: 1), to: T.zero - slope.derivative[variable])
    }
    for weight in 0...(degree + 1) { value.advance(toWeight: weight) }
    return Series(
      coefficients: (0...degree).map { value.output(0, at: Self.index(shift: 0, line: $0)) },
      derivatives: (0...degree).map { value.output(0, at: Self.index(shift: 1, line: $0)) })
  }

  private static func index(shift: Int, line: Int) -> Int { GradedAlgebra.timeStepIndex(time: shift, step: line) }
}

extension GradientLine.Series {
  /// The directional smoothness `<grad L, Hess L grad L> / |grad L|^2`, the curvature along the gradient; NaN where the
  /// gradient vanishes. Needs degree 2.
  public var directionalSmoothness: T { (coefficients[2] + coefficients[2]) / coefficients[1] }

  /// The derivative of the directional smoothness along the direction. Needs degree 2.
  public var directionalSmoothnessDerivative: T {
    (derivatives[2] + derivatives[2] - directionalSmoothness * derivatives[1]) / coefficients[1]
  }
}
