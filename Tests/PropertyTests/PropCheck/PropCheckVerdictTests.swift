import PropCheck
import Testing

/// What a run says, and that nothing is hidden in a pass.
@Suite struct PropCheckVerdictTests {
  @Test func anUnsatisfiableFilterGivesUpWithAMessageThatHelps() {
    let property = Property("even", Generator.int.filter("an even odd number") { _ in false }) { _, _ in .passed }
    let report = check(property)
    #expect(
      report.verdict
        == .gaveUp(
          """
          120 attempts were discarded and 0 judged; most often: an even odd number found no value: \
          build values that meet it (map, flatMap) instead of filtering
          """))
    #expect(report.counts.judged == 0)
  }

  @Test func aBodyThatDiscardsNearlyAllGivesUp() {
    let property = Property("rare", Generator.int(in: 0...10_000)) { value, _ in
      value == 17 ? .passed : .discarded("not 17")
    }
    guard case .gaveUp = check(property).verdict else {
      Issue.record("it must give up")
      return
    }
    let usual = Property("usual", Generator.int(in: 0...10_000)) { value, _ in
      value % 2 == 0 ? .passed : .discarded("odd")
    }
    let report = check(usual)
    #expect(report.verdict == .passed)
    #expect(report.counts.passed == 100)
    #expect(report.counts.discarded > 20)
  }

  @Test func inconclusiveCasesAreNeverAPass() {
    func report(_ part: Int) -> Report<Int> {
      check(
        Property("some", Generator.int(in: 0...99)) { value, _ in
          (30..<30 + part).contains(value) ? .inconclusive("in a part of \(part)") : .passed
        }, settings: Settings(cases: 1000))
    }
    #expect(report(0).verdict == .passed)
    let few = report(3)
    #expect(few.verdict == .passed)
    #expect(few.counts.inconclusive > 0)
    #expect(few.counts.passed == 1000 - few.counts.inconclusive)
    let many = report(50)
    #expect(
      many.verdict
        == .inconclusive("\(many.counts.inconclusive) of 1000 cases are inconclusive; most often: in a part of 50"))
    #expect(many.inconclusiveReasons == ["in a part of 50": many.counts.inconclusive])
  }

  @Test func failuresOfAnotherKindAreNotMixedUp() throws {
    // small numbers fail in another way than large ones; the large failure must stay large
    let property = Property("kinds", Generator.int(in: 0...100_000)) { value, _ in
      if value >= 5000 { return .failed("large", "\(value) is large") }
      return value > 0 && value % 1000 < 10 && value >= 1000 ? .failed("round", "\(value) is round") : .passed
    }
    var kinds: Set<String> = []
    var others = 0
    for seed in 0..<20 as Range<UInt64> {
      let found = try #require(check(property, settings: Settings(seed: seed, cases: 10_000)).counterexample)
      kinds.insert(found.failure.kind)
      #expect(found.value == (found.failure.kind == "large" ? 5000 : 1000))
      for other in found.otherFailures {
        // a failure of its own, with a minimum of its own
        #expect(other.failure.kind == "round" && found.failure.kind == "large")
        #expect(other.description == "1000")
        #expect(try replay(other.token, property).outcome == .failed(other.failure))
        others += 1
      }
    }
    #expect(kinds.contains("large"))
    #expect(others > 0)
  }

  @Test func theWorstSeenIsReportedBesideTheMinimal() throws {
    let property = Property("severe", Generator.int(in: 0...1_000_000)) { value, _ in
      value < 100 ? .passed : .failed("above", "", severity: Double(value))
    }
    let found = try #require(check(property).counterexample)
    #expect(found.value == 100)
    #expect(found.failure.severity == 100)
    let worst = try #require(found.worst)
    #expect(worst.severity == Double(worst.value))
    #expect(worst.value > 100)
    #expect(found.worstDescription == "\(worst.value)")
  }

  /// No setting makes a run trap, and none that makes no sense makes it pass.
  @Test func settingsThatMakeNoSenseAreNoPass() {
    let fine = Property("fine", Generator.int(in: 0...9)) { $0 >= 0 ? .passed : .failed("", "\($1)") }
    let vague = Property("vague", Generator.int(in: 0...9)) { $0 > 8 ? .inconclusive("\($1)") : .passed }
    let picky = Property("picky", Generator.int(in: 0...9)) { $0 > 0 ? .discarded("\($1)") : .passed }
    for cases in [0, -1, Int.min] {
      for part in [0, 1, .nan, -.infinity, .infinity] as [Double] {
        let report = check(fine, settings: Settings(cases: cases, targeting: part, requiredLabels: ["never": 0.1]))
        #expect(report.verdict == .gaveUp("no case was asked for"))
      }
    }
    #expect(check(fine, settings: Settings(threads: .min, shrinkCalls: .min, targeting: .nan)).verdict == .passed)
    #expect(check(fine, settings: Settings(threads: .max, targeting: .infinity)).verdict == .passed)
    #expect(check(fine, settings: Settings(requiredLabels: ["never": .nan])).verdict != .passed)
    #expect(check(vague, settings: Settings(maximumInconclusiveRatio: .nan)).verdict != .passed)
    #expect(check(picky, settings: Settings(cases: 9, maximumDiscardRatio: .max)).verdict == .passed)
  }

  @Test func anErrorIsAFailureWhoseKindIsItsType() throws {
    struct Broken: Error {}
    let property = Property("throws", Generator.int(in: 0...100)) { value, _ in
      if value > 3 { throw Broken() }
      return .passed
    }
    let found = try #require(check(property).counterexample)
    #expect(found.value == 4)
    #expect(found.failure.kind.contains("Broken"))
  }

  @Test func aFlakyPropertyIsNamed() throws {
    let log = CallLog()
    let property = Property("flaky", Generator.int(in: 0...100)) { value, _ in
      log.note("")
      return log.total == 5 ? .failed("once", "only once") : .passed
    }
    let report = check(property)
    #expect(try #require(report.counterexample).isFlaky)
    #expect(report.text().hasPrefix("property 'flaky' is flaky\n"))
  }

  @Test func examplesRunFirstAndStaleOnesAreNamed() throws {
    func property(_ limit: Int) -> Property<Int> {
      Property("examples", .int(in: 0...limit)) { value, _ in
        value == 777_777 ? .failed("exact", "") : .passed
      }
    }
    let choice = Choice(kind: .integer, word: 777_777, below: 0, above: 1_000_000)
    let token = Token(
      property: "examples", fingerprint: property(1_000_000).fingerprint, choices: [choice]
    ).encoded()
    var settings = Settings(examples: [token])
    let found = check(property(1_000_000), settings: settings)
    #expect(found.counterexample?.value == 777_777)
    #expect(found.counterexample?.caseIndex == nil)
    #expect(found.unusableExamples.isEmpty)
    let stale = check(property(999_999), settings: settings)
    #expect(
      stale.unusableExamples == [
        "the example \(token.prefix(16))... cannot be replayed: the token is stale: the generator of 'examples' has "
          + "changed since it was made; run the property again"
      ])
    #expect(stale.verdict == .inconclusive(stale.unusableExamples[0]))
    settings.examples = []
    #expect(check(property(1_000_000), settings: settings).verdict == .passed)
  }
}

