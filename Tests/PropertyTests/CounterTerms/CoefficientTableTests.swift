import HBModel
import Testing

@Suite("Tables of coefficients") struct CoefficientTableTests {
  @Test("the lead-in is the recursion, exactly")
  func leadIn() throws {
    let momentum = try Rational(1, 2)
    let table = try CoefficientTable<Rational>(method: .heavyBall, order: 4, momentum: momentum, iterations: 5)
    var recursion = try CounterTermRecursion(method: .heavyBall, order: 4, momentum: momentum)
    for n in 0..<5 { #expect(try table.coefficients(iteration: n) == recursion.next()) }
    #expect(table.iterations == 5)
    let stationary = try StationaryCounterTerms.coefficients(method: .heavyBall, order: 4, momentum: momentum)
    #expect(table.stationary == stationary)
  }

  @Test("without momentum every iteration has the stationary coefficients", arguments: MomentumMethod.all)
  func withoutMomentum(method: MomentumMethod) throws {
    let table = try CoefficientTable<Rational>(method: method, order: 6, momentum: .zero, iterations: 1000)
    #expect(table.leadIn.isEmpty)
    #expect(table.iterations == .max)
    #expect(table.coefficients(iteration: 77) == table.stationary)
  }

  @Test(
    "in double-double arithmetic the lead-in ends, and its end meets the exact stationary coefficients",
    arguments: [1, 5, 9] as [Int128])
  func floatingPoint(tenths: Int128) throws {
    let momentum = try Rational(tenths, 10)
    let table = CoefficientTable(method: .heavyBall, order: 6, momentum: DoubleDouble(momentum), iterations: 1_000_000)
    #expect(table.iterations == .max)
    #expect(table.leadIn.count < 3000)
    let exact = try StationaryCounterTerms.exact(method: .heavyBall, order: 6)
    let last = try #require(table.leadIn.last)
    for (tree, function) in exact.enumerated() {
      let value = function.evaluate(at: DoubleDouble(momentum))
      // Some dozens of operations of 2^-102 each, multiplied by the condition of a numerator: at most 1e4.
      let tolerance = value.magnitude * DoubleDouble(1e-26)
      #expect((table.stationary[tree] - value).magnitude <= tolerance)
      #expect((last[tree] - value).magnitude <= tolerance)
    }
  }

  @Test("a table made by hand is broken where its transformation says")
  func mutant() throws {
    let table = try CoefficientTable<Rational>(method: .nesterov, order: 3, momentum: Rational(1, 3), iterations: 4)
    let broken = try table.map { iteration, tree, value in
      tree == 2 && iteration != 1 ? try value * Rational(101, 100) : value
    }
    for n in 0..<4 {
      let (before, after) = (table.coefficients(iteration: n), broken.coefficients(iteration: n))
      #expect(after.indices.filter { after[$0] != before[$0] } == (n == 1 ? [] : [2]))
    }
    #expect(broken.stationary[2] != table.stationary[2])
    #expect(broken.stationary[3] == table.stationary[3])
  }
}
