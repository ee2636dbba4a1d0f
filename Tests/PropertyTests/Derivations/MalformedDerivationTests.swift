import HBModel
import HBSuite
import Testing

@Suite struct MalformedDerivationTests {
  @Test(arguments: MalformedDerivation.all)
  func `a malformed file is refused with its place, what was found and what was expected`(
    _ example: MalformedDerivation
  ) throws {
    let error = try #require(throws: DerivationError.self) { try Derivation(parsing: example.text, file: "paper.hb") }
    #expect(error.line == example.line, "\(error)")
    #expect(error.column == example.column, "\(error)")
    #expect(error.found == example.found)
    #expect(error.expected.hasPrefix(example.expected), "\(error)")
    #expect(error.description.hasPrefix("paper.hb, line \(example.line), column \(example.column): found "))
    #expect(!error.description.contains { $0.isNewline })
  }

  @Test func `there are a hundred kinds of malformed files, all different`() {
    #expect(MalformedDerivation.all.count >= 100)
    #expect(Set(MalformedDerivation.all.map(\.text)).count == MalformedDerivation.all.count)
  }

  @Test func `bytes that are no text are refused at the first of them`() throws {
    let bytes = Array("method heavy-ball\nmo".utf8) + [0xFF, 0xFE]
    let error = try #require(throws: DerivationError.self) { try Derivation.text(of: bytes, file: "a.out") }
    #expect(
      "\(error)" == "a.out, line 2, column 3: found a byte that is no UTF-8 text, expected a text file, such as"
        + " 'method heavy-ball'")
    #expect(try Derivation.text(of: Array("F0 = g\n".utf8), file: "f") == "F0 = g\n")
  }

  @Test func `work without end is refused soon`() throws {
    let head = "method heavy-ball\nmodel per-iteration\n"
    let sum = "s = (1+n+q+mu)^3*(1+n*q)^2*(2+q*mu)^2/(1+mu)^2\n"
    let lines = [sum] + (0..<2000).map { "c\($0) = s*s/(\($0 + 2)+mu)\n" }
    let clock = ContinuousClock()
    let start = clock.now
    let error = try #require(throws: DerivationError.self) { try Derivation(parsing: head + lines.joined()) }
    #expect(error.found == "a file that takes too long to multiply out")
    #expect(clock.now - start < .seconds(20))
  }
}
