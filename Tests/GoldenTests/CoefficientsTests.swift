import HBModel
import Support
import Testing

/// Exact coefficients against tables that an independent program derived by cuts.
@Suite("Recorded coefficients") struct CoefficientsTests {
  @Test(
    "stationary coefficients are the recorded ones, part by part",
    arguments: [
      ("coefficients/stationary.json", MomentumMethod.heavyBall),
      ("coefficients/stationary-nesterov.json", .nesterov),
      ("coefficients/gradient-descent.json", .gradientDescent),
    ])
  func stationary(path: String, method: MomentumMethod) throws {
    let recording = try recorded(path, as: RecordedStationaryTable.self)
    let order = try #require(recording.trees.values.compactMap(\.order).max())
    #expect(order >= 6)
    let table = TreeTable.upTo(order)
    let coefficients = try StationaryCounterTerms.exact(method: method, order: order)
    #expect(recording.trees.count == table.count)
    var seen: Set<Int> = []
    for (text, expected) in recording.trees {
      let index = try #require(table.index(of: RootedTree(parsing: text)))
      seen.insert(index)
      #expect(coefficients[index].numeratorCoefficients == expected.numerator.map { Int128($0) }, "\(text)")
      #expect(coefficients[index].denominatorInteger == Int128(expected.denominator), "\(text)")
      #expect(coefficients[index].power == expected.power ?? 0, "\(text)")
      #expect(table.order[index] == expected.order, "\(text)")
      #expect(table.symmetry[index] == expected.sigma, "\(text)")
    }
    #expect(seen.count == table.count)
  }

  @Test("the coefficients of each iteration are the recorded polynomials")
  func perIteration() throws {
    let recording = try recorded("coefficients/per-iteration.json", as: RecordedIterationTable.self)
    let order = try #require(recording.n["0"]?.keys.map { try RootedTree(parsing: $0).order }.max())
    #expect(order >= 5 && recording.n.count >= 5)
    var recursion = try CounterTermRecursion(method: .heavyBall, order: order, momentum: Polynomial.mu)
    for n in 0..<recording.n.count {
      let coefficients = try recursion.next()
      let expected = try #require(recording.n["\(n)"])
      #expect(expected.count == coefficients.count)
      for (text, entry) in expected {
        let index = try #require(recursion.table.index(of: RootedTree(parsing: text)))
        #expect(coefficients[index].numeratorCoefficients == entry.numerator.map { Int128($0) }, "n = \(n), \(text)")
        #expect(coefficients[index].denominator == Int128(entry.denominator), "n = \(n), \(text)")
      }
    }
  }

  @Test("the comparison sees a recorded coefficient that is wrong")
  func mutant() throws {
    let recording = try recorded("coefficients/stationary.json", as: RecordedStationaryTable.self)
    let entry = try #require(recording.trees["[[[[]]]]"])
    let coefficient = try StationaryCounterTerms.exact(method: .heavyBall, order: 4)[7]
    #expect(try entry.function() == coefficient)
    #expect(try entry.function() * RationalFunction(Rational(101, 100)) != coefficient)
  }
}
