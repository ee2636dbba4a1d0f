import HBModel
import Testing

/// Chains, bushes and reversal: what theory says of the stationary coefficients, exactly.
@Suite("Closed forms of counter terms") struct ClosedFormsTests {
  @Test("gradient descent has the backward error analysis of explicit Euler")
  func gradientDescent() throws {
    let coefficients = try StationaryCounterTerms.exact(method: .gradientDescent, order: 10)
    #expect(coefficients.prefix(8).map(\.description) == ["1", "-1/2", "1/6", "1/3", "0", "-1/12", "-1/6", "-1/4"])
    let euler = try BSeries<Rational>.eulerStep(table: .upTo(10)).logarithm()
    #expect(try coefficients.map { try $0.evaluate(at: Rational(5)) } == euler.coefficients)
    let heavyBall = try StationaryCounterTerms.exact(method: .heavyBall, order: 10)
    #expect(try heavyBall.map { try $0.evaluate(at: Rational.zero) } == euler.coefficients)
  }

  @Test("bushes carry Bernoulli numbers without momentum")
  func bernoulli() throws {
    let bushes = try ClosedForms.bushes(upTo: 10).map { try $0.evaluate(at: Rational.zero) }
    #expect(
      bushes.map(\.description) == ["1", "-1/2", "1/6", "0", "-1/30", "0", "1/42", "0", "-1/30", "0", "5/66"])
  }

  @Test("bushes have the generating function s / ((e^s - 1)(1 - mu e^-s)) for every momentum")
  func bushes() throws {
    let (table, coefficients) = (TreeTable.upTo(11), try StationaryCounterTerms.exact(method: .heavyBall, order: 11))
    for (leaves, expected) in try ClosedForms.bushes(upTo: 10).enumerated() {
      let index = try #require(table.index(of: .bush(leaves: leaves)))
      #expect(coefficients[index] == expected)
    }
  }

  @Test("chains have Narayana polynomials as numerators")
  func chains() throws {
    let (table, coefficients) = (TreeTable.upTo(11), try StationaryCounterTerms.exact(method: .heavyBall, order: 11))
    for order in 1...11 {
      let index = try #require(table.index(of: .chain(order: order)))
      #expect(try coefficients[index] == ClosedForms.chain(order: order))
    }
  }

  @Test("heavy ball backwards is heavy ball with 1/mu for every tree to order 10, and Nesterov's method is not")
  func reversal() throws {
    let table = TreeTable.upTo(10)
    var coefficients = try StationaryCounterTerms.exact(method: .heavyBall, order: 10)
    #expect(try ClosedForms.firstViolationOfReversal(coefficients, table: table) == nil)
    // One coefficient changed by 1 % at one power of mu.
    let changed = RationalFunction(try Rational(1, 100))
    coefficients[700] = try coefficients[700] * (.one + changed * .mu)
    #expect(try ClosedForms.firstViolationOfReversal(coefficients, table: table) == table.trees[700])
    let nesterov = try StationaryCounterTerms.exact(method: .nesterov, order: 4)
    #expect(try ClosedForms.firstViolationOfReversal(nesterov, table: .upTo(4))?.description == "[[]]")
  }

  @Test("numerators over (1-mu)^(2|t|-1) are palindromes up to the sign that reversal gives")
  func palindromes() throws {
    let table = TreeTable.upTo(9)
    for (tree, function) in zip(table.trees, try StationaryCounterTerms.exact(method: .heavyBall, order: 9)) {
      let list = function.numeratorCoefficients
      let padded = list + Array(repeating: 0, count: tree.order - list.count)
      #expect(padded == padded.reversed())
    }
  }

  @Test("as mu tends to 1 the leading numerators agree on the rootings of every free tree, for both methods")
  func limit() throws {
    let table = TreeTable.upTo(8)
    for method in [MomentumMethod.heavyBall, .nesterov] {
      var values: [RootedTree: Set<Rational>] = [:]
      for (tree, function) in zip(table.trees, try StationaryCounterTerms.exact(method: method, order: 8)) {
        let leading = function.numeratorCoefficients.reduce(0, +)
        values[tree.freeTree, default: []].insert(try Rational(leading, function.denominatorInteger))
      }
      #expect(values.values.allSatisfy { $0.count == 1 })
      #expect(values[try RootedTree(parsing: "[[][]]")] == [Rational(2)])
    }
  }

  @Test("the map of a step is a gradient: its coefficients agree on the rootings of every free tree")
  func gradientMaps() throws {
    let table = TreeTable.upTo(7)
    var map = BSeries<Rational>.identity(table: table)
    for iteration in 0..<5 {
      map = try MomentumMethod.heavyBall.map(after: map, momentum: Rational(2))
      var values: [RootedTree: Set<Rational>] = [:]
      for (tree, value) in zip(table.trees, map.coefficients) { values[tree.freeTree, default: []].insert(value) }
      #expect(values.values.allSatisfy { $0.count == 1 }, "iteration \(iteration)")
    }
  }
}
