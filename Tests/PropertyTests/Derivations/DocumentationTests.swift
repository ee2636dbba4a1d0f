import Foundation
import HBModel
import HBReport
import HBSuite
import Testing

/// What the page "From paper to verdict" shows is what is printed.
@Suite struct DocumentationTests {
  private static let page =
    (try? String(contentsOfFile: "Sources/HBSuite/HBSuite.docc/FromPaperToVerdict.md", encoding: .utf8)) ?? ""

  /// The blocks of the page between fences, the fences left out.
  private static let blocks = page.split(separator: "```\n", omittingEmptySubsequences: false).enumerated()
    .filter { $0.offset % 2 == 1 }.map { String($0.element) }

  @Test func `every verdict of the page is the one that is printed`() throws {
    let command = "$ hbcheck validate "
    let runs = Self.blocks.filter { $0.hasPrefix(command) }
    #expect(runs.count == 2)
    for run in runs {
      let lines = run.split(separator: "\n", maxSplits: 1)
      let file = String(lines[0].dropFirst(command.count))
      let text = try ExampleFiles.text(String(file.dropFirst("Examples/".count)))
      let validation = try Validation(Derivation(parsing: text, file: file))
      #expect(ValidationReport(validation, file: file).text + "\n" == lines[1])
    }
  }

  @Test func `every file of the page reads, and the wrong one is the example`() throws {
    let files = Self.blocks.filter { $0.contains("method ") && $0.contains("F0 = ") }
    #expect(files.count == 2)
    #expect(files[0] == (try ExampleFiles.text("wrong-product-rule-heavy-ball-stationary-order2.hb")))
    let early = try Derivation(parsing: files[1])
    #expect(early == (try Derivation.exact(method: .heavyBall, kind: .perIteration, order: 0)))
  }

  @Test func `the difference is the term that the product rule gives`() throws {
    // (1+mu)/(2 (1-mu)) times (1+mu)/(2 (1-mu)^4), as the page has it.
    let mu = RationalFunction.mu
    let (sum, rest) = (try .one + mu, try .one - mu)
    let two = RationalFunction(Rational(2))
    let forgotten = try sum / (two * rest) * sum / (two * rest.power(4))
    let text = try ExampleFiles.text("wrong-product-rule-heavy-ball-stationary-order2.hb")
    let derivation = try Derivation(parsing: text)
    let right = try Derivation.exact(method: .heavyBall, kind: .stationary, order: 2)
    let fault = try #require(ExactJudgement(derivation, right: right).faults.first)
    #expect(fault.difference == ExponentialPolynomial(forgotten))
  }
}
