import HBModel
import HBSuite
import Testing

@Suite struct ModelZooTests {
  private func problem(momentum: String) throws -> MomentumProblem {
    MomentumProblem(
      objective: try Expression(parsing: "log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3"),
      start: [try Rational(9, 10), try Rational(-3, 5)], momentum: try Rational(parsing: momentum))
  }

  @Test func theoryGivesEveryModelItsOrder() {
    let half = ModelZoo.standard.models.map { $0.kind.order(momentum: (try? Rational(1, 2)) ?? .zero) }
    #expect(half == [0, 1, 1, 1, 1, 1, 2, 3, 4, 5, 2, 1, 2, 3, 4, 5])
    let none = ModelZoo.standard.models.map { $0.kind.order(momentum: .zero) }
    #expect(none == [1, 1, 2, 3, 4, 5, 2, 3, 4, 5, 2, 1, 2, 3, 4, 5])
  }

  @Test(arguments: ModelZoo.standard.models)
  func onOneProblemEveryModelShowsItsOrderAndItsPrincipalError(_ model: ComparisonModel) throws {
    for momentum in ["0", "1/2"] {
      let ladder = try FieldLadder<DoubleDouble>.run(
        try problem(momentum: momentum), model: model, step: try Rational(1, 64), steps: 32, rungs: 5,
        integrator: ExtrapolationIntegrator())
      #expect(ladder.judgement.verdict == .holds, "\(ladder.judgement.reason)")
      #expect(ladder.principalErrorJudgement.verdict == .holds, "\(ladder.principalErrorJudgement.reason)")
      let order = try #require(ladder.observedOrder)
      #expect(abs(order.value - Double(ladder.order + 1)) <= 0.02)
    }
  }

  @Test func theVelocityOfTheSecondOrderEquationIsTheOneThatGivesOrderTwo() throws {
    func order(velocity: RationalFunction) throws -> Double? {
      let equation = SecondOrderEquation(inertia: SecondOrderEquation.heavyBall.inertia, initialVelocity: velocity)
      return try FieldLadder<DoubleDouble>.run(
        try problem(momentum: "1/2"), model: ComparisonModel(kind: .secondOrder, dynamics: .secondOrder(equation)),
        step: try Rational(1, 256), steps: 128, rungs: 5, integrator: ExtrapolationIntegrator()
      ).observedOrder?.value
    }
    #expect(abs(try #require(try order(velocity: SecondOrderEquation.heavyBall.initialVelocity)) - 2) < 0.02)
    #expect(abs(try #require(try order(velocity: .zero)) - 1) < 0.02)
    #expect(
      abs(try #require(try order(velocity: try RationalFunction(numerator: [1], denominator: [1, -1]))) - 1) < 0.02)
  }

  @Test func inTheFirstIterationsTheSecondOrderEquationIsOfOrderOneOnly() throws {
    func error(step: Rational, iteration: Int) throws -> Double {
      let comparison = try ModelComparison(
        try problem(momentum: "1/2"), step: step, steps: iteration, iterations: [iteration],
        zoo: ModelZoo(ModelZoo.standard.models.filter { $0.kind == .secondOrder }))
      return comparison.series[0].errors[0]
    }
    let coarse = try error(step: try Rational(1, 1024), iteration: 1)
    let fine = try error(step: try Rational(1, 2048), iteration: 1)
    #expect(abs(coarse / fine - 2) < 0.02)
  }

  @Test func modelsThatAreTheSameForNoMomentumGiveTheSameErrors() throws {
    let comparison = try ModelComparison(try problem(momentum: "0"), step: try Rational(1, 32), steps: 16)
    func errors(_ kind: ComparisonModel.Kind) -> [Double] { comparison.series.first { $0.kind == kind }?.errors ?? [] }
    #expect(!errors(.gradientFlow).isEmpty)
    for (one, other) in zip(errors(.gradientFlow), errors(.perIteration(order: 0))) {
      #expect(abs(one - other) <= 1e-12 * one)
    }
    for (one, other) in zip(errors(.stationaryFromRest(order: 2)), errors(.perIteration(order: 2))) {
      #expect(abs(one - other) <= 1e-9 * one)
    }
  }

  @Test func solvingOverManyIntervalsAtOnceChangesNothing() throws {
    let problem = try problem(momentum: "3/4")
    let step = DoubleDouble(try Rational(1, 128))
    for model in ModelZoo.standard.models {
      let coarse = try model.solve(problem, step: step, visits: [48], integrator: ExtrapolationIntegrator())
      let fine = try model.solve(problem, step: step, visits: Array(1...48), integrator: ExtrapolationIntegrator())
      #expect(maximumNorm(coarse.states[1], minus: fine.states[48]) < 1e-24, "\(model.name)")
    }
  }
}

extension ComparisonModel: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
}
