import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite("The gradient criterion", .propertyTesting) struct GradientCriterionTests {
  @Test("heavy ball's field is a gradient at h^0 and h^1, at higher odd powers at mu = -1 only, at even ones never")
  func heavyBall() throws {
    let rows = try GradientCriterion.table(method: .heavyBall, order: 9)
    #expect(rows.map(\.order) == Array(1...9))
    #expect(rows.map(\.freeTrees) == [1, 1, 1, 2, 3, 6, 11, 23, 47])
    #expect(rows.map(\.conditions) == [0, 0, 1, 2, 6, 14, 37, 92, 239])
    let texts = rows.map(\.commonFactor.description)
    #expect(texts == ["0", "0", "1", "1+mu", "1", "1+mu", "1", "1+mu", "1"])
    for row in rows {
      #expect(try row.isGradient(at: Rational(-1)) == (row.order < 3 || row.order.isMultiple(of: 2)))
      for numerator in 0..<20 {
        #expect(try row.isGradient(at: Rational(Int128(numerator), 20)) == (row.order < 3))
      }
    }
  }

  @Test("Nesterov's term of order h^2 is a gradient at mu = 1/7 alone, where heavy ball's is none")
  func nesterov() throws {
    let rows = try GradientCriterion.table(method: .nesterov, order: 8)
    #expect(rows.map(\.commonFactor.description) == ["0", "0", "1-7*mu", "1", "1", "1", "1", "1"])
    #expect(try rows[2].isGradient(at: Rational(1, 7)))
    let descent = try GradientCriterion.table(method: .gradientDescent, order: 8)
    #expect(descent.map(\.commonFactor.description) == ["0", "0", "1", "1", "1", "1", "1", "1"])
  }

  @Test("in the limit mu -> 1 the field is a gradient, of W = L + eps/2 |grad W|^2, for both momentum methods")
  func limit() throws {
    let limit = try ModifiedLossStatement.heavyBall.limit.descent().coefficients
    for method in [MomentumMethod.heavyBall, .nesterov] {
      #expect(try StationaryCounterTerms.leadingNumerators(method: method, order: 9) == limit)
    }
    #expect(limit.prefix(8).map(\.description) == ["1", "-1", "2", "2", "-6", "-5", "-6", "-5"])
    let loss = ModifiedLossStatement.heavyBall.limit
    let square = try loss.squaredGradient()
    for number in 1..<loss.coefficients.count {
      #expect(try Rational(2) * loss.coefficients[number] == square.coefficients[number])
    }
    // Another factor before |grad W|^2 is not the limit.
    let wrong = try ModifiedLoss<Rational>.eikonal(factor: Rational(101, 200), order: 9).descent().coefficients
    #expect(zip(wrong, limit).filter { $0 != $1 }.count == wrong.count - 1)
  }

  /// The antisymmetric part at order `h^2` is a commutator of the Hessian and its derivative along the gradient.
  @Test("at order h^2 the Jacobian's antisymmetric part is [D^3 L(grad L), Hess L] / (6 (1-mu)^3)")
  func commutator() {
    let differences = ModifiedLossStatement.heavyBall.differences.prefix(4)
    let problems = ProblemGenerator(orders: 2...2, scaling: .fixedSteps(8)).problems
      .filter("two variables or more") { $0.problem.start.count > 1 }
    forAll(problems) { generated in
      let ball = generated.problem.heavyBall
      let momentum = DoubleDouble(ball.momentum)
      let study = JacobianStudy<DoubleDouble>.run(
        ball, index: 2, differences: differences.map { $0.evaluate(at: momentum) })
      let commutator = Self.commutator(ball)
      let complement = DoubleDouble.one - momentum
      let factor = DoubleDouble.one / (DoubleDouble(6) * complement * complement * complement)
      let expected = commutator.map { factor * $0 }
      // At most 2^14 operations, each with an error of 2^-104 of the terms that enter.
      #expect(maximumNorm(study.measured, minus: expected) <= 0x1p-90 * study.scale)
    }
  }

  /// The entries r < c of `T H - H T`, with H the Hessian and T its derivative along grad L.
  private static func commutator(_ problem: MomentumProblem) -> [DoubleDouble] {
    let point: [DoubleDouble] = problem.startingPoint()
    let tangent = StraightLineProgram.tangent(of: problem.objective, dimension: point.count)
    var gradient = GradientDerivative<DoubleDouble>(program: problem.program)
    var second = GradientDerivative<DoubleDouble>(program: tangent)
    let zero = point.map { _ in DoubleDouble.zero }
    let slope = gradient(point, along: zero).value.map { -$0 }
    let columns = point.indices.map { variable in
      var direction = zero
      direction[variable] = .one
      // (x, v) -> -Hess L(x) v along (grad L, 0).
      let both = second(point + direction, along: slope + zero)
      return (
        hessian: both.value.suffix(point.count).map { -$0 }, third: both.derivative.suffix(point.count).map { -$0 }
      )
    }
    func product(_ r: Int, _ c: Int) -> DoubleDouble {
      point.indices.reduce(.zero) { sum, k in
        sum + columns[r].third[k] * columns[c].hessian[k] - columns[r].hessian[k] * columns[c].third[k]
      }
    }
    return point.indices.flatMap { c in (0..<c).map { r in product(r, c) } }
  }

  @Test("random objectives are of every structure, and most that are coupled tell the rootings apart")
  func coverage() throws {
    let result = Claim.gradientCriterion.check()
    #expect(result.judgement.verdict == .holds)
    #expect(result.inconclusive <= 4)
    for (structure, least) in [("coupled", 80), ("one variable", 10), ("quadratic", 10), ("separable", 10)] {
      #expect(try #require(result.coverage["structure"]?[structure]) >= least)
    }
    #expect(try #require(result.coverage["Jacobian"]?["not symmetric"]) >= 60)
  }
}
