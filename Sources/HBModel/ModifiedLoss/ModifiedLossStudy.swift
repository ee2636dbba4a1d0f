/// The stationary field of heavy ball beside what a statement makes of it, term by term up to order `h^2`, at the start.
///
/// The field comes from the functional equation of its trajectories and the gradients from the jets of the modified loss,
/// so that neither side knows of trees.
public struct ModifiedLossStudy<T: Real>: Sendable {
  /// The terms of one order.
  public struct Term: Sendable {
    /// The field's term `f_j`.
    public let field: [T]
    /// What the statement says of it: the descent of the modified loss and the remainder.
    public let stated: [T]
    /// The size of what enters, in the maximum norm over the components.
    public let scale: Double

    /// The distance of the two, relative to the scale.
    public var deviation: Double { scale > 0 ? maximumNorm(field, minus: stated) / scale : 0 }
  }

  /// The terms of order `h^0`, `h^1` and `h^2`.
  public let terms: [Term]

  /// Compares both at the start of `problem`.
  ///
  /// - Complexity: one functional equation, and jets of ten coefficients for each variable.
  @specialized(where T == DoubleDouble)
  public static func run(_ problem: MomentumProblem, statement: ModifiedLossStatement) -> ModifiedLossStudy {
    let momentum = T(problem.momentum)
    let point: [T] = problem.startingPoint()
    let factors: [T] = statement.flow.coefficients.map { $0.evaluate(at: momentum) }
    let remainder: T = statement.remainder.evaluate(at: momentum)

    var equation = FunctionalEquation<T>(problem, order: 2)
    let fields = equation.counterTerms(at: point)

    var line = GradientLine<T>(problem, degree: 2)
    var stated = Array(repeating: [T](), count: 3)
    for variable in point.indices {
      var direction = Array(repeating: T.zero, count: point.count)
      direction[variable] = .one
      let slopes = line(point, along: direction).derivatives
      stated[0].append(T.zero - factors[0] * slopes[0])
      stated[1].append(T.zero - factors[1] * slopes[1])
      stated[2].append(T.zero - factors[2] * (slopes[2] + slopes[2]))
    }
    // With g = -grad L, g' g' g is -Hess L Hess L grad L.
    var derivative = GradientDerivative<T>(program: problem.program)
    let slope = derivative(point, along: point).value
    let once = derivative(point, along: slope).derivative
    let twice = derivative(point, along: once).derivative
    stated[2] = zip(stated[2], twice).map { $0 + remainder * $1 }

    let scales = ModifiedLossStudy.scales(problem, momentum: momentum, point: point)
    return ModifiedLossStudy(
      terms: (0...2).map { Term(field: fields[$0], stated: stated[$0], scale: scales[$0]) })
  }

  /// The absolute sums of the terms `b(t) F(t) / symmetry(t)` with 1, 2 and 3 nodes, or a 64th of the sum of `|b(t)| G^|t|`,
  /// G the larger of slope and curvature, where that is larger: a derivative that happens to vanish is made of parts that do not.
  private static func scales(_ problem: MomentumProblem, momentum: T, point: [T]) -> [Double] {
    let coefficients = StationaryCounterTerms.coefficients(method: .heavyBall, order: 3, momentum: momentum)
    var differentials = ElementaryDifferentials<T>(program: problem.program, order: 3)
    differentials.evaluate(at: point)
    var hessian = GradientDerivative<T>(program: problem.program)
    let size = max(hessian.curvature(at: point), maximumNorm(hessian(point, along: point).value))
    return (1...3).map { nodes in
      let trees = TreeTable.upTo(3).range(ofOrder: nodes)
      let power = (0..<nodes).reduce(1.0) { product, _ in product * size }
      let least = trees.reduce(0.0) { $0 + power * abs(coefficients[$1].doubleValue) } / 64
      return point.indices.reduce(least) { largest, component in
        let sum = trees.reduce(0.0) { sum, tree in
          sum + abs((coefficients[tree] * differentials.value(component: component, tree: tree)).doubleValue)
        }
        return max(largest, sum)
      }
    }
  }
}
