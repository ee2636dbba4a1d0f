import Foundation
import Testing

@testable import PropCheck
@testable import PropCheckTesting

/// Failing cases in files: written when asked, read first, named when they no longer fit.
@Suite struct PropCheckStoreTests {
  private static func property(limit: Int = 1_000_000) -> Property<Int> {
    Property("needle in hay", .int(in: 0...limit)) { value, _ in
      value == 777_777 ? .failed("needle", "found\nthe needle") : .passed
    }
  }

  private static func kept() -> KeptCase {
    let choice = Choice(kind: .integer, word: 777_777, below: 0, above: 1_000_000)
    let token = Token(property: "needle in hay", fingerprint: property().fingerprint, choices: [choice]).encoded()
    return KeptCase(
      property: "needle in hay", token: token, value: "777777", because: "found\nthe needle", seed: 42)
  }

  private func withDirectory(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "propcheck-\(UUID().uuidString)/inner").path
    defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
    try body(path)
  }

  @Test func aFileIsReadableAndGivesItsCaseBack() throws {
    let kept = PropCheckStoreTests.kept()
    #expect(
      kept.text == """
        # A failing case that PropCheck found; it runs before any random case.
        property  needle in hay
        value     777777
        because   found
                  the needle
        seed      42
        token     \(kept.token)

        """)
    #expect(KeptCase(text: kept.text) == kept)
    #expect(KeptCase(text: "# nothing\nproperty  alone\n") == nil)
    #expect(kept.fileName.hasPrefix("needle-in-hay-"))
  }

  @Test func keptCasesRunFirst() throws {
    try withDirectory { path in
      #expect(check(PropCheckStoreTests.property(), settings: Settings(store: path)).verdict == .passed)
      let file = try CaseDirectory(path, variable: { _ in nil }).keep(PropCheckStoreTests.kept())
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [PropCheckStoreTests.kept().fileName])
      let found = check(PropCheckStoreTests.property(), settings: Settings(store: path))
      #expect(found.counterexample?.value == 777_777)
      #expect(found.counterexample?.keptFile == file)
      #expect(found.text().contains("found by        the kept case \(file), 1 choice\n"))
      #expect(found.keptCase == PropCheckStoreTests.kept())
    }
  }

  @Test func aKeptCaseThatHoldsIsCountedAndOneOfAnotherPropertyIsNot() throws {
    try withDirectory { path in
      _ = try CaseDirectory(path, variable: { _ in nil }).keep(PropCheckStoreTests.kept())
      let mended = Property("needle in hay", PropCheckStoreTests.property().generator) { _, _ in .passed }
      let report = check(mended, settings: Settings(store: path))
      #expect(report.verdict == .passed)
      #expect(report.keptCases == 1)
      #expect(report.text().contains("kept cases      1 ran first and did not fail"))
      let other = Property("other", PropCheckStoreTests.property().generator, body: mended.body)
      #expect(check(other, settings: Settings(store: path)).keptCases == 0)
    }
  }

  @Test func staleAndBrokenFilesAreNamedAndDecideNothing() throws {
    try withDirectory { path in
      let file = try CaseDirectory(path, variable: { _ in nil }).keep(PropCheckStoreTests.kept())
      try "property needle in hay\n".write(toFile: path + "/zz.txt", atomically: true, encoding: .utf8)
      let report = check(PropCheckStoreTests.property(limit: 900_000), settings: Settings(store: path))
      #expect(report.verdict == .passed)
      #expect(report.keptCases == 0)
      #expect(
        report.staleCases == [
          """
          \(file): the token is stale: the generator of 'needle in hay' has changed since it was made; \
          run the property again; if that finds nothing, delete the file (it was 777777)
          """,
          "\(path)/zz.txt: it holds no property and token; mend or delete it",
        ])
      withKnownIssue {
        expectHolds(PropCheckStoreTests.property(limit: 900_000), settings: Settings(store: path))
      } matching: { issue in
        issue.severity == .warning && issue.comments.first?.rawValue.contains("stale           \(file)") == true
      }
    }
  }

  @Test func continuousIntegrationNeverWrites() throws {
    try withDirectory { path in
      let directory = CaseDirectory(path, variable: { $0 == "CI" ? "true" : nil })
      let problem = #expect(throws: CaseDirectory.Problem.self) { try directory.keep(PropCheckStoreTests.kept()) }
      #expect(problem == .continuousIntegration(path: path))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func whatTheSystemRefusesIsNamed() {
    let directory = CaseDirectory("/dev/null/here", variable: { _ in nil })
    let problem = #expect(throws: CaseDirectory.Problem.self) { try directory.keep(PropCheckStoreTests.kept()) }
    #expect(problem?.description == "cannot use /dev/null/here: Not a directory")
  }

  @Test func aRunKeepsOnlyWhenAsked() throws {
    try withDirectory { path in
      let property = Property("even", Generator.int(in: 0...9)) { value, _ in
        value % 2 == 0 ? .passed : .failed("odd", "odd")
      }
      var run = PropertyRun(name: "even", sourceLocation: #_sourceLocation)
      let settings = Settings(store: path)
      withKnownIssue { run.run(property, settings) }
      #expect(!FileManager.default.fileExists(atPath: path))
      run.environment = Result { () throws(EnvironmentSettings.Malformed) in
        try EnvironmentSettings { $0 == "PROPCHECK_KEEP" ? "1" : nil }
      }
      let isOnServer = ProcessInfo.processInfo.environment["CI"] != nil
      withKnownIssue {
        run.run(property, settings)
      } matching: { issue in
        issue.comments.first?.rawValue.contains("  kept            " + (isOnServer ? "nowhere" : path)) == true
      }
      #expect(FileManager.default.fileExists(atPath: path) == !isOnServer)
      withKnownIssue {
        run.run(property, Settings())
      } matching: {
        $0.comments.first?.rawValue.hasSuffix(
          "  kept            nowhere: the property has no store; give it one by Settings(store:)") == true
      }
    }
  }
}
