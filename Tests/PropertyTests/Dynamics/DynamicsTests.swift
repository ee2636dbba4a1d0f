import HBModel
import Testing

@Suite struct DynamicsTests {
  private func problem(_ text: String, start: [Rational], momentum: Rational) throws -> MomentumProblem {
    MomentumProblem(
      objective: try Expression(parsing: text, dimension: start.count), start: start, momentum: momentum)
  }

  /// On `x' = -x` each column must gain two orders; the exact solution is `e^{-h}`.
  @Test func theIntegratorMeetsItsToleranceAndItsEstimateIsHonest() throws {
    let decay = try problem("x^2/2", start: [.one], momentum: .zero)
    for tolerance in [1e-6, 1e-12, 1e-18, 1e-24, 1e-30] {
      var field = NegativeGradient<DoubleDouble>(program: decay.program)
      let step = DoubleDouble(0.25)
      let result = ExtrapolationIntegrator().advance([.one], by: step, along: &field, tolerance: tolerance)
      let error = abs((result.state[0] - DoubleDouble.exp(DoubleDouble.zero - step)).doubleValue)
      #expect(result.errorEstimate <= tolerance)
      // Rounding: the weights of ten columns amplify 2^-104 about tenfold, a few times.
      #expect(error <= tolerance + 0x1p-98)
    }
  }

  @Test func theEstimateOfAnIntegratorStoppedEarlyTellsItsError() throws {
    let decay = try problem("x^2/2", start: [.one], momentum: .zero)
    var field = NegativeGradient<DoubleDouble>(program: decay.program)
    let result = ExtrapolationIntegrator(maximumColumns: 3)
      .advance([.one], by: DoubleDouble(0.5), along: &field, tolerance: 0)
    let error = abs((result.state[0] - DoubleDouble.exp(DoubleDouble(-0.5))).doubleValue)
    #expect(error <= result.errorEstimate && result.errorEstimate < 1e-3 && error > 1e-14)
  }

  /// Heavy ball on `x^2/2` with exact rational arithmetic as the truth.
  @Test func theMethodFollowsItsRecursionFromRest() throws {
    let momentum = try Rational(1, 2)
    let step = try Rational(1, 8)
    let run = try MethodRun<DoubleDouble>(
      try problem("x^2/2", start: [.one], momentum: momentum), step: DoubleDouble(step), steps: 12)
    var (before, current) = (Rational.one, Rational.one)
    for n in 0...12 {
      #expect(abs((run.states[n][0] - DoubleDouble(current)).doubleValue) <= 0x1p-100)
      (before, current) = (current, try current - step * current + momentum * (current - before))
    }
  }

  @Test func divergenceNamesTheIteration() throws {
    let steep = try problem("x^4", start: [Rational(3)], momentum: try Rational(1, 2))
    let error = try #require(throws: DynamicsError.self) {
      try MethodRun<DoubleDouble>(steep, step: .one, steps: 40)
    }
    #expect(error.kind == .diverged && error.iteration < 10 && error.subject == "the method")
    #expect("\(error)".hasPrefix("the method diverges at iteration \(error.iteration): found a state"))
  }

  @Test(arguments: [
    ("log(x1)", "1/2", "log of -"), ("1/(x1-1)", "1", "a division by zero"),
    ("x1^(3/2)+4*x1", "1/4", "the power 3/2 of -"), ("sqrt(x1)+x1", "1/16", "sqrt of -"),
  ])
  func anUndefinedValueNamesItsOperationAndIteration(text: String, start: String, found: String) throws {
    let point = try Rational(parsing: start)
    let error = try #require(throws: DynamicsError.self) {
      try MethodRun<DoubleDouble>(
        try problem(text, start: [point], momentum: .zero), step: DoubleDouble(-1) + DoubleDouble(1.5), steps: 40)
    }
    #expect(error.kind == .undefined)
    #expect(error.found.hasPrefix(found), "\(error)")
  }

  @Test func theModelFlowedBackReturnsToItsStart() throws {
    let well = try problem(
      "(x1^2-1)^2/4+x1*x2/3+x2^2/2", start: [try Rational(1, 2), .one], momentum: try Rational(1, 2))
    let step = DoubleDouble(try Rational(1, 64))
    let table = StationaryModel().coefficients(
      of: .heavyBall, order: 4, momentum: DoubleDouble(0.5), iterations: 1)
    let integrator = ExtrapolationIntegrator()
    let before = try well.stateBeforeStart(table: table, order: 3, step: step, integrator: integrator)
    let back = try ModelRun<DoubleDouble>(
      well, table: table, order: 3, step: step, steps: 1, integrator: integrator, start: before)
    #expect(maximumNorm(back.states[1], minus: well.startingPoint()) <= 0x1p-98)
  }
}
