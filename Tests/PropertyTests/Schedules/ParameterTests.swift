import HBModel
import HBSuite
import Testing

@Suite struct ParameterTests {
  private func problem(
    method: MomentumMethod = .heavyBall, momentum: String = "1/2", stepFactor: String? = nil, gradients: Bool = false,
    initialMomentum: Rational = .zero
  ) throws -> MomentumProblem {
    let constant = try? Rational(parsing: momentum)
    let schedule = Schedule(
      stepFactor: try stepFactor.map { try ScheduleFormula(parsing: $0) },
      momentum: constant == nil ? try ScheduleFormula(parsing: momentum) : nil, keepsGradients: gradients)
    return MomentumProblem(
      objective: try Expression(parsing: "x1^2/2"), start: [.one], momentum: constant ?? .zero, method: method,
      schedule: schedule == Schedule() ? nil : schedule, initialMomentum: initialMomentum)
  }

  /// Heavy ball on `x^2/2` with rational arithmetic as the truth.
  @Test func aScheduledRunFollowsItsRecursion() throws {
    let run = try MethodRun<DoubleDouble>(
      try problem(momentum: "s/2", stepFactor: "1 if s<1/2; 1/4", initialMomentum: try Rational(3, 2)),
      step: DoubleDouble(0.125), steps: 8)
    var (before, current) = (try Rational(1) + Rational(3, 16), Rational.one)
    for n in 0...8 {
      #expect(abs((run.states[n][0] - DoubleDouble(current)).doubleValue) <= 0x1p-100)
      let step = n < 4 ? try Rational(1, 8) : try Rational(1, 32)
      let momentum = try Rational(Int128(n), 16)
      (before, current) = (current, try current - step * current + momentum * (current - before))
    }
  }

  /// `v_{n+1} = mu_n v_n - grad L(x_n)`, `x_{n+1} = x_n + h_n v_{n+1}`, as most libraries keep momentum.
  @Test func aBufferOfGradientsHasTheEffectiveMomentum() throws {
    let run = try MethodRun<DoubleDouble>(
      try problem(momentum: "s/2", stepFactor: "(n+1)/(n+3)", gradients: true), step: DoubleDouble(0.125), steps: 8)
    var (velocity, state) = (Rational.zero, Rational.one)
    for n in 0...8 {
      #expect(abs((run.states[n][0] - DoubleDouble(state)).doubleValue) <= 0x1p-100)
      let step = try Rational(1, 8) * Rational(Int128(n + 1), Int128(n + 3))
      velocity = try Rational(Int128(n), 16) * velocity - state
      state = try state + step * velocity
    }
  }

  @Test func constantFormulasGiveTheCoefficientsOfConstantParameters() throws {
    for method in MomentumMethod.all {
      let scheduled = try problem(method: method, momentum: "1/2+0*s").parameters(iterations: 12, as: DoubleDouble.self)
      let own = PiecewiseModel().table(of: method, order: 5, parameters: scheduled)
      let plain = PiecewiseModel().coefficients(of: method, order: 5, momentum: DoubleDouble(0.5), iterations: 12)
      for n in 0..<12 { #expect(own.coefficients(iteration: n) == plain.coefficients(iteration: n)) }
    }
  }

  @Test func aStepFactorForAllIterationsScalesTheCoefficients() throws {
    let (factor, momentum) = (try Rational(2, 3), try Rational(3, 4))
    for method in MomentumMethod.all {
      var plain = try CounterTermRecursion(method: method, order: 5, momentum: momentum)
      var scaled = plain
      for _ in 0..<4 {
        let expected = try TreeTable.upTo(5).scaled(plain.next(), stepFactor: factor)
        #expect(try scaled.next(stepFactor: factor, momentum: momentum) == expected)
      }
    }
  }

  /// With `C = 1/(1-mu)` the first displacement is the stationary one: `f_{n,0}` does not change any more.
  @Test func aStartAtTheStationaryVelocityNeedsNoWarmUpOfTheFirstTerm() throws {
    let momentum = try Rational(3, 4)
    for method in [MomentumMethod.heavyBall, .nesterov] {
      var recursion = try CounterTermRecursion(
        method: method, order: 2, momentum: momentum, initialMomentum: Rational(4))
      let rows = try (0..<5).map { _ in try recursion.next() }
      #expect(rows.allSatisfy { $0[0] == Rational(4) })
      #expect(rows[0][1] != rows[4][1])
    }
  }

  @Test func aParameterOutOfBoundsNamesItsIteration() throws {
    for (momentum, factor, iteration) in [("2*s", "1", 4), ("-1-n", "1", 0), ("1/n", "1", 0), ("0", "1/2-s", 4)] {
      let broken = try problem(momentum: momentum, stepFactor: factor)
      let error = try #require(throws: DynamicsError.self) {
        try broken.parameters(iterations: 8, as: DoubleDouble.self)
      }
      #expect(error.iteration == iteration, "\(error)")
      #expect("\(error)".hasPrefix("the schedule stops at iteration \(iteration): found the"))
    }
  }

  @Test func gradientDescentNeedsNoWarmUpWhateverTheMomentum() throws {
    func steps(_ momentum: String) throws -> Int? {
      AsymptoticRegime(try problem(method: .gradientDescent, momentum: momentum), time: DoubleDouble.one).requiredSteps
    }
    #expect(try steps("19/20") == steps("0"))
  }
}
