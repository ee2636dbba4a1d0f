import PropCheck
import Testing

/// What is said about the parts of a counterexample that do not matter.
@Suite struct PropCheckExplanationTests {
  private struct Run: Sendable {
    let start: Int
    let step: Int
    let isFast: Bool
  }

  private let runs = Generator { source in
    Run(
      start: try source.draw(.int(in: -100...100), as: "start"),
      step: try source.draw(.int(in: 0...1000), as: "step"),
      isFast: try source.draw(Generator.bool.labelled("fast")))
  }

  private func explanation<Value>(
    _ generator: Generator<Value>, seed: UInt64 = 42, fails: @escaping @Sendable (Value) -> Bool
  ) -> Explanation? {
    let property = Property("explained", generator) { value, _ in fails(value) ? .failed("kind", "") : .passed }
    return check(property, settings: Settings(seed: seed, cases: 10_000)).counterexample?.explanation
  }

  /// Members that were drawn twice are taken back, and what was varied of them with it.
  @Test(arguments: [42, 1, 2, 3] as [UInt64]) func collectionsWithoutRepetitionAreExplained(seed: UInt64) throws {
    let small = Generator<Int>.int(in: 0...9)
    let dictionary = Generator<[Int: Int]>.dictionary(keys: small, values: .int(in: 0...100))
    #expect(explanation(dictionary, seed: seed) { $0.count >= 3 } != nil)
    #expect(explanation(Generator<Set<Int>>.set(of: small), seed: seed) { $0.count >= 4 } != nil)
  }

  /// Members of what has no order are known by their values, not by a place.
  @Test func membersOfSetsAndEntriesOfDictionariesAreNamed() throws {
    let dictionary = Generator<[String: Int]>.dictionary(
      keys: .string(of: .letter, count: 1...1), values: .int(in: 0...100))
    let entries = try #require(explanation(dictionary) { $0.count >= 2 && $0.values.contains { $0 > 6 } })
    #expect(entries.irrelevant.map(\.name) == ["key", "value of \"a\"", "key"])
    #expect(
      try #require(explanation(dictionary) { $0.count >= 2 }).text == """
        any key ("a"), any value of "a" (0), any key ("b") and any value of "b" (0) fail alike, tried with 23 others
        """)
    let pairs = zip(Generator.int(in: 0...99), Generator.int(in: 0...99)).map { [$0.0: $0.1] }
    let members = try #require(
      explanation(zip(.bool, Generator<Set<[Int: Int]>>.set(of: pairs))) { $0.0 && $0.1.contains { $0[0] != nil } })
    #expect(members.irrelevant.map(\.name) == ["part 2 of member [0: 0] of part 2"])
    let set = try #require(explanation(Generator<Set<Int>>.set(of: .int(in: 0...999))) { $0.count >= 2 })
    #expect(set.text == "any member (0) and any member (1) fail alike, tried with 30 others")
  }

  @Test func partsWithANameAreNamed() throws {
    let found = try #require(explanation(runs) { $0.step >= 5 })
    #expect(found.irrelevant.map(\.name) == ["start", "fast"])
    #expect(found.irrelevant.map(\.value) == ["0", "false"])
    #expect(found.irrelevant.map(\.tried) == [30, 1])
    #expect(found.isJoint)
    #expect(found.text == "any start (0) and any fast (false) fail alike, tried with 1 other")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func partsWithoutANameAreKnownByTheirPlace(seed: UInt64) throws {
    let lists = Generator<[Int]>.array(of: .int(in: 0...1000))
    let found = try #require(explanation(zip(lists, .int), seed: seed) { $0.0.count >= 2 && $0.0[1] >= 7 })
    #expect(
      found.text == "any element 1 of part 1 (0) and any part 2 (0) fail alike, tried with 30 others")
  }

  @Test func aPropertyThatAlwaysFailsSaysSo() throws {
    let found = try #require(explanation(runs) { _ in true })
    #expect(found.text == "any value fails alike, tried with 30 others")
  }

  @Test func wherePartsMatterTogetherThisIsNotHidden() throws {
    let pairs = zip(Generator.int(in: 0...1000).labelled("a"), Generator.int(in: 0...1000).labelled("b"))
    let found = try #require(explanation(pairs) { $0.0 < 20 || $0.1 < 20 })
    #expect(!found.isJoint)
    #expect(found.text == "any a (0) fails alike; any b (0) fails alike, tried with 30 others")
  }

  /// Chance does not meet an equal number in so wide a range.
  @Test func aPartThatMustDifferFromAnotherMatters() throws {
    let found = try #require(explanation(zip(.int, .int)) { $0.0 >= 1000 && $0.0 != $0.1 })
    #expect(found.text == nil)
  }

  @Test func aLengthOnWhichTheRestDependsIsNotCalledIrrelevant() throws {
    let lists = Generator.int(in: 1...50).labelled("length").flatMap { Generator<[Int]>.array(of: .int, count: $0) }
    let found = try #require(explanation(lists) { $0[0] > 10 })
    #expect(found.text == nil)
  }

  @Test func failuresOfAnotherKindAreNotAlike() throws {
    let property = Property("kinds", runs) { run, _ in
      run.step < 5 ? .passed : .failed(run.start == 0 ? "at rest" : "moving", "")
    }
    for seed in 0..<10 as Range<UInt64> {
      let found = try #require(check(property, settings: Settings(seed: seed)).counterexample)
      #expect(found.explanation.irrelevant.map(\.name) == ["fast"])
    }
  }

  @Test func explainingChangesNothingElseAndKeepsToItsCalls() throws {
    let log = CallLog()
    let property = Property("counted", runs) { run, _ in
      log.note("")
      return run.step < 5 ? .passed : .failed("large", "")
    }
    let with = try #require(check(property).counterexample)
    let before = log.total
    let without = try #require(check(property, settings: Settings(explainCalls: 0)).counterexample)
    #expect(without.explanation == Explanation())
    #expect(before - (log.total - before) == with.explanation.calls)
    #expect(with.calls == without.calls && with.token == without.token && with.shrinks == without.shrinks)
    let few = try #require(check(property, settings: Settings(explainCalls: 7)).counterexample)
    #expect(few.explanation.calls == 7)
    #expect(few.explanation.irrelevant.isEmpty)
  }
}
