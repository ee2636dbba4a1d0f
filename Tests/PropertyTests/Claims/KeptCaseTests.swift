import Foundation
import HBModel
import HBReport
import HBSuite
import Testing

@testable import PropCheck

/// Counterexamples of claims in `golden/counterexamples`: kept when asked, judged first.
@Suite struct KeptCaseTests {
  private let wrong = Implementation(model: StationaryModel())

  private func withDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "hbcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
  }

  @Test func aKeptCaseIsJudgedBeforeAnyRandomOne() throws {
    try withDirectory { directory in
      let settings = ClaimSettings(explainCalls: 0, store: directory.path)
      let found = try #require(Claim.fixedSteps.check(wrong, settings: settings).counterexample)
      let file = try CaseDirectory(directory.path, variable: { _ in nil }).keep(try #require(found.keptCase))
      let again = Claim.fixedSteps.check(wrong, settings: settings)
      #expect(again.counterexample?.keptFile == file)
      #expect(again.counterexample?.caseIndex == nil)
      let row = VerificationReport.Row(statement: "s", requested: 200, result: again, kept: file)
      let text = VerificationReport([row], seed: 42, implementation: wrong).text
      #expect(text.contains("FALSIFIED  fixed-steps/heavy-ball    seed 42, the kept case \(file), 0 shrinks\n"))
      #expect(text.contains("\n  kept:   \(file)\n"))
      let sound = Claim.fixedSteps.check(settings: ClaimSettings(cases: 5, store: directory.path))
      #expect(sound.judgement.verdict == .holds)
      #expect(sound.staleCases.isEmpty)
    }
  }

  /// Runs a claim with one kept case.
  private func verify(keeping token: String, in directory: URL) throws -> Executable.Run {
    let kept = directory.appending(path: ClaimSettings.keptCases)
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try "property  reversal/heavy-ball\nvalue     old\ntoken     \(token)\n".write(
      to: kept.appending(path: "old.txt"), atomically: true, encoding: .utf8)
    return try Executable.run(["verify", "--claim", "reversal", "--cases", "3"], in: directory)
  }

  @Test func aStaleCaseIsNamedAndDecidesNothing() throws {
    try withDirectory { directory in
      let token = Token(property: "reversal/heavy-ball", fingerprint: 1, choices: [])
      let run = try verify(keeping: token.encoded(prefix: "hb1"), in: directory)
      #expect(run.code == 0)
      #expect(run.output.contains("\nSTALE  golden/counterexamples/old.txt: the token is stale: "))
    }
  }

  @Test func aDamagedCaseMakesItsClaimInconclusive() throws {
    try withDirectory { directory in
      let run = try verify(keeping: "hb1.AAAA", in: directory)
      #expect(run.code == 3)
      #expect(
        run.output.contains(
          """

          INCONCLUSIVE  reversal/heavy-ball
            the kept case golden/counterexamples/old.txt cannot be replayed: the token is truncated: \
          its end is missing; copy the whole word, up to the next space

          """))
    }
  }

  @Test func casesAreKeptInThePackageOnly() throws {
    try withDirectory { directory in
      let run = try Executable.run(["verify", "--claim", "reversal", "--keep"], in: directory)
      #expect(run.code == 2)
      #expect(
        run.errors
          == "hbcheck verify: --keep: found no directory golden here, expected the directory of the package\n")
      try FileManager.default.createDirectory(
        at: directory.appending(path: "golden"), withIntermediateDirectories: true)
      let holds = try Executable.run(["verify", "--claim", "reversal", "--cases", "3", "--keep"], in: directory)
      #expect(holds.code == 0)
      #expect(!FileManager.default.fileExists(atPath: directory.appending(path: ClaimSettings.keptCases).path))
    }
  }

  @Test func casesInProcessesOfTheirOwnGiveTheSameDocument() throws {
    let line = ["verify", "--claim", "reversal", "--claim", "sessions", "--cases", "20", "--format", "json"]
    let run = try Executable.run(line)
    #expect(run.code == 0)
    #expect(try Executable.run(line + ["--isolate"]) == run)
  }
}
