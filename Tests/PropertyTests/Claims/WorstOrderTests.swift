import HBSuite
import PropCheck
import Testing

/// Search for the worst observed order: it goes beyond the random cases that it starts from, and finds no failure.
@Suite struct WorstOrderTests {
  private func report(cases: Int, searched: Double) -> Report<ClaimCase> {
    var settings = ClaimSettings(cases: cases, threads: 2, orders: 0...1)
    settings.searchedPart = searched
    return check(Claim.order.property(Implementation(), settings), settings: Claim.order.propertySettings(settings))
  }

  @Test func theWorstObservedOrderIsLookedForAndIsStillTheExpectedOne() throws {
    let start = report(cases: 30, searched: 0)
    let report = report(cases: 120, searched: 0.75)
    #expect(report.verdict == .passed)
    #expect(report.counts.searched > 60 && report.counts.judged == report.counts.searched + 30)
    let (worst, before) = (try #require(report.best), try #require(start.best))
    #expect(worst.score > before.score)
    #expect(worst.value.problem != nil)
  }
}
