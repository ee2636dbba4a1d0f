import PropCheck
import Testing

/// Equal settings give equal reports, with any number of threads.
@Suite struct PropCheckDeterminismTests {
  private let property = Property(
    "mixed", zip(Generator.int, Generator<[Double]>.array(of: .double(in: -1...1)), Generator.string)
  ) { value, notes in
    notes.collect("length", value.1.count)
    notes.label("negative", if: value.0 < 0)
    notes.target(Double(value.1.count))
    if value.0 % 7 == 3 { return .inconclusive("remainder 3") }
    if value.0 % 11 == 5 { return .discarded("remainder 5") }
    let sum = value.1.reduce(0, +)
    return value.1.count > 5 && sum > 2 ? .failed("sum", "\(sum)", severity: sum) : .passed
  }

  private func text(_ settings: Settings) -> String {
    let report = check(property, settings: settings)
    return report.text() + "\(report.counts) \(report.counterexample?.choices ?? []) \(report.best?.score ?? 0)"
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func twoThreadsReportWhatOneReports(seed: UInt64) {
    var settings = Settings(seed: seed, cases: 3000)
    let one = text(settings)
    #expect(one.contains("is falsified"))
    settings.threads = 2
    #expect(text(settings) == one)
    settings.threads = 5
    #expect(text(settings) == one)
    // one a processor
    settings.threads = 0
    #expect(text(settings) == one)
  }

  @Test func countingAllFailuresIsIndependentOfThreadsToo() {
    var settings = Settings(seed: 9, cases: 3000, stopsAtFirstFailure: false)
    let one = text(settings)
    settings.threads = 2
    #expect(text(settings) == one)
    let counts = check(property, settings: settings).counts
    #expect(counts.failed > 10)
    #expect(counts.judged == 3000)
  }

  @Test func anotherSeedAndAnotherNameGiveOtherCases() {
    func cases(_ name: String, _ seed: UInt64) -> [String] {
      let log = CallLog()
      let property = Property(name, Generator.int) { value, _ in
        log.note("\(value)")
        return .passed
      }
      _ = check(property, settings: Settings(seed: seed, cases: 50))
      return log.last(50)
    }
    #expect(cases("a", 1) == cases("a", 1))
    #expect(cases("a", 1) != cases("a", 2))
    #expect(cases("a", 1) != cases("b", 1))
  }

  /// Recorded once: the stream is the same in every process and on every machine.
  @Test func theStreamIsFixed() {
    var stream = RandomStream(seed: 42)
    #expect(
      (0..<3).map { _ in stream.next() } == [
        15_021_278_609_987_233_951, 5_881_210_131_331_364_753, 18_149_643_915_985_481_100,
      ])
    #expect((0..<5).map { _ in stream.uniform(upTo: 9) } == [7, 7, 5, 1, 6])
    #expect(stream.unit() == 0.2077171716233216)
  }

  @Test func earlyCasesAreSmallAndTheFirstIsTheSimplest() {
    let log = CallLog()
    let property = Property("sizes", Generator<[Int]>.array(of: .int)) { value, _ in
      log.note("\(value.count)")
      return .passed
    }
    _ = check(property, settings: Settings(cases: 200))
    let lengths = log.last(200).compactMap { Int($0) }
    #expect(lengths[0] == 0)
    #expect(lengths[..<10].allSatisfy { $0 <= 4 })
    #expect(lengths.contains(20))
  }

  @Test func progressCountsUpToTheEnd() {
    let log = CallLog()
    _ = check(
      Property("progress", Generator.bool) { _, _ in .passed }, settings: Settings(cases: 700, threads: 2)
    ) { done, total in log.note("\(done) \(total)") }
    let done = log.last(log.total).compactMap { Int($0.split(separator: " ")[0]) }
    #expect(done == done.sorted())
    #expect(log.last(1) == ["700 700"])
  }
}
