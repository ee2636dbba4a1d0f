import Foundation
import PropCheck
import Testing

@testable import PropCheckTesting

/// Bodies in processes of their own: what ends a process is a failure like any other, and is shrunk.
@Suite struct PropCheckIsolationTests {
  /// The running test as a process that comes to the same property.
  private func isolation(_ limit: Duration = .seconds(60)) throws -> Isolation {
    Isolation(command: ChildTestRun.command(for: try #require(Test.current)), caseTimeLimit: limit)
  }

  @Test func aTrapIsShrunkToItsMinimum() throws {
    let property = Property("trapping in a child", Generator<[Int]>.array(of: .int(in: 0...100))) { list, notes in
      notes.label("empty", if: list.isEmpty)
      precondition(list.reduce(0, +) < 150, "too much: \(list)")
      return .passed
    }
    let report = check(property, settings: Settings(isolation: try isolation()))
    let found = try #require(report.counterexample)
    #expect(found.description == "[50, 100]")
    #expect(found.failure.kind.hasPrefix("trap"))
    // nothing that the test run itself writes belongs to it
    let lines = found.failure.message.split(separator: "\n")
    #expect(lines.first == "it ended its process: trap")
    #expect(lines.count == 2 && lines[1].hasPrefix("PropertyTests/PropCheckIsolationTests.swift:"))
    #expect(lines.last?.hasSuffix(": Precondition failed: too much: [50, 100]") == true)
    #expect(!found.isFlaky && !found.shrinkBudgetExhausted)
    // what the bodies noted in the child is counted here
    #expect(report.labels["empty", default: 0] > 0)
  }

  @Test func theCommonestEndsAreToldApart() throws {
    let property = Property("ends", Generator.int(in: 0...9)) { number, _ in
      switch number {
      case 7: exitProcess(status: 9)
      case 8...: [1, 2, 3].withUnsafeBufferPointer { _ in _ = UnsafePointer<Int>(bitPattern: 8)?.pointee.description }
      default: break
      }
      return .passed
    }
    let report = check(property, settings: Settings(cases: 400, isolation: try isolation()))
    let found = try #require(report.counterexample)
    let kinds = ["exit with status 9": "7", "memory fault": "8"]
    #expect(kinds[found.failure.kind] == found.description)
    for other in found.otherFailures { #expect(kinds[other.failure.kind] == other.description) }
  }

  @Test func aBodyThatNeverSettlesIsShrunkToo() throws {
    let property = Property("waiting in a child", Generator.int(in: 0...3)) { number, _ in
      while number > 1 { pause() }
      return .passed
    }
    let found = try #require(
      check(property, settings: Settings(isolation: try isolation(.seconds(1)))).counterexample)
    #expect(found.failure.kind == "time limit")
    #expect(found.failure.message == "it ran for more than 1.0 seconds")
    #expect(found.value == 2 && !found.isFlaky)
  }

  @Test(arguments: [1, 2])
  func aRunInChildrenReportsWhatOneHereReports(threads: Int) throws {
    let property = Property("sums \(threads)", Generator<[Int]>.array(of: .int(in: 0...100))) { list, notes in
      notes.collect("length", list.count)
      notes.target(Double(list.count))
      let sum = list.reduce(0, +)
      return sum % 17 == 3
        ? .inconclusive("seventeen") : sum < 900 ? .passed : .failed("sum", "it is \(sum)", severity: Double(sum))
    }
    let settings = Settings(seed: 4, cases: 400, threads: threads, targeting: 0.3, maximumInconclusiveRatio: 1)
    var isolated = settings
    isolated.isolation = try isolation()
    let text = check(property, settings: isolated).text()
    #expect(text == check(property, settings: settings).text())
    #expect(text.contains("worst seen"))
  }

  @Test func aCommandThatComesToNoPropertyIsNoPass() {
    let property = Property("far away", Generator.int) { _, _ in .passed }
    let lost = check(property, settings: Settings(isolation: Isolation(command: ["/bin/sh", "-c", "echo lost >&2"])))
    #expect(
      lost.verdict
        == .inconclusive(
          """
          100 of 100 cases are inconclusive; most often: '/bin/sh -c echo lost >&2' ended before it came to the \
          property 'far away': lost
          """))
    let missing = check(property, settings: Settings(isolation: Isolation(command: ["/no/such/program"])))
    #expect(
      missing.verdict
        == .inconclusive(
          """
          100 of 100 cases are inconclusive; most often: no child process: '/no/such/program' cannot be started: \
          No such file or directory
          """))
  }

  @Test(.isolatedPropertyTesting(caseTimeLimit: .seconds(60)))
  func theTraitIsolatesExpectationsAndTrapsAlike() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.int(in: 0...1000), .bool, name: "isolated expectations") { number, _ in
        #expect(number < 40)
        precondition(number < 500)
      }
    } matching: { issue in
      // the expectations of single cases are asked about too; they are failures, not known issues
      guard let text = issue.comments.first?.rawValue else { return false }
      recorded.note(text)
      return true
    }
    let text = recorded.last(1).first ?? ""
    let isExpectation = text.contains("because         Expectation failed: (number → 40) < 40")
    #expect(text.contains(isExpectation ? "counterexample  (40, false)\n" : "counterexample  (500, false)\n"))
    // the other kind was met on the way, or first
    #expect(text.contains("Expectation failed: (number → 40) < 40"))
    forAll(.int(in: 0...1000), name: "isolated and sound") { #expect($0 >= 0) }
  }

  @Test(.isolatedPropertyTesting(caseTimeLimit: .seconds(60)))
  func anAsynchronousBodyIsIsolatedToo() async {
    await withKnownIssue {
      await forAll(.int(in: 0...1000), name: "isolated and waiting") { number in
        await Task.yield()
        precondition(number < 40)
      }
    } matching: {
      $0.comments.first?.rawValue.contains("counterexample  40\n") == true
    }
  }

  @Test(.isolatedPropertyTesting(caseTimeLimit: .seconds(60))) func aPropertyInsideOfAnIsolatedCaseIsJudgedWithIt() {
    withKnownIssue {
      forAll(.int(in: 0...100), name: "outside, isolated", settings: Settings(cases: 30)) { outer in
        forAll(.int(in: 0...9), name: "inside, isolated", settings: Settings(cases: 1)) { #expect($0 + outer < 50) }
      }
    } matching: {
      $0.comments.first?.rawValue.hasPrefix("property 'outside, isolated' is falsified") == true
    }
  }

  /// The process of their own finds a property by its name: the second of one name would never run there.
  @Test(.isolatedPropertyTesting(caseTimeLimit: .seconds(60))) func twoPropertiesOfOneNameAreRefused() {
    forAll(.int(in: 0...100), name: "the same") { #expect($0 < 1000) }
    withKnownIssue {
      forAll(.int(in: 0...100), name: "the same") { #expect($0 < 50) }
    } matching: {
      $0.comments.first?.rawValue.contains("give each a name of its own") == true
    }
  }

  @Test func theCommandOfATestIsThatOfTheRunWithOneFilter() throws {
    let test = try #require(Test.current)
    let command = ChildTestRun.command(
      for: test,
      arguments: ["run", "--testing-library", "swift-testing", "--filter", "a", "--filter", "b", "--parallel"])
    #expect(command.dropLast() == ["run", "--testing-library", "swift-testing", "--parallel", "--filter"])
    #expect(command.last?.contains("PropCheckIsolationTests/theCommandOfATest") == true)
  }
}

/// Ends the process from inside a body.
private func exitProcess(status: Int32) { exit(status) }
