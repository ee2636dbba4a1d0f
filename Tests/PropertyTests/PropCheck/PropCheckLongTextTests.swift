import Testing

@testable import PropCheck
@testable import PropCheckTesting

/// Huge values: what ended shrinking is said, and what is printed has a bound.
@Suite struct PropCheckLongTextTests {
  private static let property = Property("huge", Generator<[Int]>.array(of: .int, count: 300_000)) { list, _ in
    list.contains { $0 > 100 } ? .failed("large", String(repeating: "large ", count: 10_000)) : .passed
  }

  @Test func theSizeOfAValueEndsShrinkingAndIsNamed() throws {
    let report = check(Self.property, settings: Settings(cases: 3))
    let found = try #require(report.counterexample)
    #expect(found.shrinkEnd == .size && found.shrinkBudgetExhausted)
    let text = report.text()
    #expect(
      text.contains(
        "; the value is too large to try more (20000000 choices were played), so it may not be minimal\n"))
    #expect(text.utf8.count < 20_000)
    let token = "\(found.token.prefix(40))... (\(found.token.utf8.count) bytes in all)"
    #expect(text.contains("\n  token           \(token)\n"))
    #expect(text.contains("\n  in full         text(isWhole: true), and the counterexample's values"))
    let whole = report.text(isWhole: true)
    #expect(whole.contains("\n  token           \(found.token)\n"))
    #expect(whole.contains("counterexample  \(found.description)\n"))
    #expect(!whole.contains("  in full "))
  }

  @Test func otherEndsAreNamedToo() throws {
    let calls = try #require(check(Self.property, settings: Settings(cases: 3, shrinkCalls: 0)).counterexample)
    #expect(calls.shrinkEnd == .calls)
    let settled = check(Property("all", Generator.int) { $0 < 5 ? .passed : .failed("", "\($1)") })
    #expect(settled.counterexample?.shrinkEnd == .settled)
  }

  @Test(.propertyTesting) func aTestNamesItsAttachmentAndACommandThatAShellTakes() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.array(of: .int, count: 100_000), name: "huge list", settings: Settings(seed: 9, cases: 3)) { list in
        #expect(!list.contains { $0 > 100 })
      }
    } matching: { issue in
      guard let text = issue.comments.first?.rawValue else { return false }
      recorded.note(text)
      return true
    }
    let text = recorded.last(1).first ?? ""
    // the environment may ask for another seed
    let again = #/ {2}again {11}PROPCHECK_SEED=(\d+)( PROPCHECK_CASES=\d+)? swift test --filter (.*)/#
    let found = text.split(separator: "\n").lazy.compactMap { try? again.wholeMatch(in: $0) }.first
    #expect(
      found?.3
        == "'^PropertyTests\\.PropCheckLongTextTests/aTestNamesItsAttachmentAndACommandThatAShellTakes\\(\\)/'")
    #expect(found.map { text.contains("\n  seed            \($0.1)\n") } == true)
    #expect(text.contains("  in full         the attachment huge-list.txt: swift test --attachments-path DIRECTORY"))
  }

  @Test func aTextIsCutBetweenScalars() {
    // one character with very many marks is no text that fits
    for text in ["e" + String(repeating: "\u{301}", count: 9000), String(repeating: "é中😀", count: 900)] {
      let cut = shortened(text)
      #expect(cut.utf8.count < 2200 && cut.contains(" ... (\(text.utf8.count) bytes in all) ..."))
      #expect(text.utf8.starts(with: cut.utf8.prefix(1490)))
      #expect(!cut.unicodeScalars.contains("\u{FFFD}"))
    }
    #expect(shortened("short") == "short")
  }
}

/// What is counted has its grammar, and shares say what they are parts of.
@Suite struct PropCheckStatisticsTests {
  @Test func sharesOfATableAddUpAndThoseOfLabelsAreOfCases() {
    let property = Property("thirds", Generator.int(in: 0...2)) { value, notes in
      notes.label("any")
      notes.label("two", if: value == 2)
      for entry in ["x", "y", "z"] { notes.collect("letter", entry) }
      return .passed
    }
    let report = check(property, settings: Settings(cases: 200))
    let two = (report.labels["two", default: 0] + 1) / 2
    #expect(
      report.statistics == [
        "  labels          of 200 cases: any (100 %), two (\(two) %)",
        "  letter          of 600 entries: x (34 %), y (33 %), z (33 %)",
      ])
  }

  @Test func rareAndVeryManyEntriesAreBounded() {
    let property = Property("many", Generator.int(in: 0...999_999)) { value, notes in
      notes.collect("value", value)
      notes.label("simplest", if: value == 0)
      return .passed
    }
    let lines = check(property, settings: Settings(seed: 5, cases: 5000)).statistics
    #expect(lines[0].contains("simplest (30 %)"))
    #expect(lines[1].hasPrefix("  value           of 5000 entries: 0 (31 %), 1 ("))
    #expect(lines[1].contains(" others ("))
    let percents = lines[1].split(separator: "(").compactMap { Int($0.prefix { $0.isNumber }) }
    #expect(percents.reduce(0, +) == 100)
    #expect(lines.allSatisfy { $0.utf8.count < 1500 })
    let even = Property("even", Generator.int) { _, notes in
      for entry in 0..<50 { notes.collect("entry", entry) }
      return .passed
    }
    let shares = check(even, settings: Settings(cases: 3)).statistics[0]
    #expect(shares.hasSuffix(" (2 %), and 10 more") && !shares.contains("other"))
  }

  @Test func oneIsNotMany() {
    let one = Property("one", Generator.int(in: 3...3)) { _, notes in
      notes.collect("number", 3)
      return .inconclusive("unknown")
    }
    #expect(
      check(one, settings: Settings(cases: 1)).text() == """
        property 'one' is inconclusive: 1 of 1 case is inconclusive; most often: unknown
          cases           1 judged: 0 passed, 0 failed, 1 inconclusive; 0 discarded
          seed            42
          number          of 1 entry: 3 (100 %)
        """)
  }

  @Test func whatATerminalWouldObeyIsPrintedAsAnEscape() {
    let property = Property("bidi", Generator.bool) { _, _ in .failed("kind", "\u{1B}[2J \u{202E}evil\nsecond line") }
    let text = check(property).text()
    #expect(
      text.contains(
        """
          because         \\u{1B}[2J \\u{202E}evil
                          second line
        """))
  }
}
