import Testing

@testable import PropCheck

/// Generators stay in their ranges, reach their ends, and shrink to what is simplest.
@Suite struct PropCheckGeneratorTests {
  /// All values of some cases.
  private func values<Value: Sendable>(_ generator: Generator<Value>, cases: Int = 2000) -> [Value] {
    var result: [Value] = []
    let runner = CaseRunner(Property("values", generator) { _, _ in .passed }, seed: 1, attempts: 1)
    var source = runner.makeSource(isRecording: false)
    for index in 0..<cases {
      if let value = try? runner.value(at: CasePosition(index: index, attempt: 0), source: &source) {
        result.append(value)
      }
    }
    return result
  }

  private func simplest<Value: Sendable>(_ generator: Generator<Value>) -> Value? {
    values(generator, cases: 1).first
  }

  private func checkRange<Number: FixedWidthInteger & Sendable>(_ range: ClosedRange<Number>, simplest: Number) {
    let drawn = values(.integer(in: range))
    #expect(drawn.allSatisfy { range.contains($0) })
    #expect(drawn.contains(range.lowerBound))
    #expect(drawn.contains(range.upperBound))
    #expect(drawn.first == simplest)
  }

  @Test func integersOfEveryWidthStayInTheirRangesAndReachTheirEnds() {
    checkRange(Int8.min ... .max, simplest: 0)
    checkRange(UInt8(3)...200, simplest: 3)
    checkRange(Int16.min ... -5, simplest: -5)
    checkRange(UInt16.min ... .max, simplest: 0)
    checkRange(Int32.min ... .max, simplest: 0)
    checkRange(Int.min ... .max, simplest: 0)
    checkRange(UInt.min ... .max, simplest: 0)
    checkRange(UInt64.max - 3 ... .max, simplest: .max - 3)
    checkRange(Int64.min ... .min + 9, simplest: .min + 9)
    checkRange(-3...100, simplest: 0)
    checkRange(7...7, simplest: 7)
    checkRange(Int128(-5)...5, simplest: 0)
    let wide = values(Generator<Int128>.integer)
    #expect(wide.contains { $0 > Int128(Int64.max) } && wide.contains { $0 < Int128(Int64.min) })
    let unsigned = values(Generator<UInt128>.integer(in: 5 ... .max))
    #expect(unsigned.allSatisfy { $0 >= 5 } && unsigned.contains { $0 > 1 << 100 })
    checkRange(Int128.min ... .max, simplest: 0)
    let far = Int128(1) << 70
    checkRange(far...far + 10, simplest: far)
    #expect(Set(values(.integer(in: far...far + 10))).count == 11)
    checkRange(-far - 3...(-far), simplest: -far)
  }

  /// A narrow type has its edges as often as a wide one, so that the quotient of -128 and -1 is met.
  @Test func edgesOfNarrowTypesMeetOneAnother() {
    func seedsOf100(_ isMet: @escaping @Sendable (Int8, Int8) -> Bool) -> Int {
      let property = Property("corner", zip(Generator<Int8>.integer, .integer)) { value, _ in
        isMet(value.0, value.1) ? .failed("met", "") : .passed
      }
      return (0..<100 as Range<UInt64>).count { check(property, settings: Settings(seed: $0)).counterexample != nil }
    }
    #expect(seedsOf100 { x, _ in x == .min } > 90)
    #expect(seedsOf100 { x, _ in x == .max } > 90)
    #expect(seedsOf100 { $0 == .min && $1 == .max } > 20)
    #expect(seedsOf100 { $0 == .min && $1 == -1 } > 8)
  }

