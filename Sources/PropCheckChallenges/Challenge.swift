import PropCheck

/// One property of the public challenge set for shrinking, with its known minimal counterexamples.
///
/// - SeeAlso: Johannes Link, *The shrinking challenge*, github.com/jlink/shrinking-challenge.
public struct Challenge: Sendable {
  /// Its name.
  public let name: String
  /// The descriptions of the minimal counterexamples.
  public let minima: Set<String>
  /// The largest median of calls after the first failure that is accepted.
  public let calls: Int
  /// Checks it with a seed and the given passes; gives the description and the calls.
  public let run: @Sendable (_ seed: UInt64, _ passes: [ShrinkPass]) -> (description: String, calls: Int)

  init<Value>(
    _ name: String, _ generator: Generator<Value>, minima: Set<String>, calls: Int,
    describe: @escaping @Sendable (Value) -> String = { "\($0)" }, _ body: @escaping @Sendable (Value) -> Bool?
  ) {
    self.name = name
    self.minima = minima
    self.calls = calls
    let property = Property(name, generator, describe: describe) { value, _ in
      guard let holds = body(value) else { return .discarded("a precondition") }
      return holds ? .passed : .failed("fails", "it fails")
    }
    run = { seed, passes in
      let settings = Settings(seed: seed, cases: 100_000, explainCalls: 0, passes: passes)
      let found = check(property, settings: settings).counterexample
      return (found?.description ?? "none", found?.calls ?? 0)
    }
  }
}

extension Challenge {
  /// All fourteen.
  public static let all: [Challenge] = [
    bound5("bound5", longest: 20, calls: 95), bound5("bound5 of at most one", longest: 1, calls: 55),
    largeUnionList, reverse, calculator, lengthList,
    difference("difference must not be zero", minima: ["(10, 10)"], calls: 52) { $0 != $1 },
    difference("difference must not be small", minima: ["(10, 6)"], calls: 48) { !(1...4).contains(abs($0 - $1)) },
    difference("difference must not be one", minima: ["(10, 9)"], calls: 58) { abs($0 - $1) != 1 },
    binaryHeap, coupling, deletion, distinct, nestedLists,
  ]

  /// The challenge of a name, nil if there is none.
  public static func named(_ name: String) -> Challenge? { (all + numbers + further).first { $0.name == name } }

  /// How many seeds measure a challenge: its minimum is reached on each.
  public static let seeds = 100

  private static let list = Generator<[Int]>.array(of: .int)

  private static func bound5(_ name: String, longest: Int, calls: Int) -> Challenge {
    let generator = Generator<[[Int16]]>.array(of: .array(of: .integer, count: 0...longest), count: 5)
    let describe = { @Sendable (lists: [[Int16]]) in "\(lists.filter { !$0.isEmpty }.sorted { $0[0] > $1[0] })" }
    return Challenge(name, generator, minima: ["[[-1], [-32768]]"], calls: calls, describe: describe) { lists in
      guard lists.allSatisfy({ $0.reduce(0, &+) < 256 }) else { return nil }
      return lists.joined().reduce(0, &+) < 1280
    }
  }

  private static let largeUnionList = Challenge(
    "large union list", .array(of: list), minima: ["[[0, 1, -1, 2, -2]]"], calls: 100
  ) { Set($0.joined()).count < 5 }

  private static let reverse = Challenge("reverse", list, minima: ["[0, 1]"], calls: 12) { $0 == $0.reversed() }

  private static let lengthList = Challenge(
    "length list", Generator.int(in: 1...100).flatMap { .array(of: .int(in: 0...1000), count: $0) },
    minima: ["[900]"], calls: 56
  ) { $0.allSatisfy { $0 < 900 } }

  private static func difference(
    _ name: String, minima: Set<String>, calls: Int, holds: @escaping @Sendable (Int32, Int32) -> Bool
  ) -> Challenge {
    let number = Generator<Int32>.integer(in: 1 ... .max)
    return Challenge(name, zip(number, number), minima: minima, calls: calls) { $0.0 < 10 || holds($0.0, $0.1) }
  }

  private static let coupling = Challenge(
    "coupling",
    Generator.array(of: .int(in: 0...10)).filter { list in list.allSatisfy { $0 < list.count } },
    minima: ["[1, 0]"], calls: 20
  ) { list in !list.indices.contains { list[$0] != $0 && list[list[$0]] == $0 } }

  private static let deletion = Challenge(
    "deletion",
    Generator { source in
      let list = try source.draw(.array(of: .int, count: 1...20))
      return (list, try source.draw(.int(in: 0..<list.count)))
    },
    minima: ["([0, 0], 0)"], calls: 14
  ) { list, index in !(list[..<index] + list[(index + 1)...]).contains(list[index]) }

  private static let distinct = Challenge(
    "distinct", list, minima: ["[0, 1, -1]", "[0, 1, 2]"], calls: 30
  ) { Set($0).count < 3 }

  private static let nestedLists = Challenge(
    "nested lists", .array(of: .array(of: .constant(0))),
    minima: ["[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]"], calls: 28
  ) { $0.joined().count <= 10 }
}
