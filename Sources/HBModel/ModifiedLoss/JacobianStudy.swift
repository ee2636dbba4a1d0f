/// The antisymmetric part of the Jacobian of one counter term, measured and as a statement predicts it.
///
/// The counter term `f_j` and its derivatives come from the functional equation, the prediction from the differences of
/// coefficients between rootings of one free tree: what is the same on all rootings is a gradient and drops out.
public struct JacobianStudy<T: Real>: Sendable {
  /// The entries `J[r][c] - J[c][r]` for r < c, of the Jacobian J of `f_j` at the start.
  public let measured: [T]
  /// The same of the differences' field.
  public let predicted: [T]
  /// The largest absolute sum of what enters an entry of J.
  public let scale: Double

  /// The size of the measured antisymmetric part, relative to the scale.
  public var asymmetry: Double { scale > 0 ? maximumNorm(measured) / scale : 0 }
  /// The size of the predicted one, relative to the scale.
  public var predictedAsymmetry: Double { scale > 0 ? maximumNorm(predicted) / scale : 0 }
  /// The distance of the two, relative to the scale.
  public var deviation: Double { scale > 0 ? maximumNorm(measured, minus: predicted) / scale : 0 }

  /// Differentiates `f_index` of heavy ball at the start of `problem`.
  ///
  /// - Parameters:
  ///   - index: j, the power of h; `differences` cover trees with up to j+1 nodes.
  ///   - differences: by how much the coefficient of each rooted tree exceeds that of the least rooting of its free tree.
  /// - Complexity: one functional equation and one evaluation of the elementary differentials for each variable.
  @specialized(where T == DoubleDouble)
  public static func run(_ problem: MomentumProblem, index: Int, differences: [T]) -> JacobianStudy {
    let momentum = T(problem.momentum)
    let dimension = problem.start.count
    let point: [T] = problem.startingPoint()
    let tangent = StraightLineProgram.tangent(of: problem.objective, dimension: dimension)
    var equation = FunctionalEquation<T>(program: tangent, momentum: momentum, order: index)
    var differentials = ElementaryDifferentials<T>(program: tangent, order: index + 1)
    let coefficients = StationaryCounterTerms.coefficients(method: .heavyBall, order: index + 1, momentum: momentum)
    let trees = TreeTable.upTo(index + 1).range(ofOrder: index + 1)
    var columns: [[T]] = []
    var remainders: [[T]] = []
    var scale = 0.0
    for variable in 0..<dimension {
      var direction = Array(repeating: T.zero, count: dimension)
      direction[variable] = .one
      columns.append(Array(equation.counterTerms(at: point + direction)[index].suffix(dimension)))
      differentials.evaluate(at: point + direction)
      remainders.append(
        (0..<dimension).map { component in
          var sum = T.zero
          var size = 0.0
          for tree in trees {
            let entry = differentials.value(component: dimension + component, tree: tree)
            sum += differences[tree] * entry
            size += abs((coefficients[tree] * entry).doubleValue)
          }
          scale = max(scale, size)
          return sum
        })
    }
    return JacobianStudy(
      measured: antisymmetric(columns), predicted: antisymmetric(remainders), scale: scale)
  }

  /// The entries `columns[c][r] - columns[r][c]` for r < c.
  private static func antisymmetric(_ columns: [[T]]) -> [T] {
    columns.indices.flatMap { c in (0..<c).map { r in columns[c][r] - columns[r][c] } }
  }
}