  /// A fault at one corner of three dimensions, which independent edges would hardly meet.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func edgesMeetOneAnother(seed: UInt64) {
    let pairs = zip(Generator<Int>.int, Generator<Int32>.integer)
    let corner = Property("corner", pairs) { value, _ in
      if value.0 == Int.max && value.1 == Int32.min { return .failed("corner", "") }
      return .passed
    }
    #expect(check(corner, settings: Settings(seed: seed, cases: 5000)).verdict == .failed)
    let triples = zip(Generator<Int>.int, Generator<Int>.int, Generator<Double>.double(in: -1...1))
    let three = Property("three", triples) { value, _ in
      if value.0 == Int.max && value.1 == Int.min && value.2 == 1 { return .failed("corner", "") }
      return .passed
    }
    #expect(check(three, settings: Settings(seed: seed, cases: 20_000)).verdict == .failed)
  }

  @Test func aStructureIsBuiltByItsInitializer() {
    struct Booking: Sendable, Equatable {
      let nights: Int
      let guests: [String]
    }
    let bookings = Generator(Booking.init, .int(in: 1...14), .array(of: .string(of: .letter), count: 1...4))
    #expect(values(bookings).allSatisfy { (1...14).contains($0.nights) && (1...4).contains($0.guests.count) })
    #expect(simplest(bookings) == Booking(nights: 1, guests: [""]))
    let sums = Generator({ (a: Int, b: Int, c: Int) in a + b + c }, .int(in: 0...9), .int(in: 0...9), .constant(1))
    #expect(Set(values(sums)) == Set(1...19))
  }

  /// Drawing five different numbers of five succeeds by luck in 1 of 26 cases.
  @Test func collectionsOfDifferentElementsReachTheirSizes() {
    let all = values(Generator<Set<Int>>.set(of: .int(in: 0...4), count: 5...5))
    #expect(all.count > 1900 && all.allSatisfy { $0 == Set(0...4) })
    let keys = values(Generator<[Int: Bool]>.dictionary(keys: .int(in: 0...2), values: .bool, count: 3...3))
    #expect(keys.count > 1900 && keys.allSatisfy { $0.keys.sorted() == [0, 1, 2] })
    let found = check(
      Property("sets", Generator<Set<Int>>.set(of: .int(in: 0...1000), count: 0...30)) { set, _ in
        set.filter { $0 >= 10 }.count < 3 ? .passed : .failed("three", "")
      })
    #expect(found.counterexample?.description == "[10, 11, 12]")
  }

  @Test func aValueOfTooManyChoicesSaysSo() {
    let endless = Generator<[Int]>.array(of: .int, count: 5_000_000)
    let runner = CaseRunner(Property("endless", endless) { _, _ in .passed }, seed: 1, attempts: 1)
    var source = runner.makeSource(isRecording: false)
    let discard = #expect(throws: Discard.self) {
      try runner.value(at: CasePosition(index: 60, attempt: 0), source: &source)
    }
    #expect(discard?.reason == "the value needs more than 4000000 choices: bound its size or its depth")
  }

  @Test func tooFewDifferentElementsSaySo() {
    let impossible = Generator<Set<Bool>>.set(of: .bool, count: 3...4)
    #expect(
      check(Property("three truths", impossible) { _, _ in .passed }).verdict
        == .gaveUp(
          """
          120 attempts were discarded and 0 judged; most often: a collection of 3 or more different elements found \
          only 2: ask for fewer (count:), or draw elements of a wider range
          """))
  }

  @Test(arguments: [(0, 9), (9, 0), (3, 12), (12, 3), (5, 5)] as [(UInt64, UInt64)])
  func ranksAndNumbersCorrespond(below: UInt64, above: UInt64) {
    var seen: Set<Int64> = []
    var sizes: [UInt64] = []
    for rank in 0...(below + above) {
      let offset = Int64(bitPattern: IntegerOrder.offset(ofRank: rank, below: below, above: above))
      #expect(offset >= -Int64(below) && offset <= Int64(above))
      seen.insert(offset)
      sizes.append(offset.magnitude)
      let back = IntegerOrder.rank(
        magnitude: offset.magnitude, isNegative: offset < 0, below: below, above: above)
      #expect(back == rank)
      let signed = IntegerOrder.signed(rank, below: below, above: above)
      #expect(signed == (offset.magnitude, offset < 0))
    }
    #expect(seen.count == Int(below + above) + 1)
    #expect(sizes == sizes.sorted())
  }

  @Test func doublesStayInTheirRangesAndKeepOpenEndsOut() {
    let closed = values(.double(in: -0.5...2))
    #expect(closed.allSatisfy { (-0.5...2).contains($0) })
    #expect(closed.contains(-0.5) && closed.contains(2) && closed.contains(0))
    let open = values(.double(in: 0...1, ends: .open))
    #expect(open.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(open.contains { $0 < 1e-3 })
    #expect(values(.double(in: 0..<1)).allSatisfy { $0 < 1 })
    #expect(values(.double).allSatisfy { $0.isFinite })
    #expect(values(.anyDouble).contains { $0.isNaN })
    #expect(simplest(.double(in: 0.3...0.9)) == 0.5)
  }

  @Test func fractionsAreInLowestTermsAndInRange() {
    let drawn = values(.rational(in: 0...0.95, ends: .openBelow, maximumDenominator: 64))
    for (numerator, denominator) in drawn {
      #expect(numerator > 0 && 20 * numerator <= 19 * denominator && denominator <= 64)
      #expect(greatestCommonDivisor(UInt64(numerator), UInt64(denominator)) == 1)
    }
    #expect(drawn.contains { $0 == (19, 20) })
    #expect(Set(drawn.map(\.denominator)).count > 40)
    let narrow = simplest(.rational(in: 0.3...0.35, maximumDenominator: 10))
    #expect(narrow.map { $0 == (1, 3) } == true)
  }

  @Test func collectionsHaveTheLengthsAskedFor() {
    let arrays = values(Generator<[Bool]>.array(of: .bool, count: 2...5))
    #expect(Set(arrays.map(\.count)) == [2, 3, 4, 5])
    #expect(values(Generator<[Bool]>.array(of: .bool, count: 3)).allSatisfy { $0.count == 3 })
    let sets = values(Generator<Set<Int>>.set(of: .int(in: 0...50), count: 1...4))
    #expect(sets.allSatisfy { (1...4).contains($0.count) })
    let permutations = values(Generator<[Int]>.permutation(of: [1, 2, 3]))
    #expect(Set(permutations).count == 6)
    #expect(simplest(.permutation(of: [3, 1, 2])) == [3, 1, 2])
    for count in 0...17 {
      let permuted = values(.permutation(of: Array(0..<count)), cases: 50)
      #expect(permuted.allSatisfy { $0.sorted() == Array(0..<count) })
    }
    #expect(values(.subset(of: [Int]()), cases: 5).allSatisfy { $0.isEmpty })
    let ordered = values(.subset(of: Array(0..<9)))
    #expect(ordered.allSatisfy { $0 == $0.sorted() } && ordered.contains { $0.count == 9 })
    let subsets = values(Generator<[Int]>.subset(of: [1, 2, 3]))
    #expect(Set(subsets).count == 8)
    let dictionaries = values(Generator<[Int: Bool]>.dictionary(keys: .int(in: 0...9), values: .bool, count: 0...3))
    #expect(Set(dictionaries.map(\.count)) == [0, 1, 2, 3])
  }

  @Test func selectionsReachEveryChoice() {
    #expect(Set(values(.element(of: ["a", "b", "c"]))) == ["a", "b", "c"])
    #expect(Set(values(.oneOf([.constant(1), .int(in: 5...6)]))) == [1, 5, 6])
    let weighted = values(.weighted([(9, .constant(1)), (1, .constant(2)), (0, .constant(3))]))
    #expect(Set(weighted) == [1, 2])
    #expect(weighted.filter { $0 == 2 }.count < 400)
    #expect(Set(values(.weighted([(0, .constant(1)), (1, .constant(2))]))) == [2])
    let optional = values(Generator.int(in: 1...1).optional())
    #expect(optional.contains(nil) && optional.contains(1))
    #expect(simplest(Generator.int.optional()) == .some(nil))
    #expect(values(.string(of: .letter, count: 1...3)).allSatisfy { (1...3).contains($0.count) })
  }

  @Test func aRecursionEndsAtItsDepth() {
    indirect enum Tree: Sendable {
      case leaf
      case node(Tree, Tree)
      var depth: Int {
        if case .node(let left, let right) = self { 1 + max(left.depth, right.depth) } else { 0 }
      }
    }
    let trees = values(.recursive(depth: 4, base: .constant(Tree.leaf)) { zip($0, $0).map { .node($0.0, $0.1) } })
    #expect(Set(trees.map(\.depth)) == [0, 1, 2, 3, 4])
  }

  @Test func aRecordedRunMakesTheValueOfTheRandomOne() throws {
    let generator = zip(
      Generator<[String]>.array(of: .string(count: 0...3)), Generator.double, Generator.int.optional(),
      Generator.rational(in: -1...1, maximumDenominator: 99), Generator.int.filter { $0 % 3 == 0 })
    let runner = CaseRunner(Property("same", generator) { _, _ in .passed }, seed: 5, attempts: 1)
    var plain = runner.makeSource(isRecording: false)
    var recording = runner.makeSource(isRecording: true)
    var replaying = runner.makeSource(isRecording: true)
    for index in 1..<200 {
      let position = CasePosition(index: index, attempt: 0)
      let first = try runner.value(at: position, source: &plain)
      let second = try runner.value(at: position, source: &recording)
      let third = try runner.value(of: recording.choices, mode: .strict, source: &replaying)
      #expect("\(first)" == "\(second)")
      #expect("\(second)" == "\(third)")
      #expect(replaying.choices == recording.choices)
      #expect(replaying.spans == recording.spans)
    }
  }

  @Test func equalAndNeighbouringNumbersMeet() {
    let pairs = values(zip(Generator.int, Generator.int))
    #expect(pairs.contains { $0.0 == $0.1 && $0.0.magnitude > 1000 })
    #expect(pairs.contains { $0.0 != $0.1 && $0.0.magnitude > 1000 && ($0.0 &- $0.1).magnitude < 3 })
  }
}
