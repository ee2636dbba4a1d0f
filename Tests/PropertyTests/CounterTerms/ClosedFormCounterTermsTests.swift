import HBModel
import Testing

@Suite("Counter terms in closed form in n") struct ClosedFormCounterTermsTests {
  @Test("at every iteration up to 20 they are the polynomials of the recursion", arguments: MomentumMethod.all)
  func recursion(method: MomentumMethod) throws {
    // The trees of a model of order 6 have up to 7 nodes; Nesterov's take as long again, and are checked up to 6.
    let order = method == .nesterov ? 6 : 7
    let closed = try ClosedFormCounterTerms.coefficients(method: method, order: order)
    var recursion = try CounterTermRecursion(method: method, order: order, momentum: Polynomial.mu)
    for n in 0...20 {
      for (form, polynomial) in zip(closed, try recursion.next()) {
        #expect(try form.value(iteration: n) == RationalFunction(polynomial), "n = \(n)")
      }
    }
  }

  @Test("the part without q is the stationary coefficient, free of n", arguments: MomentumMethod.all)
  func stationary(method: MomentumMethod) throws {
    let closed = try ClosedFormCounterTerms.coefficients(method: method, order: 6)
    let exact = try StationaryCounterTerms.exact(method: method, order: 6)
    for (form, expected) in zip(closed, exact) {
      let constant = form.terms.filter { $0.key.q == 0 }
      #expect(constant[ExponentialPolynomial.Exponents(n: 0, q: 0)] ?? .zero == expected)
      #expect(constant.keys.allSatisfy { $0.n == 0 })
    }
  }

  @Test("for heavy ball the power of q is at most |t|, and that of n at most |t| less the power of q")
  func shape() throws {
    let table = TreeTable.upTo(6)
    let closed = try ClosedFormCounterTerms.coefficients(method: .heavyBall, order: 6)
    for (tree, form) in zip(table.trees, closed) {
      #expect(form.terms.keys.allSatisfy { $0.q <= tree.order && ($0.q == 0 || $0.n <= tree.order - $0.q) })
    }
  }

  @Test("the published closed form of the tree [[]]")
  func published() throws {
    // [ -(1+mu)/2 + 2 mu (1-mu) q (n+1) + mu^2 (1+mu) q^2 / 2 ] / (1-mu)^3
    let form = try ClosedFormCounterTerms.coefficients(method: .heavyBall, order: 2)[1]
    let lines = form.sortedTerms.map { "n^\($0.exponents.n) q^\($0.exponents.q): \($0.coefficient)" }
    #expect(
      lines == [
        "n^0 q^0: -(1+mu)/(2*(1-mu)^3)", "n^0 q^1: 2*mu/(1-mu)^2", "n^1 q^1: 2*mu/(1-mu)^2",
        "n^0 q^2: mu^2*(1+mu)/(2*(1-mu)^3)",
      ])
  }
}
