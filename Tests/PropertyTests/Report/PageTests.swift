import Foundation
import HBModel
import Testing

@testable import HBReport
@testable import HBSuite

@Suite struct PageTests {
  @Test func `a page is well-formed, and its names are unique and found`() throws {
    let page = try SampleRun.report().page
    let html = page.html
    #expect(TextCollector.reading(String(html.dropFirst("<!DOCTYPE html>\n".count))) != nil)
    let names = html.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(Set(names).count == names.count)
    let targets = html.components(separatedBy: "href=\"#").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(!targets.isEmpty && targets.allSatisfy(names.contains))
    #expect(page.figures.map(\.name) == ["failure-order-heavy-ball-ladder", "coverage"])
  }

  @Test func `a page loads nothing: no address but those of name spaces`() throws {
    let html = try SampleRun.report().page.html
    let addresses = html.components(separatedBy: "http").dropFirst().map { String($0.prefix { !"\" '<".contains($0) }) }
    let known: Set = ["://www.w3.org/2000/svg", "://www.w3.org/1999/xhtml", "-equiv="]
    #expect(Set(addresses).subtracting(known).isEmpty)
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("url(") && !html.contains("@import"))
  }

  @Test func `a failure is shown with its case, its ladder and the commands that show it again`() throws {
    let html = try SampleRun.report().page.html
    for words in [
      "order/heavy-ball: the model misses 100% of a term &lt;h^1&gt;", "seed 42, problem 3 of 200, 31 shrinks",
      "hbcheck replay hb1.TOKEN", "the observed order is 1, and 3 is claimed", "✗ falsified", "? inconclusive",
      "0.0000123", "1 of 3 claims falsified: order/heavy-ball",
    ] { #expect(html.contains(words), "\(words)") }
    let table = Evidence.table(title: "the defect", columns: ["step", "defect"], rows: [["1/2", "0.1"]])
    let other = try SampleRun.report(table).page
    #expect(other.figures.map(\.name) == ["coverage"])
    #expect(other.html.contains("<caption>the defect</caption>"))
  }

  @Test func `the coverage has a bar for each kind of input and the tables of every claim`() throws {
    let figure = try #require(try SampleRun.report().coverageFigure)
    #expect(figure.finding == "The random problems spread over 3 kinds of input, each drawn at least 1 time")
    #expect(figure.drawing.panels.map(\.title) == ["momentum", "order"])
    #expect(
      figure.table.rows == [
        ["order/heavy-ball", "momentum", "0", "2"], ["order/heavy-ball", "momentum", "(0, 0.5]", "1"],
        ["order/heavy-ball", "order", "2", "3"],
      ])
    #expect(figure.commands == ["hbcheck verify --seed 42 --report page.html"])
    #expect(VerificationReport([SampleRun.holding], seed: 1).coverageFigure == nil)
  }

  @Test func `a matrix of mutants is drawn, and survivors are named`() throws {
    func document(_ mutants: String, verb: String = "mutants") -> Data {
      Data("{\"schema\": \"hbcheck/1\", \"verb\": \"\(verb)\", \"mutants\": [\(mutants)]}".utf8)
    }
    let caught = "{\"name\": \"a\", \"verdict\": \"caught\", \"claim\": \"order/heavy-ball\", \"cases\": 3}"
    let survivor = "{\"name\": \"b\", \"verdict\": \"survived\", \"claim\": null}"
    let figure = try #require(
      PageFigure.mutants(try MutantDocument(parsing: document(caught + "," + survivor), subject: "--mutants")))
    #expect(figure.finding == "1 of 2 planted faults survives")
    #expect(figure.caption.hasSuffix("Survivors: b."))
    #expect(figure.table.rows == [["", "a", "caught", "order/heavy-ball", "3"], ["", "b", "survived", "", ""]])
    let good = try #require(PageFigure.mutants(try MutantDocument(parsing: document(caught), subject: "--mutants")))
    #expect(good.finding == "Every one of 1 planted faults is caught")
    #expect(PageFigure.mutants(try MutantDocument(parsing: document(""), subject: "--mutants")) == nil)
    for (data, found) in [
      (Data("nonsense".utf8), "no such document"), (Data(), "no such document"),
      (Data("{\"schema\": \"hbcheck/1\", \"verb\": \"list\"}".utf8), "a document without the key 'mutants'"),
      (document("", verb: "list"), "a document of schema 'hbcheck/1' and verb 'list'"),
      (document("{\"name\": \"a\", \"verdict\": \"eaten\"}"), "the verdict 'eaten'"),
    ] {
      #expect {
        try MutantDocument(parsing: data, subject: "--mutants")
      } throws: {
        "\($0)" == "--mutants: found \(found), expected what hbcheck mutants --format json prints"
      }
    }
  }
}
