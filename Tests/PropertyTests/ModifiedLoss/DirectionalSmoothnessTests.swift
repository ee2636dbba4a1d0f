import HBModel
import HBSuite
import Testing

@Suite("Directional smoothness") struct DirectionalSmoothnessTests {
  @Test("of a quadratic of one variable it is the curvature, along every trajectory")
  func quadratic() throws {
    let problem = MomentumProblem(
      objective: try Expression(parsing: "3*x1^2/2"), start: [.one], momentum: try Rational(1, 2))
    let series = try DirectionalSmoothness<DoubleDouble>.along(problem, step: Rational(1, 64), steps: 8, order: 2)
    #expect(series.rows.map(\.iteration) == Array(0...8))
    for row in series.rows {
      for value in [row.method, row.model, row.gradientDescent] {
        // A quotient of two sums of a few terms.
        #expect(abs((value - DoubleDouble(3)).doubleValue) <= 0x1p-98)
      }
    }
  }

  @Test("all three start alike, and the model follows heavy ball far closer than gradient descent does")
  func rosenbrock() throws {
    let named = try #require(NamedObjective.named("@rosenbrock"))
    let problem = MomentumProblem(objective: named.expression, start: named.start, momentum: try Rational(1, 2))
    let series = try DirectionalSmoothness<DoubleDouble>.along(problem, step: Rational(1, 524288), steps: 64, order: 2)
    let first = series.rows[0]
    #expect(first.method == first.model && first.method == first.gradientDescent)
    // <grad L, Hess L grad L> / |grad L|^2 by hand: grad L = (-1078/5, -88), Hess L = [[1330, 480], [480, 200]].
    let byHand = 1330 * 215.6 * 215.6 + 2 * 480 * 215.6 * 88 + 200 * 88 * 88
    #expect(abs(first.method.doubleValue / (byHand / (215.6 * 215.6 + 88 * 88)) - 1) < 1e-12)
    let last = series.rows[64]
    #expect(abs((last.method - last.model).doubleValue) < 0.01 * abs((last.method - last.gradientDescent).doubleValue))
  }

  @Test("where the gradient vanishes there is none")
  func stationaryPoint() throws {
    let problem = MomentumProblem(objective: try Expression(parsing: "x1^2"), start: [.zero], momentum: .zero)
    let series = try DirectionalSmoothness<DoubleDouble>.along(problem, step: Rational(1, 4), steps: 1, order: 0)
    #expect(series.rows.allSatisfy { !$0.method.isFinite && !$0.model.isFinite && !$0.gradientDescent.isFinite })
  }

  @Test("a model without warm-up does not predict it")
  func mutants() throws {
    let wrong = Claim.directionalSmoothness.check(
      Implementation(model: StationaryModel()), settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
    #expect(wrong.judgement.verdict == .falsified)
  }
}
