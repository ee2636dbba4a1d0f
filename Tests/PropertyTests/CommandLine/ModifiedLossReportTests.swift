import HBModel
import HBReport
import Testing

@Suite struct ModifiedLossReportTests {
  @Test func `both losses and what is left of them are printed tree by tree`() throws {
    #expect(
      try ModifiedLossReport(method: .heavyBall, order: 2).text == """
        # the modified losses of the stationary model of order 2 of heavy-ball
        # g = D[] = grad L, D[u] = Hess L u, D[u,v] = D^3 L(u,v), ...

        field: F = -grad V + R
          V  []           L         1/(1-mu)
          V  [[]]    h    <g,g>     (1+mu)/(4*(1-mu)^3)
          V  [[][]]  h^2  <g,D[g]>  (1+10*mu+mu^2)/(12*(1-mu)^5)
          R  [[[]]]  h^2  D[D[g]]   -1/(6*(1-mu)^3)

        map: x_{n+1} = x_n - h (grad M(x_n) - R)
          M  []           L         1/(1-mu)
          M  [[]]    h    <g,g>     mu/(2*(1-mu)^3)
          M  [[][]]  h^2  <g,D[g]>  mu*(1+mu)/(2*(1-mu)^5)
          R               0
        """)
  }

  @Test func `the LaTeX is one environment`() throws {
    #expect(
      try ModifiedLossReport(method: .gradientDescent, order: 1).latex == #"""
        % the stationary model of order 1 of gradient-descent: F = -\nabla V + R_F, x_{n+1} = x_n - h(\nabla M - R_\Phi), g = \nabla L
        \begin{align*}
          V &= L + \frac{1}{4} h \langle g,g\rangle \\
          R_F &= 0 \\
          M &= L \\
          R_\Phi &= 0
        \end{align*}
        """#)
  }

  @Test func `the document has the fractions in parts, under trees`() throws {
    let document = try ModifiedLossReport(method: .nesterov, order: 2).document
    #expect(document.keys == ["map", "method", "order", "reason", "remainder", "schema", "trees", "verb", "verdict"])
    #expect(document["map"]?.keys == ["remainder", "trees"])
    #expect(
      document["remainder"]?["[[[]]]"]
        == .object([
          "differential": .string("D[D[g]]"), "order": .integer(3), "numerator": .array([.integer(-1), .integer(7)]),
          "denominator": .integer(6), "power": .integer(4),
        ]))
    #expect(document["trees"]?["[[]]"]?["automorphisms"] == .integer(2))
    #expect(try ModifiedLossReport(method: .heavyBall, order: 2).judgement.reason.hasSuffix("the map is a gradient"))
  }

  @Test func `the criterion says for which momenta the terms are a gradient`() throws {
    #expect(
      try GradientCriterionReport(method: .nesterov, order: 3).text == """
        # the stationary field of nesterov: its terms of one order are a gradient for every objective exactly where b(t) is
        # the same on all rootings of each free tree; the conditions have a common factor, and its roots are those momenta
        order  free trees  conditions  common factor  a gradient for
        h^0             1           0  0              every mu
        h^1             1           0  0              every mu
        h^2             1           1  1-7*mu         mu = 1/7 only
        h^3             2           2  1              no mu
        """)
    let report = try GradientCriterionReport(method: .heavyBall, order: 3)
    #expect(report.text.hasSuffix("h^3             2           2  1+mu           mu = -1 only, outside of [0, 1)"))
    #expect(report.latex?.contains("$h^{3}$ & 2 & 2 & $1+\\mu$ & mu = -1 only") == true)
    guard case .array(let rows)? = report.document["criterion"] else {
      Issue.record("no criterion")
      return
    }
    #expect(rows[3]["commonFactor"] == .array([.integer(1), .integer(1)]))
    #expect(rows.map { $0["gradient"] }[2] == .string("no mu"))
  }

  @Test(arguments: [
    ("--modified-loss --closed-form", "--closed-form: found --modified-loss beside it, expected one of the two"),
    ("--iteration 3 --modified-loss", "--modified-loss: found --iteration beside it, expected one of the two"),
    ("--modified-loss --gradient-criterion", "--modified-loss: found --gradient-criterion beside it, expected one of"),
  ])
  func `forms of a derivation exclude each other`(options: String, expected: String) throws {
    let run = try Executable.run(["derive", "--order", "2"] + options.split(separator: " ").map(String.init))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hbcheck derive: " + expected))
  }
}
