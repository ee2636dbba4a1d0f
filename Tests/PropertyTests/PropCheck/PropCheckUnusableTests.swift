import Foundation
import PropCheck
import Testing

@testable import PropCheckTesting

/// Tokens that were given to a run and cannot be replayed: the run does not pass, and one line says why.
@Suite struct PropCheckUnusableTests {
  private static let property = Property("tokens", Generator.int(in: 0...99)) { value, _ in
    value < 200 ? .passed : .failed("large", "")
  }

  private static let token = Token(
    property: "tokens", fingerprint: property.fingerprint,
    choices: [Choice(kind: .integer, word: 7, below: 0, above: 99)]
  ).encoded()

  private static let ends = [
    (
      String(token.dropLast(3)),
      "the token is truncated: its end is missing; copy the whole word, up to the next space"
    ),
    (
      String(token.dropLast(4)) + (token.hasSuffix("AAAA") ? "BBBB" : "AAAA"),
      "the token is damaged: its checksum does not match; copy it again from the report"
    ),
    (
      "pc0" + token.dropFirst(3),
      "the token starts with 'pc0', expected 'pc1.': it was made by another version or program"
    ),
    (
      Token(property: "others", fingerprint: 1, choices: []).encoded(),
      "the token belongs to the property 'others', which is not among: tokens"
    ),
    (
      Token(property: "tokens", fingerprint: 1, choices: []).encoded(),
      "the token is stale: the generator of 'tokens' has changed since it was made; run the property again"
    ),
  ]

  @Test(arguments: ends) func anExampleThatCannotBeReplayedIsNoPass(token: String, why: String) {
    let report = check(Self.property, settings: Settings(examples: [token]))
    #expect(
      report.text() == """
        property 'tokens' is inconclusive: the example \(token.prefix(16))... cannot be replayed: \(why)
          cases           100 judged: 100 passed, 0 failed, 0 inconclusive; 0 discarded
          seed            42
        """)
    withKnownIssue { expectHolds(Self.property, settings: Settings(examples: [token])) }
  }

  @Test func severalAreCountedAndListed() {
    let examples = [Self.token, Self.ends[0].0, Self.ends[1].0]
    let lines = check(Self.property, settings: Settings(examples: examples)).text().split(separator: "\n")
    #expect(lines.first?.hasSuffix("up to the next space; and 1 more") == true)
    #expect(lines.count { $0.hasPrefix("  not replayed    the example ") } == 2)
    #expect(check(Self.property, settings: Settings(examples: [Self.token])).verdict == .passed)
  }

  @Test func aFailureIsStillLookedFor() {
    let failing = Property("tokens", Generator.int(in: 0...99)) { value, _ in
      value < 20 ? .passed : .failed("large", "large")
    }
    let report = check(failing, settings: Settings(examples: [Self.ends[0].0]))
    #expect(report.counterexample?.value == 20)
    #expect(report.text().contains("\n  not replayed    the example \(Self.token.prefix(16))... cannot be replayed: "))
  }

  /// A case that is out of date is a warning; one whose token was damaged was meant to run.
  @Test(arguments: ends.dropLast()) func aDamagedCaseOfTheStoreIsNoPass(token: String, why: String) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "propcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "a.txt").path
    try "property  tokens\ntoken     \(token)\n".write(toFile: file, atomically: true, encoding: .utf8)
    let report = check(Self.property, settings: Settings(store: directory.path))
    #expect(report.verdict == .inconclusive("the kept case \(file) cannot be replayed: \(why)"))
    #expect(report.staleCases.isEmpty)
  }
}

/// A generator that throws an error: there is no value, but a token and a seed.
@Suite struct GeneratorFailureTests {
  private struct Broken: Error {
    let number: Int
  }

  private static let property = Property("broken", generator()) { _, _ in .passed }

  private static func generator() -> Generator<[Int]> {
    Generator<[Int]>.array(
      of: Generator { source in
        let number = try source.draw(.int(in: 0...1000))
        if number > 40 { throw Broken(number: number) }
        return number
      })
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func theSimplestChoicesAreReported(seed: UInt64) throws {
    let report = check(Self.property, settings: Settings(seed: seed, threads: 2))
    let thrown = try #require(report.generatorFailure)
    let index = thrown.caseIndex
    #expect(report.verdict == .failed && report.counterexample == nil)
    #expect(
      report.text { "replay \($0)" } == """
        property 'broken' is falsified
          because         the generator threw: Broken(number: 41)
          found by        case \(index + 1)
          cases           \(index + 1) judged: \(index) passed, 1 failed, 0 inconclusive; 0 discarded
          seed            \(seed)
          token           \(thrown.token)
          again           replay \(thrown.token)
        """)
    #expect(throws: TokenError.generatorThrew(property: "broken", error: "Broken(number: 41)")) {
      try replay(thrown.token, Self.property)
    }
    let again = check(Self.property, settings: Settings(cases: 1, examples: [thrown.token]))
    #expect(again.verdict != .passed)
    #expect(again.unusableExamples.first?.hasSuffix("the generator of 'broken' threw: Broken(number: 41)") == true)
  }

  @Test func aReplaySaysWhatWasThrown() throws {
    let token = try #require(check(Self.property).generatorFailure).token
    var run = PropertyRun(name: "broken", sourceLocation: #_sourceLocation)
    run.ledger = ReplayLedger()
    run.environment = Result { () throws(EnvironmentSettings.Malformed) in
      try EnvironmentSettings { $0 == "PROPCHECK_REPLAY" ? token : nil }
    }
    withKnownIssue {
      run.run(Self.property, Settings())
    } matching: { issue in
      let text = issue.comments.first?.rawValue ?? ""
      return text.hasSuffix("\n  outcome         failed: the generator threw: Broken(number: 41)")
    }
  }
}
