import PropCheck
import Testing

/// Scores that steer: search finds what chance does not, and alike with any number of threads.
@Suite struct PropCheckTargetingTests {
  /// Two numbers of a million each: one case in 10^12 fails.
  private let needle = Property("needle", zip(.int(in: 0...1_000_000), .int(in: 0...1_000_000))) { pair, notes in
    let distance = abs(pair.0 - 314_159) + abs(pair.1 - 271_828)
    notes.target(-Double(distance))
    notes.label("labelled")
    return distance == 0 ? .failed("needle", "there it is") : .passed
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func searchFindsANeedleThatChanceDoesNot(seed: UInt64) throws {
    var settings = Settings(seed: seed, cases: 6000)
    #expect(check(needle, settings: settings).verdict == .passed)
    settings.targeting = 0.9
    let report = check(needle, settings: settings)
    let found = try #require(report.counterexample)
    #expect(found.value == (314_159, 271_828))
    #expect(try replay(found.token, needle).outcome == .failed(found.failure))
    settings.threads = 2
    #expect(check(needle, settings: settings).text() == report.text())
  }

  @Test func lengthsAndFloatingPointNumbersAreSearchedToo() throws {
    let property = Property("sum", Generator<[Double]>.array(of: .double(in: 0...1), count: 0...30)) { list, notes in
      notes.target(list.reduce(0, +))
      return .passed
    }
    let settings = Settings(cases: 8000)
    let random = try #require(check(property, settings: settings).best)
    let searched = try #require(check(property, settings: Settings(cases: 8000, targeting: 0.8)).best)
    #expect(random.score < 23)
    #expect(searched.score > 28)
    #expect(searched.value.reduce(0, +) == searched.score)
    // forced lengths have their places in a recording, too
    let forced = Property("forced", Generator<[Double]>.array(of: .double(in: 0...1), count: 2...9)) { list, notes in
      notes.target(list.reduce(0, +))
      return .passed
    }
    let best = try #require(check(forced, settings: Settings(cases: 2000, targeting: 0.8)).best)
    #expect(best.value.reduce(0, +) == best.score)
  }

  @Test func searchedCasesBearNoLabelsAndAreCounted() {
    let report = check(needle, settings: Settings(cases: 200, targeting: 0.5, requiredLabels: ["labelled": 1]))
    #expect(report.counts.judged - report.counts.searched == report.labels["labelled"])
    #expect(report.counts.searched >= 100)
    #expect(report.text().contains("labels          of 700 cases: labelled (100 %)"))
  }

  @Test func withoutScoresAllCasesAreRandom() {
    let property = Property("unscored", Generator.int) { _, _ in .passed }
    let report = check(property, settings: Settings(cases: 200, targeting: 0.5))
    #expect(report.counts.passed == 200)
    #expect(report.counts.searched == 0)
  }
}
