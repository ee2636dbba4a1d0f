import Testing

@testable import PropCheck

/// Labels that are asked for: too small a share is never a pass, and chance alone never fails a run.
@Suite struct PropCheckCoverageTests {
  /// Marks about one case in `rarity`.
  private func property(rarity: Int) -> Property<[Bool]> {
    Property("marked", .array(of: .bool, count: rarity)) { value, notes in
      notes.label("marked", if: !value.contains(true))
      return .passed
    }
  }

  @Test func aShareThatIsLargeEnoughPassesOnEverySeed() {
    // one half of all cases is marked; two fifths are asked for
    for seed in 0..<50 as Range<UInt64> {
      let report = check(property(rarity: 1), settings: Settings(seed: seed, requiredLabels: ["marked": 0.4]))
      #expect(report.verdict == .passed)
      #expect(report.coverage.map(\.decision) == [.met])
    }
  }

  @Test func aLabelOfEveryCaseMeetsEveryRequirement() {
    let property = Property("always", Generator<Int>.int(in: 0...9)) { _, notes in
      notes.label("case", if: true)
      return .passed
    }
    #expect(check(property, settings: Settings(cases: 400, requiredLabels: ["case": 1])).verdict == .passed)
  }

  @Test func aShareThatIsTooSmallNeverPasses() {
    // one quarter of all cases is marked; two fifths are asked for
    for seed in 0..<50 as Range<UInt64> {
      let report = check(property(rarity: 2), settings: Settings(seed: seed, requiredLabels: ["marked": 0.4]))
      #expect(report.verdict != .passed)
      #expect(report.coverage.map(\.decision) == [.missed])
    }
  }

  @Test func theResultIsPrinted() {
    let settings = Settings(cases: 4000, requiredLabels: ["marked": 0.4, "unheard of": 0.5])
    let lines = check(property(rarity: 1), settings: settings).statistics
    let share = lines[0].dropFirst("  labels          of 4000 cases: marked (".count)
    #expect(lines[0].hasPrefix("  labels          of 4000 cases: marked (") && share.hasSuffix(" %)"))
    #expect(lines[1].hasPrefix("  coverage        'marked' in "))
    #expect(lines[1].hasSuffix(" % of 4000 cases, at least 40.0 % required: met"))
    #expect(
      lines[2] == "  coverage        'unheard of' in 0.0 % of 4000 cases, at least 50.0 % required: missed")
  }

  @Test func aLabelThatNeverComesIsNamedAndDecidedEarly() {
    let settings = Settings(cases: 1000, requiredLabels: ["marked": 0.1, "unheard of": 0.5])
    let report = check(property(rarity: 1), settings: settings)
    #expect(
      report.verdict
        == .inconclusive(
          "too few cases bear a label: 'unheard of' in 0.0 % of 1000 cases, at least 50.0 % required"))
    #expect(report.counts.judged == 1000)
  }

  @Test func anOpenQuestionIsDecidedByMoreCasesWhateverTheThreads() {
    var settings = Settings(seed: 5, cases: 100, requiredLabels: ["marked": 0.45])
    let report = check(property(rarity: 1), settings: settings)
    #expect(report.counts.judged > 100)
    #expect(report.verdict == .passed)
    settings.threads = 2
    #expect(check(property(rarity: 1), settings: settings).text() == report.text())
  }

  @Test(
    arguments: [
      (0, 10, 0.5, .undecided), (0, 1000, 0.5, .missed), (500, 1000, 0.4, .met), (450, 1000, 0.5, .undecided),
      (0, 0, 0.5, .undecided), (0, 10, 0, .met),
    ] as [(Int, Int, Double, Coverage.Decision)])
  func theDecisionFollowsTheConfidenceInterval(hits: Int, cases: Int, required: Double, decision: Coverage.Decision) {
    let coverage = Coverage(label: "label", hits: hits, cases: cases, required: required)
    #expect(coverage.decision == decision)
  }
}
