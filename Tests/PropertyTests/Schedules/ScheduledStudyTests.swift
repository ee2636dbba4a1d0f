import HBModel
import HBSuite
import Testing

@Suite struct ScheduledStudyTests {
  private func request(
    method: MomentumMethod = .heavyBall, momentum: String = "1/2", stepFactor: String? = nil,
    initialMomentum: Rational = .zero, initialVelocity: [Rational] = [], order: Int, steps: Int? = nil,
    model: any ContinuousModel = PiecewiseModel()
  ) throws -> StudyRequest {
    let constant = try? Rational(parsing: momentum)
    let schedule = Schedule(
      stepFactor: try stepFactor.map { try ScheduleFormula(parsing: $0) },
      momentum: constant == nil ? try ScheduleFormula(parsing: momentum) : nil)
    let problem = MomentumProblem(
      objective: try Expression(parsing: "log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3"),
      start: [try Rational(9, 10), try Rational(-3, 5)], momentum: constant ?? .zero, method: method,
      schedule: schedule == Schedule() ? nil : schedule, initialMomentum: initialMomentum,
      initialVelocity: initialVelocity)
    return StudyRequest(problem, model: model, order: order, time: try Rational(1, 2), firstRung: steps)
  }

  @Test(arguments: NamedSchedule.catalogue.map(\.name), [MomentumMethod.heavyBall, .nesterov])
  func theOrderHoldsForTheNamedSchedules(name: String, method: MomentumMethod) throws {
    for order in 0...3 {
      let study = try ConvergenceStudy<DoubleDouble>.run(
        try request(method: method, stepFactor: name, order: order, steps: 64))
      #expect(study.judgement.verdict == .holds, "order \(order): \(study.judgement.reason)")
    }
  }

  @Test func aMomentumThatRisesToABoundBelowOneKeepsTheOrder() throws {
    for order in 0...3 {
      let study = try ConvergenceStudy<DoubleDouble>.run(
        try request(momentum: "1/4+s/2", order: order, steps: 64))
      #expect(study.judgement.verdict == .holds, "order \(order): \(study.judgement.reason)")
    }
  }

  /// Momentum over the first iterations only: the order holds, and no principal error is predicted.
  @Test func aScheduleInTheIterationIsJudgedByItsOrderAlone() throws {
    let study = try ConvergenceStudy<DoubleDouble>.run(
      try request(momentum: "1/2-1/(n+2)^8", order: 2, steps: 64))
    #expect(study.predicted == nil)
    #expect(study.principalErrorJudgement.verdict == .inconclusive)
    #expect(study.judgement.verdict == .holds, "\(study.judgement.reason)")
    #expect(study.judgement.reason.contains("no principal error is predicted"))
  }

  /// Nesterov's classic momentum tends to 1: an order on a whole ladder is not claimed, whatever the slopes.
  @Test(arguments: [MomentumMethod.heavyBall, .nesterov], ["(n-1)/(n+2)", "n/(n+3)"])
  func theClassicMomentumHasNoGlobalOrder(method: MomentumMethod, momentum: String) throws {
    for order in 0...3 {
      for steps in [nil, 16, 256] {
        let study = try ConvergenceStudy<DoubleDouble>.run(
          try request(method: method, momentum: momentum, order: order, steps: steps))
        #expect(study.judgement.verdict == .inconclusive)
        #expect(study.observedOrder == nil)
        #expect(study.judgement.reason.contains("without a bound below 1 there is no global order"))
      }
    }
  }

  /// The slopes that are not claimed: a model of order 2 would need 3.
  @Test func theSlopesOfTheClassicMomentumAreNotThoseOfAnOrder() throws {
    let classic = try request(momentum: "(n-1)/(n+2)", order: 2).problem
    let errors = try [64, 128, 256].map { steps in
      try Rung<DoubleDouble>(
        classic, model: PiecewiseModel(), order: 2, time: DoubleDouble(1.0 / 64), steps: steps,
        integrator: ExtrapolationIntegrator(), tolerance: 1e-12
      ).largestError
    }
    for (coarse, fine) in zip(errors, errors.dropFirst()) { #expect(coarse / fine < 4, "\(coarse) and \(fine)") }
  }

  @Test(arguments: [MomentumMethod.heavyBall, .nesterov], ["(n-1)/(n+2)", "n/(n+3)"])
  func atAFixedNumberOfStepsTheClassicMomentumIsModelled(method: MomentumMethod, momentum: String) throws {
    for order in 0...4 {
      let problem = try request(method: method, momentum: momentum, order: order).problem
      let study = try LocalStudy<DoubleDouble>.run(
        problem, model: PiecewiseModel(), order: order, step: try Rational(1, 128), steps: 8, rungs: 6,
        integrator: ExtrapolationIntegrator())
      #expect(study.defectJudgement.verdict == .holds, "order \(order): \(study.defectJudgement.reason)")
      #expect(study.fixedStepJudgement.verdict == .holds, "order \(order): \(study.fixedStepJudgement.reason)")
    }
  }

  @Test(arguments: [MomentumMethod.heavyBall, .nesterov], [[], [Rational(1), Rational(-2)]])
  func aStartWithMomentumKeepsTheOrderOnlyWhereTheModelKnowsIt(method: MomentumMethod, velocity: [Rational]) throws {
    for order in 0...3 {
      // A velocity alone, or a multiple of the gradient alone.
      let initial = velocity.isEmpty ? try Rational(3, 2) : .zero
      let right = try ConvergenceStudy<DoubleDouble>.run(
        try request(method: method, initialMomentum: initial, initialVelocity: velocity, order: order, steps: 64))
      #expect(right.judgement.verdict == .holds, "order \(order): \(right.judgement.reason)")
      let wrong = try ConvergenceStudy<DoubleDouble>.run(
        try request(
          method: method, initialMomentum: initial, initialVelocity: velocity, order: order, steps: 64,
          model: ScheduleMutantModel(.ignoredInitialMomentum)))
      #expect(wrong.judgement.verdict == .falsified, "order \(order): \(wrong.judgement.reason)")
      if order > 0 { #expect(abs(try #require(wrong.observedOrder).value - 1) < 0.02) }
    }
  }
}
