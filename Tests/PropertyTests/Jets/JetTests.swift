import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct JetTests {
  @Test(arguments: [(4, 20), (6, 124), (8, 790), (10, 5239)])
  func aForestProductCostsAsManyTermsAsTheTheoryCounts(order: Int, terms: Int) {
    #expect(GradedAlgebra.forests(order: order).splits.count == terms)
  }

  @Test func tablesAreCommutativeAndGraded() {
    for algebra in [GradedAlgebra.taylor(degree: 6), .timeStep(degree: 5), .forests(order: 7)] {
      for element in 0..<algebra.count {
        let own = algebra.splits[algebra.starts[element]..<algebra.starts[element + 1]]
        #expect(
          own.allSatisfy { algebra.weights[Int($0.left)] + algebra.weights[Int($0.right)] == algebra.weights[element] })
        #expect(Set(own.map { [$0.left, $0.right] }) == Set(own.map { [$0.right, $0.left] }))
        #expect(own.first == GradedAlgebra.Split(left: 0, right: Int32(element)))
      }
    }
  }

  /// Every function of the grammar, against the series of an expression that equals it.
  @Test(arguments: [
    ("exp(x)", "exp(x/2)^2"), ("log(x)", "2*log(x^(1/2))"), ("sin(x)", "2*sin(x/2)*cos(x/2)"),
    ("cos(x)", "cos(x/2)^2-sin(x/2)^2"), ("tan(x)", "sin(x)/cos(x)"), ("sinh(x)", "(exp(x)-exp(-x))/2"),
    ("cosh(x)", "(exp(x)+exp(-x))/2"), ("tanh(x)", "sinh(x)/cosh(x)"), ("sqrt(x)", "exp(log(x)/2)"),
    ("atan(x)", "2*atan(x/(1+sqrt(1+x^2)))"), ("softplus(x)", "log(1+exp(x))"), ("sigmoid(x)", "1/(1+exp(-x))"),
    ("logcosh(x)", "log(cosh(x))"), ("x^(5/3)", "exp(5*log(x)/3)"), ("x^-2", "1/(x*x)"), ("x^7", "x*x*x*x*x*x*x"),
  ])
  func functionsAgreeWithTheirIdentitiesToDegreeTen(function: String, identity: String) throws {
    func series(_ text: String) throws -> [DoubleDouble] {
      let program = StraightLineProgram.value(of: try Expression(parsing: text), dimension: 1)
      var jet = JetEvaluator<DoubleDouble>(program: program, algebra: .taylor(degree: 10))
      jet.setInput(0, at: 0, to: DoubleDouble(try Rational(7, 10)))
      jet.setInput(0, at: 1, to: .one)
      for weight in 0...10 { jet.advance(toWeight: weight) }
      return (0...10).map { jet.output(0, at: $0) }
    }
    for (own, other) in zip(try series(function), try series(identity)) {
      // Two recurrences of ten terms each, with intermediate terms up to 2^7 times the result.
      #expect(abs((own - other).doubleValue) <= 0x1p-92 * max(1, abs(other.doubleValue)))
    }
  }

  @Test func theGradientIsTheDerivativeAlongEveryDirection() {
    forAll(ProblemGenerator(scaling: .fixedSteps(8)).problems) { generated in
      let problem = generated.problem
      let start = problem.start.map { DoubleDouble($0) }
      let ball = problem.heavyBall
      var gradient = NegativeGradient<DoubleDouble>(program: ball.program)
      let slope = gradient(start)
      var value = JetEvaluator<DoubleDouble>(
        program: .value(of: problem.objective, dimension: start.count), algebra: .taylor(degree: 1))
      for variable in start.indices {
        for other in start.indices {
          value.setInput(other, at: 0, to: start[other])
          value.setInput(other, at: 1, to: other == variable ? .one : .zero)
        }
        value.advance(toWeight: 0)
        value.advance(toWeight: 1)
        // Forward and reverse mode multiply the same factors, at most 2^8 of them.
        let distance = abs((value.output(0, at: 1) + slope[variable]).doubleValue)
        #expect(distance <= 0x1p-96 * max(1, maximumNorm(slope)))
      }
    }
  }
}
