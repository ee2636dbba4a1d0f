import Foundation
import PropCheck
import Testing

@testable import PropCheckTesting

/// What a person sees of a whole run of tests: what was asked for and did not happen is an error.
@Suite struct PropCheckRunTests {
  /// The test process with other filters and variables.
  private func run(_ filter: String, _ environment: [String: String] = [:]) throws -> Executable.Run {
    let command = Array(ChildTestRun.command(for: try #require(Test.current)).dropLast()) + [filter]
    return try Executable.run(command: command, environment: environment)
  }

  #if os(Linux)
    @Test func aFilterThatMatchesNoTestFailsTheRun() throws {
      let run = try run("NoSuchTestAnywhere")
      #expect(run.code == 1)
      #expect(run.errors.hasSuffix("error: --filter 'NoSuchTestAnywhere' matches no test\n"))
    }
  #endif

  @Test func aReplayThatMatchesNoPropertyThatRanFailsTheRun() throws {
    let token = Token(property: "elsewhere", fingerprint: 0, choices: []).encoded()
    let run = try run("theSeedIsPrinted", ["PROPCHECK_REPLAY": token])
    #expect(run.code == 1)
    #expect(
      run.errors.hasSuffix(
        "error: PROPCHECK_REPLAY=\(token) matches no property that ran; check --filter and the token\n"))
  }

  @Test func aReportIsPrintedWhenAskedFor() throws {
    let filter = "PropCheckRunTests/theSeedIsPrinted"
    let plain = try run(filter)
    #expect(plain.code == 0)
    #expect(!plain.output.contains("property 'seeded'"))
    let run = try run(filter, ["PROPCHECK_REPORT": "1", "PROPCHECK_SEED": "77", "PROPCHECK_CASES": "7"])
    #expect(run.code == 0)
    #expect(run.output.contains("property 'seeded' holds (PropCheckRunTests.swift:"))
    #expect(run.output.contains("\n  cases           7 judged: 7 passed, 0 failed, 0 inconclusive; 0 discarded\n"))
    #expect(run.output.contains("\n  seed            77\n"))
    #expect(run.output.contains("\n  labels          of 7 cases: any (100 %)\n"))
  }

  /// What a case is made of is a part of it also where the case is replayed.
  @Test func aReplayChecksThePropertiesInsideOfTheCase() throws {
    let property = Property("outside", Generator.int(in: 0...100)) { $0 < 50 ? .passed : .failed("", "\($1)") }
    let token = try #require(check(property).counterexample).token
    let run = try run("PropCheckRunTests/aCaseHasAPropertyInside", ["PROPCHECK_REPLAY": token])
    #expect(run.code == 0)
    #expect(run.output.contains("inside of 50\n") && !run.output.contains("skipped"))
    #expect(run.output.contains("replay: property 'outside' holds for 50 (PropCheckRunTests.swift:"))
  }

  @Test(.propertyTesting) func aCaseHasAPropertyInside() {
    forAll(.int(in: 0...100), name: "outside", settings: Settings(cases: 1)) { outer in
      forAll(.int(in: 0...9), name: "inside", settings: Settings(cases: 1)) { inner in
        print("inside of \(outer)")
        #expect(inner + outer < 200)
      }
    }
  }

  @Test func theFullReportIsAttached() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "propcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let command = ChildTestRun.command(for: try #require(Test.current)).dropLast()
    let run = try Executable.run(
      command: command + ["PropCheckRunTests/theSeedIsPrinted", "--attachments-path", directory.path],
      environment: ["PROPCHECK_REPORT": "1"])
    #expect(run.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(files == ["seeded.txt"])
    let text = try String(contentsOf: directory.appending(path: "seeded.txt"), encoding: .utf8)
    #expect(text.hasPrefix("property 'seeded' holds (PropCheckRunTests.swift:") && text.contains("  labels "))
  }

  @Test(.propertyTesting) func theSeedIsPrinted() {
    forAll(.int, name: "seeded") { number in
      noteCase { $0.label("any") }
      #expect(number == number)
    }
  }

  @Test func outsideOfATestARunSaysThatItCheckedNothing() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      // a thread of its own belongs to no test
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          forAll(.int, name: "nowhere") { _ in }
          continuation.resume()
        }
      }
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(
      text.contains(
        "error: the property 'nowhere' was not checked: no test is running, so a failure could not be recorded\n"))
  }
}

/// What a property that holds still has to say.
@Suite(.propertyTesting) struct PropCheckReservationTests {
  @Test func aGeneratorOfPoorHealthIsAWarning() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.int(in: 0...9999), name: "wasteful") { number in
        if number % 5 != 3 { throw Discard("no fifth") }
      }
    } matching: { issue in
      recorded.note(issue.comments.first?.rawValue ?? "")
      return issue.severity == .warning
    }
    let text = recorded.last(1).first ?? ""
    #expect(text.hasPrefix("property 'wasteful' holds, with a reservation (PropCheckRunTests.swift:"))
    #expect(text.contains("  advice          "))
    #expect(text.hasSuffix("build values that fit (map, flatMap) instead of filtering or discarding"))
  }

  @Test func aCancelledTaskEndsASynchronousRunToo() async {
    let task = Task {
      check(
        Property("endless", Generator.int) { number, _ in
          if number > 1_000_000 { withUnsafeCurrentTask { $0?.cancel() } }
          return .passed
        }, settings: Settings(cases: 1_000_000_000))
    }
    let report = await task.value
    #expect(report.verdict == .gaveUp("the run was cancelled after \(report.counts.judged) cases"))
  }

  @Test func aCancelledTaskEndsShrinkingToo() async throws {
    let log = CallLog()
    let task = Task {
      check(
        Property("large", Generator.int(in: 0...1_000_000)) { number, _ in
          guard number > 1000 else { return .passed }
          log.note("")
          if log.total == 3 { withUnsafeCurrentTask { $0?.cancel() } }
          return .failed("large", "it is large")
        })
    }
    let found = try #require(await task.value.counterexample)
    #expect(found.shrinkBudgetExhausted)
    // the third call, and the confirmation of the smallest so far
    #expect(log.total == 4)
  }
}
