/// An objective L with its derivatives: what a model that is written as Swift code is made of.
///
/// ```swift
/// let gradient = objective.gradient(x)  // grad L
/// let product = objective.derivative(x, [gradient])  // Hess L grad L
/// let cubic = objective.derivative(x, [gradient, gradient])  // D^3 L(grad L, grad L)
/// ```
public protocol DifferentiableObjective<Scalar> {
  /// The numbers of its arithmetic.
  associatedtype Scalar: Real

  /// The number of variables.
  var dimension: Int { get }

  /// The gradient `grad L` at a point with `dimension` coordinates.
  func gradient(_ point: [Scalar]) -> [Scalar]

  /// The derivative `D^m(grad L)(u_1, ..., u_m)` of the gradient along m directions, symmetric and linear in them.
  ///
  /// - Parameters:
  ///   - point: `dimension` coordinates.
  ///   - directions: the vectors `u_1, ..., u_m`, each with `dimension` coordinates; none for the gradient itself.
  func derivative(_ point: [Scalar], _ directions: [[Scalar]]) -> [Scalar]
}

/// The objective of a straight-line program, differentiated by jets: exact up to rounding, whatever the order.
///
/// An object has workspaces that its calls share, so it serves one thread.
public final class JetObjective<T: Real>: DifferentiableObjective {
  private let program: StraightLineProgram
  /// For each number of directions that was asked for, a workspace.
  private var evaluators: [JetEvaluator<T>?] = []

  /// The number of variables.
  public let dimension: Int

  /// The objective whose negative gradient `program` computes.
  public init(program: StraightLineProgram) {
    self.program = program
    dimension = program.dimension
  }

  /// The objective of a problem.
  public convenience init(_ problem: MomentumProblem) { self.init(program: problem.program) }

  /// The gradient at `point`.
  ///
  /// - Precondition: the point has `dimension` coordinates.
  /// - Complexity: one evaluation of the program.
  @specialized(where T == DoubleDouble)
  public func gradient(_ point: [T]) -> [T] { derivative(point, []) }

  /// The derivative of the gradient along `directions`.
  ///
  /// - Precondition: the point and each direction have `dimension` coordinates; there are at most 16 directions.
  /// - Complexity: one product in an algebra of `3^m` splits for each non-linear instruction, m directions.
  @specialized(where T == DoubleDouble)
  public func derivative(_ point: [T], _ directions: [[T]]) -> [T] {
    let count = directions.count
    precondition(point.count == dimension, "a point with as many coordinates as the objective has variables")
    precondition(
      directions.allSatisfy { $0.count == dimension }, "directions with as many coordinates as the point")
    while evaluators.count <= count { evaluators.append(nil) }
    // Taken out while it is used, so that it is changed in place.
    var evaluator = evaluators[count] ?? JetEvaluator(program: program, algebra: .directions(count))
    evaluators[count] = nil
    for variable in 0..<dimension {
      evaluator.setInput(variable, at: 0, to: point[variable])
      for (index, direction) in directions.enumerated() {
        evaluator.setInput(variable, at: index + 1, to: direction[variable])
      }
    }
    for weight in 0...count { evaluator.advance(toWeight: weight) }
    let last = evaluator.algebra.count - 1
    let result = (0..<dimension).map { T.zero - evaluator.output($0, at: last) }
    evaluators[count] = evaluator
    return result
  }
}
