import HBModel
import HBReport
import HBSuite
import Testing

@Suite struct ValidationReportTests {
  private func report(_ lines: String) throws -> ValidationReport {
    let derivation = try Derivation(parsing: lines, file: "paper.hb")
    return ValidationReport(try Validation(derivation), file: "paper.hb")
  }

  private static let wrong = """
    method heavy-ball
    model stationary
    F0 = -1/(1-mu) * g
    F1 = -(1+mu)/(1-mu)^3 * D[g]
    """

  @Test func `the text names the term, its right value, the difference and the smallest problem`() throws {
    let text = try report(Self.wrong).text
    #expect(
      text.hasPrefix(
        """
        FALSIFIED  paper.hb: the stationary model of order 1 of heavy-ball

          exactly: 1 of 2 terms not right

          F1: the coefficient of D[g] is -(1+mu)/(1-mu)^3, it must be -(1+mu)/(2*(1-mu)^3)
              difference (given - expected): -(1+mu)/(2*(1-mu)^3)
        """))
    #expect(text.contains("\n      it is 2 times too large\n\n  right: g\n"))
    #expect(text.contains("\n  numerically: the observed order is 1.00, not 2; smallest problem found"))
    #expect(text.contains("\n    objective  x1^2/"))
    #expect(text.contains("\n    steps"))
  }

  @Test func `a long complaint goes over two lines`() throws {
    let lines = try report(
      "method heavy-ball\nmodel per-iteration\nF0 = -(1-mu*q)/(1-mu)*g\nF1 = -1/2*D[g]\n"
    ).text.split(separator: "\n")
    #expect(lines[2] == "  F1: the coefficient of D[g] is -1/2,")
    #expect(lines[3].hasPrefix("      it must be -(1+mu)/(2*(1-mu)^3) + 2*mu/(1-mu)^2*q"))
  }

  @Test func `a right file takes three lines`() throws {
    #expect(
      try report("method gradient-descent\nmodel stationary\nF0 = -g\n").text.hasPrefix(
        """
        HOLDS  paper.hb: the stationary model of order 0 of gradient-descent

          exactly: the one term is right

          numerically: no random problem of 52 contradicts it, observed order 1.00
        """))
  }

  @Test func `the document has every term with its verdict`() throws {
    let document = try report(Self.wrong).document
    #expect(document.keys == ["agree", "exact", "numerical", "reason", "schema", "verb", "verdict"])
    #expect(document["agree"] == .boolean(true))
    #expect(document["verb"] == .string("validate"))
    #expect(document["verdict"] == .string("falsified"))
    guard case .array(let terms) = document["exact"] else { throw Missing() }
    #expect(
      terms.last
        == .object([
          "order": .integer(2), "tree": .string("[[]]"), "term": .string("D[g]"),
          "given": .string("-(1+mu)/(1-mu)^3"), "expected": .string("-(1+mu)/(2*(1-mu)^3)"),
          "difference": .string("-(1+mu)/(2*(1-mu)^3)"), "verdict": .string("wrong"),
        ]))
    #expect(document["numerical"]?.keys == ["counterexample", "expectedOrder", "observedOrder"])
    #expect(document["numerical"]?["expectedOrder"] == .integer(2))
    #expect(document["numerical"]?["counterexample"]?.keys == ["message", "problem", "test"])
  }

  /// A part of a document that must be there is not.
  private struct Missing: Error {}
}
