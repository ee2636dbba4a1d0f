import HBModel
import Testing

@Suite("Stationary counter terms") struct StationaryCounterTermsTests {
  @Test("derived in integers to order 10, they are those derived at rational momenta", arguments: MomentumMethod.all)
  func exactAgainstRational(method: MomentumMethod) throws {
    let exact = try StationaryCounterTerms.exact(method: method, order: 10)
    #expect(exact.count == 1205)
    for momentum in [try Rational(1, 2), Rational(2), Rational(-1)] {
      let values = try StationaryCounterTerms.coefficients(method: method, order: 10, momentum: momentum)
      for (function, value) in zip(exact, values) { #expect(try function.evaluate(at: momentum) == value) }
    }
  }

  @Test("to order 12 too, the largest that there is", arguments: MomentumMethod.all)
  func largestOrder(method: MomentumMethod) throws {
    let exact = try StationaryCounterTerms.exact(method: method, order: 12)
    let values = try StationaryCounterTerms.coefficients(method: method, order: 12, momentum: Rational(2))
    #expect(try exact.map { try $0.evaluate(at: Rational(2)) } == values)
  }

  @Test("derived in integers, they are those derived over rational functions", arguments: MomentumMethod.all)
  func exactAgainstRationalFunctions(method: MomentumMethod) throws {
    #expect(
      try StationaryCounterTerms.exact(method: method, order: 7)
        == StationaryCounterTerms.coefficients(method: method, order: 7, momentum: RationalFunction.mu))
  }

  @Test("their exponential is the fixed point of the method in the group by cuts", arguments: MomentumMethod.all)
  func fixedPoint(method: MomentumMethod) throws {
    let momentum = try Rational(1, 2)
    let table = TreeTable.upTo(9)
    let exact = try StationaryCounterTerms.exact(method: method, order: 9)
    let field = BSeries<Rational>(
      table: table, constantTerm: .zero, coefficients: try exact.map { try $0.evaluate(at: momentum) })
    let map = try field.exponential()
    #expect(try method.map(after: map, momentum: momentum) == map)
    // One wrong coefficient of the highest order is no fixed point.
    var broken = map
    broken.coefficients[table.count - 1] = try broken.coefficients[table.count - 1] + Rational(1, 100)
    #expect(try method.map(after: broken, momentum: momentum) != broken)
  }

  @Test("their denominators are integers times the power 2|t|-1 of 1-mu")
  func denominators() throws {
    let table = TreeTable.upTo(10)
    for method in [MomentumMethod.heavyBall, .nesterov] {
      for (index, function) in try StationaryCounterTerms.exact(method: method, order: 10).enumerated() {
        #expect(function.denominatorCofactor == [1])
        #expect(function.power == 2 * table.order[index] - 1)
      }
    }
  }

  @Test("numerators and denominators of heavy ball stay below 37 bits to order 10")
  func sizes() throws {
    let largest = try StationaryCounterTerms.exact(method: .heavyBall, order: 10).map { function in
      max(function.numeratorCoefficients.map(\.magnitude).max() ?? 0, function.denominatorInteger.magnitude)
    }.max()
    #expect(try #require(largest) < 1 << 37)
  }

  @Test("the published table of Nesterov's method")
  func nesterov() throws {
    let texts = try StationaryCounterTerms.exact(method: .nesterov, order: 3).map(\.description)
    #expect(
      texts == [
        "1/(1-mu)", "-(1-mu+2*mu^2)/(2*(1-mu)^3)", "(1+4*mu+7*mu^2-6*mu^3+6*mu^4)/(6*(1-mu)^5)",
        "(1-2*mu+7*mu^2-3*mu^3+3*mu^4)/(3*(1-mu)^5)",
      ])
  }

  @Test("an overflow names the tree")
  func overflow() throws {
    let momentum = try Rational(1_000_003, 1_000_033)
    let stationary = #expect(throws: ExactOverflow.self) {
      try StationaryCounterTerms.coefficients(method: .heavyBall, order: 6, momentum: momentum)
    }
    #expect(stationary?.subject == "the coefficient of [[][][]]")
    var recursion = try CounterTermRecursion(method: .heavyBall, order: 6, momentum: momentum)
    let iteration = #expect(throws: ExactOverflow.self) {
      for _ in 0..<10 { _ = try recursion.next() }
    }
    #expect(iteration?.subject.hasPrefix("the coefficient of [") == true)
  }
}
