import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite("Modified losses", .propertyTesting) struct ModifiedLossTests {
  private let statement = ModifiedLossStatement.heavyBall

  private func field(order: Int) throws -> BSeries<RationalFunction> {
    BSeries(
      table: .upTo(order), constantTerm: .zero,
      coefficients: try StationaryCounterTerms.exact(method: .heavyBall, order: order))
  }

  @Test("the published loss and remainder are those of the derivation by trees, for every momentum")
  func published() throws {
    let (loss, remainder) = try ModifiedLoss.splitting(field(order: 3))
    #expect(loss == statement.flow)
    #expect(
      loss.coefficients.map(\.description) == ["1/(1-mu)", "(1+mu)/(4*(1-mu)^3)", "(1+10*mu+mu^2)/(12*(1-mu)^5)"])
    // F([[[]]]) is -D[D[g]], with g = grad L.
    #expect(remainder.coefficients == [.zero, .zero, .zero, statement.remainder])
    #expect(statement.remainder.description == "1/(6*(1-mu)^3)")
    #expect(
      statement.map.coefficients.prefix(3).map(\.description) == [
        "1/(1-mu)", "mu/(2*(1-mu)^3)", "mu*(1+mu)/(2*(1-mu)^5)",
      ])
  }

  @Test("descent and remainder make up the series that was split")
  func splitting() throws {
    let series = try field(order: 6)
    let (loss, remainder) = try ModifiedLoss.splitting(series)
    let descent = try loss.descent()
    for tree in series.table.trees.indices {
      #expect(try descent.coefficients[tree] + remainder.coefficients[tree] == series.coefficients[tree])
    }
    #expect(try ModifiedLoss.splitting(descent).remainder.coefficients.allSatisfy { $0 == .zero })
    #expect(try ModifiedLoss.splitting(descent).loss == loss)
  }

  /// The lemma behind everything here, for arbitrary coefficients: rootings make up the gradient.
  @Test("the gradient of any modified loss, by automatic differentiation, is its B-series")
  func gradient() {
    let cases = Generator<(GeneratedProblem, [Int])> { source in
      (
        try source.draw(ProblemGenerator(orders: 1...5, scaling: .fixedSteps(8)).problems),
        try source.draw(.array(of: .int(in: -6...6), count: 14...14))
      )
    }
    forAll(cases) { example in
      let (generated, numbers) = example
      let trees = FreeTreeTable.upTo(generated.problem.order + 1)
      var loss = ModifiedLoss<DoubleDouble>(
        trees: trees, coefficients: trees.trees.indices.map { DoubleDouble(Double(numbers[$0])) })
      let ball = generated.problem.heavyBall
      // At most 2^14 operations, each with an error of 2^-104 of the terms that enter.
      #expect(loss.gradientDistance(ball, step: .one) <= 0x1p-90)
      guard loss.coefficients[0] != .zero else { return }
      // A descent in which one rooting is weighted differently is another loss's: the value must notice.
      let step = DoubleDouble(0.5)
      var value = ModifiedLossValue(ball, loss: loss, step: step)
      let before = value.gradient(at: ball.startingPoint())
      loss.coefficients[0] = loss.coefficients[0] * DoubleDouble(1.01)
      var changed = ModifiedLossValue(ball, loss: loss, step: step)
      #expect(maximumNorm(before, minus: changed.gradient(at: ball.startingPoint())) > 0)
    }
  }

  @Test("without trees the line along the gradient has the same value and derivative")
  func line() {
    forAll(ProblemGenerator(orders: 2...2, scaling: .fixedSteps(8)).problems) { generated in
      let ball = generated.problem.heavyBall
      let point: [DoubleDouble] = ball.startingPoint()
      let direction = point.indices.map { DoubleDouble(Double($0 + 1)) }
      var line = GradientLine<DoubleDouble>(ball, degree: 2)
      let series = line(point, along: direction)
      for number in 0..<3 {
        let coefficients = (0..<3).map { $0 == number ? DoubleDouble.one : .zero }
        var value = ModifiedLossValue(
          ball, loss: ModifiedLoss(trees: .upTo(3), coefficients: coefficients), step: .one)
        let own = value(point, along: direction)
        // H of the path with three nodes is twice the coefficient of s^2.
        let factor = DoubleDouble(number == 2 ? 2 : 1)
        let scale = max(1, maximumNorm([own.value, own.derivative]))
        #expect(maximumNorm([own.value], minus: [factor * series.coefficients[number]]) <= 0x1p-92 * scale)
        #expect(maximumNorm([own.derivative], minus: [factor * series.derivatives[number]]) <= 0x1p-92 * scale)
      }
    }
  }

  @Test("numbers alone tell every constant that is off by 1 %")
  func sensitivity() throws {
    let problem = MomentumProblem(
      objective: try Expression(parsing: "exp(x1)*cos(x2)+x1^2*x2+x2^2"), start: [try Rational(1, 2), .one],
      momentum: try Rational(3, 5))
    let percent = RationalFunction(try Rational(101, 100))
    func deviations(_ change: (inout ModifiedLossStatement) throws -> Void) rethrows -> [Double] {
      var changed = statement
      try change(&changed)
      return ModifiedLossStudy<DoubleDouble>.run(problem, statement: changed).terms.map(\.deviation)
    }
    #expect(deviations { _ in }.allSatisfy { $0 <= 0x1p-93 })
    for number in 0..<3 {
      let found = try deviations { $0.flow.coefficients[number] = try percent * $0.flow.coefficients[number] }
      #expect(found.indices.allSatisfy { ($0 == number) == (found[$0] > 1e-3) }, "\(found)")
    }
    #expect(try deviations { $0.remainder = try percent * $0.remainder }[2] > 1e-5)
    #expect(deviations { $0.remainder = .zero }[2] > 1e-3)
  }
}
