import PropCheck
import PropCheckChallenges
import Testing

extension Challenge: CustomTestStringConvertible {
  /// The name, by which a run lists it.
  public var testDescription: String { name }
}

/// The shrinking itself: the minimum on every seed, in few calls.
@Suite struct ShrinkingChallengeTests {
  @Test(arguments: Challenge.all + Challenge.numbers + Challenge.further)
  func theMinimumIsReachedOnEverySeedInFewCalls(challenge: Challenge) {
    let results = (0..<Challenge.seeds).map { challenge.run(UInt64($0), ShrinkPass.all) }
    for (seed, result) in results.enumerated() {
      #expect(challenge.minima.contains(result.description), "seed \(seed)")
    }
    let median = results.map(\.calls).sorted()[results.count / 2]
    #expect(median <= challenge.calls, "the median of calls is \(median)")
  }

  /// The bounds that the medians above keep to, beside what others need.
  @Test func theBoundsOfCallsAreBelowThoseOfOthers() throws {
    let bounds = Challenge.all.map(\.calls)
    let hegel = try bounds.indices.map { try #require(PeerFigures.hegel.calls(on: $0)) }
    let hypothesis = try bounds.indices.map { try #require(PeerFigures.hypothesis.calls(on: $0)) }
    #expect(zip(bounds, hegel).allSatisfy { $0 < $1 })
    #expect(zip(bounds, hypothesis).count { $0 <= 2 * $1 } >= 10)
    #expect(zip(bounds, hypothesis).count { $0 < $1 } >= 5)
  }

  /// A pass that nobody misses would not be worth its calls.
  @Test(arguments: [
    ("delete elements", "large union list"), ("promote parts", "calculator"), ("lower and delete", "length list"),
    ("join arrays", "nested lists"), ("lower integers", "distinct"), ("lower pairs", "difference must not be one"),
    ("sort elements", "large union list"), ("move between", "calculator"), ("add neighbours", "bound5"),
    ("delete and renumber", "coupling"), ("lower equal together", "three equal numbers"), ("halve pairs", "calculator"),
    ("descend in strides", "every seventh number"), ("move pairs in strides", "every seventh number of a sum"),
    ("trade", "product of whole numbers"),
    ("mirror together", "product of signed numbers"), ("lower in proportion", "a number and its double"),
    ("keep remainders", "fractional part"),
  ])
  func withoutAPassItsChallengeIsMissed(pass: String, challenge: String) throws {
    let challenge = try #require(Challenge.named(challenge))
    let others = ShrinkPass.all.filter { $0.name != pass }
    let results = (0..<100).map { challenge.run(UInt64($0), others) }
    let isMissed = results.contains { !challenge.minima.contains($0.description) }
    #expect(isMissed || results.map(\.calls).sorted()[50] > challenge.calls)
  }

  @Test func aBodyNeverRunsTwiceOnOneValueWhileShrinking() {
    let log = CallLog()
    let property = Property("counted", Generator<[Int]>.array(of: .int(in: 0...100))) { value, _ in
      log.note("\(value)")
      return value.reduce(0, +) < 150 ? .passed : .failed("sum", "")
    }
    let report = check(property, settings: Settings(seed: 3, cases: 1000))
    let calls = report.counterexample?.calls ?? 0
    let explaining = report.counterexample?.explanation.calls ?? 0
    #expect(calls > 0)
    // every case, every call, and the confirmation of the minimal value before it is explained
    #expect(log.total - explaining == report.counts.judged + calls + 1)
    let shrinking = log.last(calls + 1 + explaining).prefix(calls)
    #expect(shrinking.count == calls && Set(shrinking).count == calls)
  }

  @Test func aUsedUpBudgetIsSaidAndKept() throws {
    let property = Property("budget", Generator.int(in: 0...1_000_000)) { value, _ in
      value < 1234 ? .passed : .failed("large", "")
    }
    let found = try #require(check(property, settings: Settings(shrinkCalls: 5)).counterexample)
    #expect(found.calls == 5)
    #expect(found.shrinkBudgetExhausted)
    let enough = try #require(check(property).counterexample)
    #expect(enough.value == 1234)
    #expect(!enough.shrinkBudgetExhausted)
  }
}
