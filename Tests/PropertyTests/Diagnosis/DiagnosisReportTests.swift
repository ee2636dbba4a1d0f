import Foundation
import HBModel
import HBReport
import HBSuite
import Testing

@Suite struct DiagnosisReportTests {
  private static let settings = ValidationSettings(casesPerOrder: 8, orderCases: 4)

  private func report(_ model: some FieldModel) throws -> DiagnosisReport {
    DiagnosisReport(try Diagnosis(model, settings: Self.settings))
  }

  @Test func `the report of the documentation is the one that is printed`() throws {
    let text = DiagnosisReport(try Diagnosis(ModifiedFlow())).text
    let page = try Self.page("ModelsAsCode")
    #expect(page.contains("```\n" + text + "\n```"), "\(text)")
  }

  @Test func `the example of the documentation is the one that is compiled`() throws {
    let source = try String(contentsOfFile: "Tests/PropertyTests/Diagnosis/ExampleFields.swift", encoding: .utf8)
    let begin = try #require(source.firstRange(of: "// example begins\n")).upperBound
    let end = try #require(source.firstRange(of: "// example ends")).lowerBound
    #expect(try Self.page("ModelsAsCode").contains("```swift\nimport HBModel\n\n" + source[begin..<end] + "```"))
  }

  @Test func `a fault in the warm-up is shown at the first iteration where it is one`() throws {
    let exact = try Derivation.exact(method: .heavyBall, kind: .stationary, order: 0)
    let forgotten = Derivation(method: .heavyBall, kind: .perIteration, order: 0, coefficients: exact.coefficients)
    let text = try report(DerivationField(derivation: forgotten)).text
    #expect(
      text.contains(
        """
          F0 at n = 0: the coefficient of g is -1/(1-mu), it must be -1
              difference (given - expected): -mu/(1-mu)
        """), "\(text)")
    #expect(text.contains("      wrong at every iteration looked at: n = 0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 64\n"))
    #expect(text.contains("the warm-up from rest is forgotten"))
  }

  @Test func `a field that is no combination of trees is shown with the evidence`() throws {
    let report = try report(OtherField(.gradientNorm, order: 2))
    #expect(report.text.contains("F2 is no combination of trees: "), "\(report.text)")
    #expect(report.text.contains("it does not scale like s^(-5) where L(x) becomes L(x/s), as trees of order 3 do"))
    guard case .array(let list) = report.document["noCombination"] else { throw Missing() }
    #expect(list.count == 1)
    #expect(list[0].keys == ["field", "iteration", "momentum", "objective", "point", "precision", "residual", "signs"])
  }

  @Test func `the document has every term with its verdict`() throws {
    let document = try report(ModifiedFlow()).document
    #expect(
      document.keys == [
        "agree", "iterations", "kind", "method", "model", "noCombination", "numerical", "order", "reason", "schema",
        "terms", "unclear", "verb", "verdict",
      ])
    #expect(document["verdict"] == .string("falsified"))
    #expect(document["agree"] == .boolean(true))
    guard case .array(let terms) = document["terms"] else { throw Missing() }
    #expect(terms.count == 4)
    #expect(terms[2]["given"] == .string("-(1+10*mu+mu^2)/(6*(1-mu)^5)"))
    #expect(terms[2]["expected"] == .string("-(1+10*mu+mu^2)/(12*(1-mu)^5)"))
    #expect(terms[2]["difference"] == .string("-(1+10*mu+mu^2)/(12*(1-mu)^5)"))
    #expect(terms[2]["verdict"] == .string("wrong"))
  }

  private static func page(_ name: String) throws -> String {
    try String(contentsOfFile: "Sources/HBSuite/HBSuite.docc/\(name).md", encoding: .utf8)
  }

  /// A part of a document that must be there is not.
  private struct Missing: Error {}
}
