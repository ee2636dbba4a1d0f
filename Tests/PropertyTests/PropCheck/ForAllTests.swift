import PropCheck
import Testing

@testable import PropCheckTesting

/// The bridge to Swift Testing: plain expectations in a body, one issue at the caller's line.
@Suite(.propertyTesting) struct ForAllTests {
  @Test func expectationsThatHoldRecordNothing() {
    forAll(.array(of: .int), .bool) { list, flag in
      let same = try #require(flag ? list : Array(list.reversed().reversed()))
      #expect(same == list)
    }
  }

  @Test func onlyTheMinimalCounterexampleIsRecordedAtTheLineOfTheCall() {
    let recorded = CallLog()
    let line = #line + 2
    withKnownIssue {
      forAll(.array(of: .int), name: "reverse") { list in #expect(list == list.reversed()) }
    } matching: { issue in
      guard issue.sourceLocation?.line == line, let text = issue.comments.first?.rawValue else { return false }
      recorded.note(text)
      return true
    }
    #expect(
      recorded.last(10).map(withoutTheWayThere) == [
        #"""
        property 'reverse' is falsified (ForAllTests.swift:\#(line))
          counterexample  [0, 1]
          because         Expectation failed: (list → [0, 1]) == (list.reversed() → [1, 0]) at ForAllTests.swift:\#(line)
          original        ...
          found by        ...
          shrinking       ...
          seed            ...
          token           pc1.FgdyZXZlcnNlfLdVbrUhCBwFCQAJCAE2ousp
          again           PROPCHECK_REPLAY=pc1.FgdyZXZlcnNlfLdVbrUhCBwFCQAJCAE2ousp swift test \#
        --filter '^PropertyTests\.ForAllTests/onlyTheMinimalCounterexampleIsRecordedAtTheLineOfTheCall\(\)/'
        """#
      ])
  }

  /// The text without what depends on the seed, which `PROPCHECK_SEED` may set: the minimum and its token do not.
  private func withoutTheWayThere(_ text: String) -> String {
    let keys = ["original", "found by", "shrinking", "seed"]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let key = keys.first { line.hasPrefix("  " + $0 + " ") }
      return key.map { _ in line.prefix(18) + "..." } ?? String(line)
    }.joined(separator: "\n")
  }

  @Test func anErrorThatABodyThrowsIsShrunkToo() {
    struct Broken: Error {}
    withKnownIssue {
      forAll(.int(in: 0...1000), name: "throwing") { number in
        if number > 41 { throw Broken() }
      }
    } matching: { issue in
      let text = issue.comments.first?.rawValue ?? ""
      return text.contains("counterexample  42\n") && text.contains("because         it threw Broken()\n")
    }
  }

  @Test func aRequirementStopsTheBodyAndIsShrunk() {
    withKnownIssue {
      forAll(Generator.int(in: 0...1000).optional(), name: "requiring") { number in
        let present = try #require(number)
        #expect(present >= 0)
      }
    } matching: {
      $0.comments.first?.rawValue.contains("counterexample  nil\n") == true
    }
  }

  @Test func discardedValuesDoNotCount() {
    forAll(.int(in: 0...100), name: "discarding") { number in
      if number % 2 == 1 { throw Discard("odd") }
      #expect(number % 2 == 0)
    }
  }

  @Test func anExpectationOfAnotherLineIsAnotherFailure() {
    withKnownIssue {
      forAll(.int(in: 0...100_000), name: "two expectations") { number in
        #expect(number != 777)
        #expect(number < 5000)
      }
    } matching: {
      $0.comments.first?.rawValue.contains("counterexample  5000\n") == true
    }
  }

  @Test func aWholePropertyRecordsWhyItDoesNotHold() {
    let vague = Property("vague", Generator.bool) { _, _ in .inconclusive("below the floor") }
    withKnownIssue {
      expectHolds(vague)
    } matching: {
      $0.comments.first?.rawValue.hasPrefix("property 'vague' is inconclusive: 100 of 100 cases") == true
    }
    expectHolds(Property("fine", Generator.bool) { _, _ in .passed }, settings: Settings(threads: 2))
  }

  @Test func `a name (in "words". it's) is one word of the command`() {
    withKnownIssue {
      forAll(.int(in: 0...9), name: "quoted") { #expect($0 < 3) }
    } matching: {
      $0.comments.first?.rawValue.hasSuffix(
        #" swift test --filter '^PropertyTests\.ForAllTests/`a name \(in "words"\. it'\''s\) is one word of the command`\(\)/'"#
      ) == true
    }
  }

  /// A token must belong to one of them.
  @Test func propertiesOfOneTestHaveNamesThatDiffer() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.int(in: 0...9)) { #expect($0 < 3) }
      forAll(.int(in: 0...9)) { #expect($0 < 4) }
      forAll(.int(in: 0...9), name: "named") { #expect($0 < 5) }
    } matching: { issue in
      guard let text = issue.comments.first?.rawValue else { return false }
      recorded.note(String(text.prefix { $0 != "\n" }.split(separator: "'")[1]))
      return true
    }
    let test = "ForAllTests/propertiesOfOneTestHaveNamesThatDiffer()"
    #expect(recorded.last(9) == [test, test + " #2", "named"])
  }

  /// The inner one decides the case, and says nothing of its own.
  @Test func aPropertyInsideOfACaseIsAPartOfIt() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.int(in: 0...100), name: "outer") { outer in
        forAll(.int(in: 0...100), name: "inner") { inner in #expect(inner + outer < 150) }
      }
    } matching: { issue in
      guard let text = issue.comments.first?.rawValue, text.hasPrefix("property 'outer'") else { return false }
      recorded.note(text)
      return true
    }
    #expect(recorded.total == 1)
    let text = recorded.last(1).first ?? ""
    #expect(text.contains("\n  counterexample  50\n") && text.contains("property 'inner' is falsified"))
  }

  @Test func severalArgumentsAreDescribedAsATuple() {
    withKnownIssue {
      forAll(.int(in: 0...9), .bool, .element(of: ["a", "b"]), name: "three") { number, _, _ in #expect(number < 3) }
    } matching: {
      $0.comments.first?.rawValue.contains("counterexample  (3, false, \"a\")\n") == true
    }
  }
}

/// Without the trait a failure of each case would be recorded; this must be said instead.
@Suite struct MissingTraitTests {
  @Test func aPropertyWithoutTheTraitSaysSo() {
    withKnownIssue {
      forAll(.int, name: "bare") { #expect($0 == 0) }
    } matching: {
      $0.comments.first?.rawValue
        == "the property 'bare' was not checked: add the trait .propertyTesting to its test or suite"
    }
  }

  @Test func outsideOfATestNothingIsChecked() async {
    let ran = CallLog()
    await Task.detached {
      forAll(.int, name: "detached") { _ in ran.note("") }
    }.value
    #expect(ran.total == 0)
  }
}

/// What the environment asks for.
@Suite struct EnvironmentTests {
  private func settings(
    _ variables: [String: String]
  ) throws(EnvironmentSettings.Malformed) -> EnvironmentSettings {
    try EnvironmentSettings { variables[$0] }
  }

  @Test func seedAndCasesReplaceThoseOfTheSettings() throws {
    let environment = try settings(["PROPCHECK_SEED": "7", "PROPCHECK_CASES": "12"])
    let applied = environment.applied(to: Settings(seed: 1, cases: 5, threads: 2))
    #expect(applied == Settings(seed: 7, cases: 12, threads: 2))
    let none = try settings(["PROPCHECK_SEED": ""])
    #expect(none.applied(to: Settings(seed: 1, cases: 5)) == Settings(seed: 1, cases: 5))
  }

  @Test(arguments: [
    ("PROPCHECK_SEED", "x", "PROPCHECK_SEED is 'x', expected a whole number from 0 to 2^64 - 1"),
    ("PROPCHECK_SEED", "-1", "PROPCHECK_SEED is '-1', expected a whole number from 0 to 2^64 - 1"),
    ("PROPCHECK_CASES", "0", "PROPCHECK_CASES is '0', expected a whole number above 0"),
    ("PROPCHECK_KEEP", "yes", "PROPCHECK_KEEP is 'yes', expected 1 to keep failing cases, or 0"),
    ("PROPCHECK_REPORT", "yes", "PROPCHECK_REPORT is 'yes', expected 1 to print what each property saw, or 0"),
    ("PROPCHECK_REPLAY", "word", "PROPCHECK_REPLAY is 'word', expected a token such as pc1.Abc..."),
  ])
  func aMalformedVariableIsNamed(name: String, value: String, message: String) {
    let error = #expect(throws: EnvironmentSettings.Malformed.self) { try settings([name: value]) }
    #expect(error?.description == message)
  }

  @Test func aReplayThatNoPropertyMatchedIsAnError() {
    let ledger = ReplayLedger()
    #expect(ledger.complaint(nil) == nil)
    #expect(
      ledger.complaint("pc1.abc")
        == "error: PROPCHECK_REPLAY=pc1.abc matches no property that ran; check --filter and the token")
    ledger.match()
    #expect(ledger.complaint("pc1.abc") == nil)
  }
}
