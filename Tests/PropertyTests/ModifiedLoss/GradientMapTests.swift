import HBModel
import HBSuite
import Testing

@Suite("Gradient descent on modified losses") struct GradientMapTests {
  private func problem(_ momentum: Rational) throws -> MomentumProblem {
    MomentumProblem(
      objective: try Expression(parsing: "exp(x1)*cos(x2)+x1^2*x2+x2^2"), start: [try Rational(1, 2), .one],
      momentum: momentum)
  }

  private func study(
    order: Int, change: (inout ModifiedLoss<DoubleDouble>) -> Void = { _ in }
  ) throws -> GradientMapStudy<DoubleDouble> {
    let momentum = try Rational(1, 2)
    var loss = ModifiedLossStatement.heavyBall.map.evaluate(at: DoubleDouble(momentum))
    change(&loss)
    return try .run(
      problem(momentum), map: loss.descent().coefficients, order: order, step: Rational(1, 512), steps: 16, rungs: 5)
  }

  @Test("the loss of order k tracks heavy ball to h^(k+1), with the predicted constant", arguments: 0...4)
  func orders(order: Int) throws {
    let study = try study(order: order)
    #expect(study.judgement.verdict == .holds, "\(study.judgement.reason)")
    #expect(abs(try #require(study.observedOrder).value - Double(order + 1)) < 0.02)
    #expect(study.deviation < 1e-3)
  }

  @Test("every constant off by 1 % is seen by the ladder alone", arguments: 0...4)
  func mutants(order: Int) throws {
    let trees = FreeTreeTable.upTo(order + 1)
    for number in trees.trees.indices {
      let wrong = try study(order: order) { $0.coefficients[number] *= DoubleDouble(1.01) }
      #expect(wrong.judgement.verdict == .falsified, "\(trees.trees[number]): \(wrong.judgement.reason)")
    }
  }

  @Test("without momentum both are the same run")
  func noMomentum() throws {
    let loss = ModifiedLossStatement.heavyBall.map.evaluate(at: DoubleDouble.zero)
    let same = try GradientMapStudy<DoubleDouble>.run(
      problem(.zero), map: loss.descent().coefficients, order: 2, step: Rational(1, 64), steps: 16, rungs: 4)
    #expect(same.judgement == Judgement(.holds, "both are the same to rounding, as predicted"))
  }

  @Test("from rest every step is a gradient step, with 20 digits to spare, and no other loss will do")
  func fromRest() throws {
    func deviation(_ change: (inout MemoryLoss) throws -> Void) throws -> Double {
      var memory = ModifiedLossStatement.heavyBall.memory
      try change(&memory)
      return try MemoryLossStudy<DoubleDouble>.run(
        problem(Rational(9, 10)), memory: memory, step: DoubleDouble(Rational(1, 100)), iteration: 5
      ).deviation
    }
    let percent = RationalFunction(try Rational(101, 100))
    #expect(try deviation { _ in } <= 0x1p-96)
    #expect(try deviation { $0.kinetic = try percent * $0.kinetic } > 1e-6)
    #expect(try deviation { $0.decay = try percent * $0.decay } > 1e-4)
    #expect(try deviation { $0.kinetic = .zero } > 1e-4)
  }
}
