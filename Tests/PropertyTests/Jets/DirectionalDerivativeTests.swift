import HBModel
import Testing

/// Derivatives along given directions, against the elementary differentials of the forest algebra.
@Suite struct DirectionalDerivativeTests {
  private static func problem(_ objective: String) throws -> MomentumProblem {
    MomentumProblem(
      objective: try Expression(parsing: objective, dimension: 3),
      start: try ["2/3", "-1/2", "3/4"].map { try Rational(parsing: $0) }, momentum: .zero,
      initialVelocity: try ["1/3", "2", "-5/4"].map { try Rational(parsing: $0) })
  }

  private static let objectives = [
    "exp(x1/2 - x2) + sin(x1 + x2*x3) + x1^2*x3", "log(2 + x1^2 + x2*x3)/(1 + x3^2) - cos(x1)*tanh(x2 - x3)",
    "sqrt(3 + x1*x2) + (2 + x1 + x2^2)^(5/2) + atan(x3*x1)",
  ]

  @Test(arguments: objectives, [false, true])
  func `nested contractions are the elementary differentials of every tree`(text: String, hasVelocity: Bool) throws {
    let problem = try Self.problem(text)
    let point: [DoubleDouble] = problem.startingPoint()
    let objective = JetObjective<DoubleDouble>(problem)
    let table = TreeTable.upTo(5, hasVelocity: hasVelocity)
    var differentials: ElementaryDifferentials<DoubleDouble> = problem.differentials(of: table)
    differentials.evaluate(at: point)
    func contraction(_ tree: RootedTree) -> [DoubleDouble] {
      tree == .velocity
        ? problem.initialVelocity.map { DoubleDouble($0) } : objective.derivative(point, tree.children.map(contraction))
    }
    for (index, tree) in table.trees.enumerated() {
      // D(t) = F(t) but for a sign for each g, and the forest algebra has F(t) over the symmetry.
      let factor = Double(table.symmetry[index] * (tree.fieldNodes.isMultiple(of: 2) ? 1 : -1))
      let expected = (0..<3).map { differentials.value(component: $0, tree: index) * factor }
      // Some hundred roundings of 2^-104, in derivatives that grow with the order.
      #expect(maximumNorm(contraction(tree), minus: expected) <= 1e-27 * max(1, maximumNorm(expected)), "\(tree)")
    }
  }

  @Test func `derivatives are symmetric and linear in their directions`() throws {
    let problem = try Self.problem(Self.objectives[0])
    let point: [DoubleDouble] = problem.startingPoint()
    let objective = JetObjective<DoubleDouble>(problem)
    func vector(_ values: [Double]) -> [DoubleDouble] { values.map { DoubleDouble($0) } }
    let (u, v, w) = (vector([1, -2, 0.5]), vector([0.25, 1, 3]), vector([-1, 0.5, 2]))
    let one = objective.derivative(point, [u, v, w])
    let other = objective.derivative(point, [w, u, v])
    #expect(maximumNorm(one, minus: other) < 1e-28)
    let sum = zip(u, v).map { $0 + $1 }
    let parts = zip(objective.derivative(point, [u, w]), objective.derivative(point, [v, w])).map { $0 + $1 }
    #expect(maximumNorm(objective.derivative(point, [sum, w]), minus: parts) < 1e-28)
    #expect(objective.derivative(point, []) == objective.gradient(point))
    var gradient = NegativeGradient<DoubleDouble>(program: problem.program)
    #expect(objective.gradient(point) == gradient(point).map { -$0 })
  }

  @Test func `a product of two infinitesimals is their union, or zero`() {
    let algebra = GradedAlgebra.directions(3)
    #expect(algebra.weights == [0, 1, 1, 1, 2, 2, 2, 3])
    #expect(algebra.splits.count == 27)
    for element in 0..<algebra.count {
      for split in algebra.splits[algebra.starts[element]..<algebra.starts[element + 1]] {
        #expect(
          algebra.weights[Int(split.left)] + algebra.weights[Int(split.right)] == algebra.weights[element])
      }
    }
  }
}
