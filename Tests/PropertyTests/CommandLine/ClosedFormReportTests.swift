import HBModel
import HBReport
import Testing

@Suite struct ClosedFormReportTests {
  @Test func `the text has one line a tree, in n and q`() throws {
    #expect(
      try ClosedFormReport(method: .heavyBall, order: 1).text == """
        # the model at iteration n of order 1 of heavy-ball, q = mu^n
        # F_n = sum of h^(|t|-1) b_n(t)/sigma(t) F(t) over the trees t, with g = -grad L; each line: t, sigma(t), b_n(t)
        []    sigma 1  1/(1-mu) - mu/(1-mu)*q
        [[]]  sigma 1  -(1+mu)/(2*(1-mu)^3) + 2*mu/(1-mu)^2*q + 2*mu/(1-mu)^2*n*q + mu^2*(1+mu)/(2*(1-mu)^3)*q^2
        """)
  }

  @Test func `the LaTeX is one environment`() throws {
    #expect(
      try ClosedFormReport(method: .heavyBall, order: 0).latex == #"""
        % the model at iteration n of order 0 of heavy-ball, q = \mu^n
        \begin{align*}
          b_n(\texttt{[]}) &= \frac{1}{1-\mu} - \frac{\mu}{1-\mu} q, & \sigma &= 1
        \end{align*}
        """#)
  }

  @Test func `the document has terms with polynomials as coefficient lists`() throws {
    let tree = try ClosedFormReport(method: .heavyBall, order: 0).document["trees"]?["[]"]
    func term(q: Int128, _ numerator: [Int128]) -> JSONValue {
      .object([
        "n": .integer(0), "q": .integer(q), "numerator": .array(numerator.map(JSONValue.integer)),
        "denominator": .array([.integer(1), .integer(-1)]),
      ])
    }
    #expect(tree?["terms"] == .array([term(q: 0, [1]), term(q: 1, [0, -1])]))
  }

  @Test(arguments: MomentumMethod.all)
  func `at every iteration the closed form is the recursion`(method: MomentumMethod) throws {
    let report = try ClosedFormReport(method: method, order: 3)
    var recursion = try CounterTermRecursion<Polynomial>(method: method, order: 4, momentum: .mu)
    for n in 0...20 {
      let expected = try recursion.next()
      for (row, polynomial) in zip(report.rows, expected) {
        #expect(try row.coefficient.value(iteration: n) == RationalFunction(polynomial), "\(row.tree) at n = \(n)")
      }
    }
  }
}
