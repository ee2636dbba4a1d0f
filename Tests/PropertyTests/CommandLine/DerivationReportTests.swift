import HBModel
import HBReport
import Testing

@Suite struct DerivationReportTests {
  @Test func `the text has one line a tree`() throws {
    #expect(
      try DerivationReport(method: .heavyBall, order: 2).text == """
        # the stationary model of order 2 of heavy-ball
        # F = sum of h^(|t|-1) b(t)/sigma(t) F(t) over the trees t, with g = -grad L; each line: t, sigma(t), b(t)
        []      sigma 1  1/(1-mu)
        [[]]    sigma 1  -(1+mu)/(2*(1-mu)^3)
        [[][]]  sigma 2  (1+10*mu+mu^2)/(6*(1-mu)^5)
        [[[]]]  sigma 1  (1+4*mu+mu^2)/(3*(1-mu)^5)
        """)
    #expect(
      try DerivationReport(method: .heavyBall, order: 1, iteration: 1).text == """
        # the model at iteration 1 of order 1 of heavy-ball
        # F = sum of h^(|t|-1) b(t)/sigma(t) F(t) over the trees t, with g = -grad L; each line: t, sigma(t), b(t)
        []    sigma 1  1+mu
        [[]]  sigma 1  -(1+4*mu+mu^2)/2
        """)
  }

  @Test func `the LaTeX is one environment`() throws {
    #expect(
      try DerivationReport(method: .nesterov, order: 1).latex == #"""
        % the stationary model of order 1 of nesterov
        \begin{align*}
          b(\texttt{[]}) &= \frac{1}{1-\mu}, & \sigma &= 1 \\
          b(\texttt{[[]]}) &= -\frac{1-\mu+2\mu^2}{2(1-\mu)^3}, & \sigma &= 1
        \end{align*}
        """#)
  }

  @Test func `the document has the fraction in parts`() throws {
    let document = try DerivationReport(method: .heavyBall, order: 1).document
    #expect(document.keys == ["method", "order", "reason", "schema", "trees", "verb", "verdict"])
    #expect(
      document["trees"]?["[[]]"]
        == .object([
          "order": .integer(2), "sigma": .integer(1), "numerator": .array([.integer(-1), .integer(-1)]),
          "denominator": .integer(2), "power": .integer(3),
        ]))
  }

  @Test func `a denominator that is a number has no power`() throws {
    let descent = try DerivationReport(method: .gradientDescent, order: 3).document["trees"]
    let early = try DerivationReport(method: .heavyBall, order: 3, iteration: 2).document["trees"]
    for trees in [descent, early] {
      #expect(trees?.keys.count == 8)
      for tree in trees?.keys ?? [] {
        #expect(trees?[tree]?.keys == ["denominator", "numerator", "order", "sigma"])
      }
    }
    #expect(descent?["[[][][]]"]?["numerator"] == .array([]))
  }
}