/// Values without an end, and large ones: bounded time, and a message that says what to do.
@Suite struct PropCheckBoundTests {
  private static func endless() -> Generator<[Int]> {
    Generator { source in [try source.draw(.int)] + (try source.draw(endless())) }
  }

  private static func endlessChain() -> Generator<Int> {
    Generator.int.flatMap { _ in endlessChain() }
  }

  @Test func aRecursionWithoutEndGivesUpWithAMessageThatHelps() {
    let expected = Verdict.gaveUp(
      """
      120 attempts were discarded and 0 judged; most often: the generator nests more than 200 draws: \
      bound its recursion (Generator.recursive(depth:))
      """)
    #expect(check(Property("endless", PropCheckBoundTests.endless()) { _, _ in .passed }).verdict == expected)
    #expect(check(Property("chain", PropCheckBoundTests.endlessChain()) { _, _ in .passed }).verdict == expected)
  }

  @Test func aNestingThatEndsIsNoConcern() {
    @Sendable func nested(_ depth: Int) -> Generator<Int> {
      depth == 0 ? .int(in: 0...9) : Generator { source in try source.draw(nested(depth - 1)) }
    }
    #expect(check(Property("nested", nested(150)) { _, _ in .passed }).verdict == .passed)
  }

  @Test func aValueOfManyElementsEndsAndSaysThatItMayNotBeMinimal() throws {
    let property = Property("many", .string(of: .letter, count: 100_000...100_000)) { value, _ in
      value.utf8.contains(UInt8(ascii: "h")) ? .failed("h", "an h") : .passed
    }
    let report = check(property, settings: Settings(shrinkCalls: 10, explainCalls: 10))
    let found = try #require(report.counterexample)
    #expect(found.value.count == 100_000)
    #expect(found.shrinkBudgetExhausted)
    let text = report.text { _ in "again" }
    #expect(text.contains("; the value is too large to try more (20000000 choices were played), so it may not be"))
    #expect(
      text.contains(
        """
          advice          a case takes 100000 draws on average: above 10000 cases are slow and shrinking may end \
        early; ask for fewer elements (count:) or a smaller depth
        """))
    #expect(text.contains("(100002 bytes in all)"))
  }

  @Test func aMillionElementsEndInBoundedTime() throws {
    let property = Property("a million", Generator<[Int]>.array(of: .int, count: 1_000_000)) { list, _ in
      list.contains { $0 > 100 } ? .failed("large", "a large one") : .passed
    }
    let report = check(property, settings: Settings(cases: 3))
    #expect(try #require(report.counterexample).value.count == 1_000_000)
    let text = report.text()
    #expect(text.contains("bytes in all)"))
    #expect(text.contains("ask for fewer elements (count:) or a smaller depth"))
  }

  @Test func manyDiscardsAreSaidEvenInAPass() {
    let property = Property("fifths", Generator.int(in: 0...9999)) { value, _ in
      value % 5 == 0 ? .passed : .discarded("no fifth")
    }
    let report = check(property)
    #expect(report.verdict == .passed)
    #expect(
      report.advice == [
        "\(report.counts.discarded) of \(report.counts.discarded + 100) attempts were discarded: "
          + "build values that fit (map, flatMap) instead of filtering or discarding"
      ])
    #expect(check(Property("healthy", Generator.int) { _, _ in .passed }).advice.isEmpty)
  }
}
