import PropCheck
import Testing

/// Each report as a whole text.
@Suite struct PropCheckReportTextTests {
  @Test func aFalsifiedPropertySaysAllThatIsNeeded() throws {
    let property = Property("sum stays small", Generator<[Int]>.array(of: .int(in: 0...100))) { value, notes in
      notes.label("empty", if: value.isEmpty)
      notes.collect("length", value.count)
      let sum = value.reduce(0, +)
      return sum < 150 ? .passed : .failed("sum", "the sum is \(sum)\nmust be below 150", severity: Double(sum))
    }
    let report = check(property, settings: Settings(seed: 1))
    let text = report.text(place: "Tests.swift:12") { "replay \($0)" }
    #expect(
      text == """
        property 'sum stays small' is falsified (Tests.swift:12)
          counterexample  [50, 100]
          because         the sum is 150
                          must be below 150
          worst seen      severity 164.0, here 150.0: [0, 31, 37, 15, 4, 20, 26, 15, 16]
          original        [0, 31, 37, 15, 4, 20, 26, 15, 16]
          found by        case 23, 19 choices
          shrinking       15 steps in 146 calls
          seed            1
          token           pc1.IA9zdW0gc3RheXMgc21hbGyy_sMjA529uwUJ-BMJ-EUBdrHBjw
          again           replay pc1.IA9zdW0gc3RheXMgc21hbGyy_sMjA529uwUJ-BMJ-EUBdrHBjw
          labels          of 23 cases: empty (22 %)
          length          of 23 entries: 1 (26 %), 0 (22 %), 2 (18 %), 4 (13 %), 6 (9 %), 3 (4 %), 5 (4 %), 9 (4 %)
        """)
  }

  @Test func aPropertyThatHoldsSaysHowManyCasesItSaw() {
    let property = Property("fine", Generator.bool) { value, notes in
      notes.label("true", if: value)
      return .passed
    }
    #expect(
      check(property).text() == """
        property 'fine' holds
          cases           100 judged: 100 passed, 0 failed, 0 inconclusive; 0 discarded
          seed            42
          labels          of 100 cases: true (46 %)
        """)
  }

  @Test func aPropertyThatGaveUpSaysWhy() {
    let property = Property("never", Generator.bool) { _, _ in .discarded("no reason") }
    #expect(
      check(property).text() == """
        property 'never' gave up: 120 attempts were discarded and 0 judged; most often: no reason
          cases           0 judged: 0 passed, 0 failed, 0 inconclusive; 120 discarded
          seed            42
        """)
  }

  @Test func anInconclusivePropertySaysWhy() {
    let property = Property("vague", Generator.bool) { _, _ in .inconclusive("below the floor") }
    #expect(
      check(property).text() == """
        property 'vague' is inconclusive: 100 of 100 cases are inconclusive; most often: below the floor
          cases           100 judged: 0 passed, 0 failed, 100 inconclusive; 0 discarded
          seed            42
        """)
  }

  @Test func aFailureOfAnotherKindHasItsOwnMinimumAndToken() throws {
    let property = Property("kinds", Generator.int(in: 0...100_000)) { value, _ in
      if value >= 5000 { return .failed("large", "\(value) is large") }
      return value >= 1000 ? .failed("medium", "\(value) is medium") : .passed
    }
    let report = check(property, settings: Settings(seed: 3))
    let found = try #require(report.counterexample)
    let other = try #require(found.otherFailures.first)
    #expect(
      report.text() == """
        property 'kinds' is falsified
          counterexample  5000
          because         5000 is large
          original        \(found.originalDescription)
          found by        case \(try #require(found.caseIndex) + 1), 1 choice
          shrinking       \(found.shrinks) steps in \(found.calls) calls
          also failed     medium: 1000 is medium
            for           1000
            token         \(other.token)
          seed            3
          token           \(found.token)
        """)
    #expect(try replay(other.token, property).value == 1000)
  }

  @Test func aFlakyPropertySaysSo() throws {
    let log = CallLog()
    let property = Property("once", Generator.int(in: 7...7)) { _, _ in
      log.note("")
      return log.total == 5 ? .failed("once", "only once") : .passed
    }
    let report = check(property)
    #expect(
      report.text() == """
        property 'once' is flaky
          counterexample  7
          because         only once
          flaky           judged once more, this value did not fail in the same way
          original        7
          found by        case 5, 1 choice
          shrinking       0 steps in 0 calls
          seed            42
          token           \(try #require(report.counterexample).token)
        """)
  }

  @Test func aUsedUpBudgetAndPoorHealthAreSaid() throws {
    let property = Property("long", Generator<[Int]>.array(of: .int(in: 1...9), count: 20_000)) { list, notes in
      notes.label("long", if: list.count > 100)
      return list.contains(9) ? .failed("nine", "a nine") : .passed
    }
    let report = check(property, settings: Settings(shrinkCalls: 1, explainCalls: 0))
    let found = try #require(report.counterexample)
    let lines = report.text().split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("  counterexample  [") && lines[1].contains(" ... (60000 bytes in all) ... "))
    #expect(
      lines.suffix(6) == [
        "  shrinking       0 steps in 1 call; the calls were used up, so it may not be minimal",
        "  seed            42",
        "  token           \(found.token.prefix(40))... (\(found.token.utf8.count) bytes in all)",
        "  advice          a case takes 20000 draws on average: above 10000 cases are slow and shrinking may end early; "
          + "ask for fewer elements (count:) or a smaller depth",
        "  in full         text(isWhole: true), and the counterexample's values",
        "  labels          of \(report.counts.judged) cases: long (100 %)",
      ])
  }
}
