import PropCheck
import Testing

/// Where no single step helps, shrinking still ends at the simplest failing value, on every seed.
@Suite struct LocalMinimaTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let minimum: String
    /// The largest median of calls that is accepted.
    let calls: Int
    let run: @Sendable (UInt64) -> (description: String, calls: Int)?

    init<Value>(
      _ name: String, _ generator: Generator<Value>, minimum: String, calls: Int,
      _ fails: @escaping @Sendable (Value) -> Bool
    ) {
      testDescription = name
      self.minimum = minimum
      self.calls = calls
      let property = Property(name, generator) { value, _ in fails(value) ? .failed("in", "") : .passed }
      run = { seed in
        check(property, settings: Settings(seed: seed, cases: 100_000, explainCalls: 0)).counterexample
          .map { ($0.description, $0.calls) }
      }
    }

    func endsAtItsMinimum() {
      let results = (0..<100 as Range<UInt64>).map(run)
      for (seed, result) in results.enumerated() { #expect(result?.description == minimum, "seed \(seed)") }
      let median = results.map { $0?.calls ?? 0 }.sorted()[50]
      #expect(median <= calls, "the median of calls is \(median)")
    }
  }

  private static let small = Generator.int(in: 0...1000)
  private static let smallAndGreater: Generator<(Int, Int)> = small.flatMap { least in
    Generator.int(in: least...1000).map { (least, $0) }
  }
  private static let ten = Array(0..<10)

  @Test(arguments: [
    Row("x % 7 == 0", .int, minimum: "105", calls: 60) { $0 % 7 == 0 && $0 > 100 },
    Row("x % 12 == 5", .int, minimum: "1001", calls: 80) { $0 % 12 == 5 && $0 > 1000 },
    Row("x * x % 11 == 3", .int, minimum: "501", calls: 90) { $0 > 500 && ($0 % 11) * ($0 % 11) % 11 == 3 },
    Row("x % 7 == -4 below -100", .int, minimum: "-102", calls: 60) { $0 % 7 == -4 && $0 < -100 },
    Row("x % 9 == 4", Generator<UInt64>.integer, minimum: "58", calls: 60) { $0 % 9 == 4 && $0 > 50 },
    Row("x % 100 == 17", .int, minimum: "517", calls: 165) { $0 % 100 == 17 && $0 > 500 },
    Row("x % 1000 == 0", .int, minimum: "1000", calls: 240) { $0 % 1000 == 0 && $0 > 0 },
    Row("x % 7 == 0 or large", small, minimum: "7", calls: 20) { $0 % 7 == 0 && $0 > 0 || $0 > 700 },
    Row("a sum of a list", .array(of: .int), minimum: "[105]", calls: 80) { list in
      let sum = list.reduce(0, &+)
      return sum % 7 == 0 && sum > 100
    },
    Row("a sum of a list of small numbers", .array(of: .int(in: 0...50)), minimum: "[5, 50, 50]", calls: 240) { list in
      let sum = list.reduce(0, +)
      return sum % 7 == 0 && sum > 100
    },
    Row("multiples of 7 all of them", .array(of: small, count: 0...6), minimum: "[14, 14, 14]", calls: 290) { list in
      list.count >= 3 && list.allSatisfy { $0 % 7 == 0 && $0 > 10 }
    },
    Row("equal multiples of 7", zip(small, small), minimum: "(105, 105)", calls: 140) {
      $0 == $1 && $0 % 7 == 0 && $0 > 100
    },
    Row("multiples of 7 and a difference", zip(small, small), minimum: "(105, 102)", calls: 180) {
      $0 - $1 == 3 && $0 % 7 == 0 && $0 > 100
    },
    Row("multiples of 7 and a sum", zip(small, small), minimum: "(105, 895)", calls: 200) {
      $0 + $1 == 1000 && $0 % 7 == 0 && $0 > 100
    },
  ])
  func numbersOfOneRemainderEndAtTheLeast(row: Row) { row.endsAtItsMinimum() }

  @Test(arguments: [
    Row("x > y + 100, y odd", zip(small, small), minimum: "(102, 1)", calls: 90) { $0 > $1 + 100 && $1 % 2 == 1 },
    Row("x * y > 1000", zip(small, small), minimum: "(2, 501)", calls: 100) { $0 * $1 > 1000 },
    Row("x * y > 1000 of narrow ranges", zip(.int(in: 0...100), .int(in: 0...100)), minimum: "(11, 91)", calls: 120) {
      $0 * $1 > 1000
    },
    Row("x + y == 1000", zip(small, small), minimum: "(301, 699)", calls: 125) { $0 + $1 == 1000 && $0 > 300 },
    Row("y == 2 x", zip(small, small), minimum: "(11, 22)", calls: 100) { $1 == 2 * $0 && $0 > 10 },
    Row("x == 2 y + 3", zip(small, small), minimum: "(25, 11)", calls: 100) { $0 == 2 * $1 + 3 && $1 > 10 },
    Row("x and y 10 or more", zip(Generator<UInt64>.integer, .integer), minimum: "(10, 10)", calls: 75) {
      $0 >= 10 && $1 >= 10
    },
    Row("a weighted sum", zip(small, small, small), minimum: "(0, 401, 991)", calls: 320) {
      100 * $0.0 + 10 * $0.1 + $0.2 > 5000
    },
    Row("a range of its own", smallAndGreater, minimum: "(1, 1000)", calls: 80) { $0 + $1 > 1000 },
  ])
  func numbersThatDependOnOneAnotherEndAtTheSimplest(row: Row) { row.endsAtItsMinimum() }

  @Test(arguments: [
    Row("holds 3 and 5", .subset(of: ten), minimum: "[3, 5]", calls: 30) { $0.contains(3) && $0.contains(5) },
    Row("three members", .subset(of: ten), minimum: "[0, 1, 2]", calls: 20) { $0.count >= 3 },
    Row("neighbours", .subset(of: ten), minimum: "[0, 1]", calls: 20) { set in set.contains { set.contains($0 + 1) } },
    Row("the first, or three", .subset(of: ten), minimum: "[0]", calls: 10) { $0.contains(0) || $0.count >= 3 },
    Row("0 behind 2", .permutation(of: ten), minimum: "[1, 2, 0, 3, 4, 5, 6, 7, 8, 9]", calls: 45) {
      $0.firstIndex(of: 0)! > $0.firstIndex(of: 2)!
    },
    Row("not in order", .permutation(of: ten), minimum: "[0, 1, 2, 3, 4, 5, 6, 7, 9, 8]", calls: 20) {
      $0 != $0.sorted()
    },
    Row("last before first", .permutation(of: ten), minimum: "[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]", calls: 120) {
      $0.last == 0
    },
    Row("no member in its place", .permutation(of: [0, 1, 2, 3, 4, 5]), minimum: "[1, 0, 3, 2, 5, 4]", calls: 40) {
      list in list.indices.allSatisfy { list[$0] != $0 }
    },
  ])
  func selectionsEndAtTheSimplest(row: Row) { row.endsAtItsMinimum() }
}
