import HBModel
import HBSuite
import Testing

@Suite struct ConvergenceTests {
  private func reference(order: Int, firstRung: Int? = 16, model: any ContinuousModel = PiecewiseModel()) throws
    -> StudyRequest
  {
    let objective = try Expression(parsing: "log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3")
    let problem = MomentumProblem(
      objective: objective, start: [try Rational(9, 10), try Rational(-3, 5)], momentum: try Rational(1, 2))
    return StudyRequest(problem, model: model, order: order, time: try Rational(1, 2), firstRung: firstRung)
  }

  @Test func theReferenceStudyHasTheRecordedErrors() throws {
    let study = try ConvergenceStudy<DoubleDouble>.run(try reference(order: 3))
    for (rung, error) in zip(study.rungs, [1.697e-5, 1.5502e-6, 1.1499e-7]) {
      #expect(abs(rung.largestError / error - 1) < 1e-4, "\(rung.steps) steps")
    }
    let order = try #require(study.observedOrder)
    #expect(abs(order.value - 4) < 0.02)
    #expect(study.judgement.verdict == .holds)
  }

  /// Two extrapolations agree by chance long before the regime begins: the right model must not be falsified there.
  @Test(arguments: [("exp(x1)", 9, 10, 2, 16), ("exp(x1)", 9, 10, 3, 16), ("x1^2", 1, 2, 3, 4), ("x1^2", 1, 2, 2, 1)])
  func offTheRegimeNothingIsFalsified(_ text: String, _ top: Int, _ bottom: Int, order: Int, steps: Int) throws {
    let problem = MomentumProblem(
      objective: try Expression(parsing: text), start: [text == "x1^2" ? .one : .zero],
      momentum: try Rational(Int128(top), Int128(bottom)))
    let request = StudyRequest(problem, order: order, time: .one, firstRung: steps)
    let study = try ConvergenceStudy<DoubleDouble>.run(request)
    #expect(study.judgement.verdict == .inconclusive, "\(study.judgement.reason)")
    let chosen = try ConvergenceStudy<DoubleDouble>.run(StudyRequest(problem, order: order, time: .one))
    #expect(chosen.judgement.verdict == .holds, "\(chosen.judgement.reason)")
  }

  @Test(arguments: 0...6) func everyOrderIsObserved(order: Int) throws {
    let study = try ConvergenceStudy<DoubleDouble>.run(try reference(order: order))
    #expect(abs(try #require(study.observedOrder).value - Double(order + 1)) < 0.02)
    let (measured, predicted) = (try #require(study.measured), try #require(study.predicted))
    #expect(maximumNorm(measured.limit, minus: predicted.value) < 0.001 * maximumNorm(predicted.value))
    #expect(study.judgement.verdict == .holds)
  }

  @Test func theStationaryModelFromRestHasOrderOneWhateverItsOrder() throws {
    for order in 1...4 {
      let study = try ConvergenceStudy<DoubleDouble>.run(try reference(order: order, model: StationaryModel()))
      #expect(abs(try #require(study.observedOrder).value - 1) < 0.02)
      #expect(study.judgement.verdict == .falsified)
      #expect(study.judgement.reason.contains("misses a term of order h^1"))
    }
  }

  @Test func offTheRegimeAStudyIsInconclusive() throws {
    let wild = MomentumProblem(
      objective: try Expression(parsing: "sin(200*x1)+x1^2"), start: [try Rational(1, 2)],
      momentum: try Rational(9, 10))
    for order in 0...3 {
      for first in [16, 64, 256] {
        let study = try ConvergenceStudy<DoubleDouble>.run(
          StudyRequest(wild, order: order, time: Rational(4), firstRung: first))
        #expect(study.judgement.verdict == .inconclusive, "order \(order) from \(first): \(study.judgement)")
      }
    }
    let automatic = try ConvergenceStudy<DoubleDouble>.run(StudyRequest(wild, order: 2, time: Rational(4)))
    #expect(automatic.judgement.verdict == .inconclusive)
    #expect(automatic.judgement.reason.contains("above the bound of 16384 for 5 rungs at order 2"))
  }

  @Test func rungsBelowTheFloorAreDroppedAndNamed() throws {
    var request = try reference(order: 4)
    request.time = try Rational(1, 4096)
    let study = try ConvergenceStudy<DoubleDouble>.run(request)
    #expect(study.usable < 4)
    #expect(study.judgement.verdict == .inconclusive)
    #expect(study.judgement.reason.contains("above the floor"))
  }

  @Test func aLinearObjectiveIsInconclusiveNotAPass() throws {
    let line = MomentumProblem(
      objective: try Expression(parsing: "3*x1"), start: [.one], momentum: try Rational(1, 2))
    let study = try ConvergenceStudy<DoubleDouble>.run(StudyRequest(line, order: 2, time: .one))
    #expect(study.judgement.verdict == .inconclusive)
  }

  @Test func theExtrapolationOfAPolynomialIsItsValueAtZero() throws {
    let values = (0..<5).map { level -> [DoubleDouble] in
      let h = DoubleDouble(1 / Double(1 << level))
      return [DoubleDouble(3) + h * (DoubleDouble(2) + h * (DoubleDouble(-1) + h * h))]
    }
    let result = RichardsonExtrapolation(values, ratio: 2)
    #expect(abs((result.limit[0] - DoubleDouble(3)).doubleValue) < 0x1p-98)
    #expect(result.disagreement < 0.01)
  }
}
