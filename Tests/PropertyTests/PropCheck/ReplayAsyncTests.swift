import Foundation
import Testing

@testable import PropCheck
@testable import PropCheckTesting

/// A token replayed with an asynchronous body: its case alone is judged, and nothing else decides.
@Suite struct ReplayAsyncTests {
  private static let numbers = Generator<Int>.int(in: 0...100_000)

  private static func judged(_ number: Int) -> Outcome {
    number < 5000 ? .passed : .failed("large", "\(number) is large")
  }

  /// A token of a value that is no minimum.
  private func token(_ number: UInt64) -> Token {
    let property = Property("replayed later", Self.numbers) { number, _ in Self.judged(number) }
    return Token(
      property: property.name, fingerprint: property.fingerprint,
      choices: [Choice(kind: .integer, word: number, below: 0, above: 100_000)])
  }

  @Test func theCaseOfTheTokenIsJudgedOnce() async throws {
    let log = CallLog()
    let result = try await replayAsync(token(77_777), "replayed later", Self.numbers) { number, _ in
      await Task.yield()
      log.note("\(number)")
      return Self.judged(number)
    }
    #expect(result.value == 77_777 && result.description == "77777")
    #expect(result.outcome == .failed("large", "77777 is large"))
    #expect(log.last(10) == ["77777"])
    let small = try await replayAsync(token(7), "replayed later", Self.numbers) { number, _ in Self.judged(number) }
    #expect(small.outcome == .passed)
  }

  @Test func anErrorOfTheBodyIsAFailureAndAStaleTokenAnError() async throws {
    struct Broken: Error {}
    let result = try await replayAsync(token(7), "replayed later", Self.numbers) { _, _ in throw Broken() }
    guard case .failed(let failure) = result.outcome else {
      Issue.record("a body that throws must fail")
      return
    }
    #expect(failure.message == "Broken()")
    let token = token(7)
    await #expect(throws: TokenError.staleGenerator(property: "replayed later")) {
      try await replayAsync(token, "replayed later", Generator<Int>.int(in: 0...99)) { _, _ in .passed }
    }
  }

  /// Labels that are asked for, kept cases and examples belong to a run.
  private func replayed(
    _ token: String, _ log: CallLog, _ settings: Settings = Settings(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    var run = PropertyRun(name: "replayed later", sourceLocation: sourceLocation)
    run.ledger = ReplayLedger()
    run.environment = Result { () throws(EnvironmentSettings.Malformed) in
      try EnvironmentSettings { $0 == "PROPCHECK_REPLAY" ? token : nil }
    }
    await run.runAsync(Self.numbers, settings) { number, _ in
      log.note("\(number)")
      return Self.judged(number)
    }
  }

  @Test func aTestSaysWhatTheTokenShowsAndNothingElse() async throws {
    let log = CallLog()
    let recorded = CallLog()
    let settings = Settings(examples: ["pc1.nonsense"], requiredLabels: ["never": 0.5])
    let line = #line + 2
    await withKnownIssue {
      await replayed(token(77_777).encoded(), log, settings)
    } matching: { issue in
      recorded.note(issue.comments.first?.rawValue ?? "")
      return true
    }
    #expect(
      recorded.last(9) == [
        """
        property 'replayed later' replayed (ReplayAsyncTests.swift:\(line))
          value           77777
          outcome         failed: 77777 is large
        """
      ])
    #expect(log.last(9) == ["77777"])
    // one that holds records nothing, whatever is asked of a run
    await replayed(token(7).encoded(), log, settings)
    #expect(log.last(9) == ["77777", "7"])
  }

  @Test func aTokenThatCannotBeReplayedIsAFailure() async {
    let log = CallLog()
    let recorded = CallLog()
    await withKnownIssue {
      await replayed(String(token(7).encoded().dropLast(3)), log)
    } matching: { issue in
      recorded.note(issue.comments.first?.rawValue ?? "")
      return true
    }
    #expect(
      recorded.last(9) == [
        """
        property 'replayed later' cannot replay: the token is truncated: its end is missing; copy the whole word, up to \
        the next space
        """
      ])
    #expect(log.total == 0)
  }
}
