import Foundation
import HBModel
import HBSuite
import Testing

@testable import HBReport

@Suite struct DocumentTests {
  @Test func `a document has sorted keys, short lists on one line, and null for what is no number`() {
    let value = JSONValue.object([
      "b": .array([.integer(1), .null, .boolean(true)]), "a": .object(["x": .number(.nan), "y": .number(0.1)]),
      "c": .array([.array([]), .object([:])]), "d": .string("\"\\\n\u{1}é"),
    ])
    #expect(
      value.description == #"""
        {
          "a": {
            "x": null,
            "y": 0.1
          },
          "b": [1, null, true],
          "c": [
            [],
            {}
          ],
          "d": "\"\\\n\u0001é"
        }
        """#)
  }

  @Test func `a document is read by others as it was meant`() throws {
    let value = JSONValue.object(["text": .string("a\"\\\n\u{1}/é"), "list": .array([.number(1e-300), .integer(-7)])])
    let read = try JSONSerialization.jsonObject(with: Data(value.description.utf8)) as? [String: Any]
    #expect(read?["text"] as? String == "a\"\\\n\u{1}/é")
    #expect(read?["list"] as? [Double] == [1e-300, -7])
  }

  @Test func `the problem of a document is read back by the type itself`() throws {
    let problem = Problem(
      objective: try Expression(parsing: "x1^3/3 - exp(-x2)"), start: [try Rational(1, 3), Rational(-2)],
      momentum: try Rational(1, 2), step: try Rational(1, 8), steps: 16, order: 2)
    let data = Data(JSONValue(problem).description.utf8)
    #expect(try JSONDecoder().decode(Problem.self, from: data) == problem)
  }

  @Test func `a table is as wide as its entries and has no blanks at the ends`() {
    let table = TextTable([.left("name"), .right("n"), .left()], rows: [["a", "10", "x"], ["longer", "9", ""]])
    #expect(
      table.lines(indent: "  ").joined(separator: "\n") == """
          name     n
          a       10  x
          longer   9
        """)
  }

  @Test(arguments: [
    (0.000016970405, "1.697e-5"), (1.5501e-6, "1.550e-6"), (0.25, "2.500e-1"), (12.5, "1.250e1"), (-0.001, "-1.000e-3"),
    (123456.0, "1.235e5"), (0.0, "0.000"),
  ])
  func `errors are written with an exponent`(value: Double, text: String) {
    #expect(Figures.scientific(value) == text)
  }

  @Test func `seconds have one decimal and counts their plural`() {
    #expect(Figures.seconds(.milliseconds(12_349)) == "12.3 s")
    #expect(Figures.counted(1, "case") == "1 case")
    #expect(Figures.counted(2, "case") == "2 cases")
  }

  @Test func `coverage is sorted by number or by interval`() {
    let coverage = CoverageText(
      claim: "order", cases: 5,
      tables: ["order": ["10": 1, "2": 4], "momentum": ["(0.5, 0.8]": 1, "0": 2, "(0, 0.5]": 2]])
    #expect(
      coverage.lines.joined(separator: "\n") == """
        coverage of order, 5 cases
          momentum  0: 2   (0, 0.5]: 2   (0.5, 0.8]: 1
          order     2: 4   10: 1
        """)
  }
}
