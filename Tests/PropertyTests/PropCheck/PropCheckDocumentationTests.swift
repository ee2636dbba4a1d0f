import Foundation
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct SortingTests {
  @Test func sortingTwiceIsSortingOnce() {
    forAll(.array(of: .int)) { list in
      #expect(list.sorted().sorted() == list.sorted())
    }
  }

  @Test func theFirstIsTheLeast() {
    forAll(.array(of: .int, count: 1...20), .int(in: 0...19)) { list, index in
      let sorted = list.sorted()
      let first = try #require(sorted.first)
      #expect(first <= sorted[index % sorted.count])
    }
  }
}

@Suite struct IsolatedDocumentationTests {
  @Test(.isolatedPropertyTesting(caseTimeLimit: .seconds(60))) func halvesAreSmaller() {
    forAll(.int(in: 0...1000)) { number in
      precondition(number / 2 <= number)
    }
  }
}

actor Counter {
  private var total = 0
  func add(_ amount: Int) -> Int {
    total += amount
    return total
  }
}

@Suite(.propertyTesting) struct CounterTests {
  @Test func amountsAddUp() async {
    await forAll(.array(of: .int(in: 0...9))) { amounts in
      let counter = Counter()
      var total = 0
      for amount in amounts { total = await counter.add(amount) }
      #expect(total == amounts.reduce(0, +))
    }
  }
}

@Suite(.propertyTesting) struct PaddingTests {
  @Test(arguments: [1, 8, 64]) func paddedLengthsAreMultiples(of block: Int) {
    forAll(.int(in: 0...1000), name: "padded to \(block)") { length in
      let padded = (length + block - 1) / block * block
      #expect(padded % block == 0)
      #expect(padded - length < block)
    }
  }
}

@Suite(.propertyTesting) struct TaskTests {
  @Test func sumsOfTasks() async {
    await forAll(.array(of: .int(in: 0...9)), name: "child tasks") { numbers in
      await withTaskGroup(of: Void.self) { group in
        for number in numbers { group.addTask { #expect(number >= 0) } }
      }
    }
    await forAll(.array(of: .int(in: 0...9)), name: "a detached task") { numbers in
      let sum = await Task.detached { numbers.reduce(0, +) }.value
      #expect(sum >= 0)
    }
  }
}

/// The code of the documentation's articles: it compiles, runs, and is what the articles show.
@Suite(.propertyTesting) struct PropCheckDocumentationTests {
  @Test func firstProperty() {
    let commutes = Property("addition commutes", zip(.int(in: -9...9), .int(in: -9...9))) { pair, notes in
      notes.label("equal", if: pair.0 == pair.1)
      return pair.0 + pair.1 == pair.1 + pair.0 ? .passed : .failed("order", "the order matters")
    }
    let report = check(commutes, settings: Settings(cases: 1000, threads: 2))
    print(report.text())
    #expect(report.verdict == .passed)
  }

  @Test func coverage() {
    let settings = Settings(requiredLabels: ["has a duplicate": 0.1])
    forAll(.array(of: .int(in: 0...9)), settings: settings) { list in
      noteCase { $0.label("has a duplicate", if: Set(list).count < list.count) }
      #expect(list.sorted().count == list.count)
    }
  }

  @Test func coverageOfCases() {
    enum Shipping: CaseIterable, Sendable {
      case standard, express, pickup
    }

    let shares = Dictionary(uniqueKeysWithValues: Shipping.allCases.map { ("\($0)", 0.2) })
    forAll(.allCases, .int(in: 1...30), settings: Settings(requiredLabels: shares)) { (shipping: Shipping, weight) in
      noteCase { $0.label("\(shipping)") }
      #expect(weight > 0)
    }
  }

  @Test func checkingAsynchronously() async throws {
    func echo(_ text: String) async -> String { text }

    let report = await checkAsync("echo", .string) { text, _ in
      await echo(text) == text ? .passed : .failed("echo", "another text came back")
    }
    if let found = report.counterexample {
      let token = try Token.decode(found.token)
      let again = try await replayAsync(token, "echo", .string) { text, _ in
        await echo(text) == text ? .passed : .failed("echo", "another text came back")
      }
      print(again.description, again.outcome)
    }
    #expect(report.verdict == .passed)
  }

  @Test func ownGenerator() {
    struct Booking: Sendable {
      let nights: Int
      let guests: [String]
    }

    let bookings = Generator(Booking.init, .int(in: 1...14), .array(of: .string, count: 1...4))
    forAll(bookings) { #expect($0.nights > 0 && !$0.guests.isEmpty) }

    let fullHouses = Generator { source in
      let rooms = try source.draw(.int(in: 1...14), as: "rooms")
      return Booking(nights: 1, guests: try source.draw(.array(of: .string, count: rooms), as: "guests"))
    }
    forAll(fullHouses, name: "full houses") { #expect($0.nights == 1 && !$0.guests.isEmpty) }
  }

  @Test func combiningGenerators() {
    let evens = Generator.int(in: -100...100).map { $0 * 2 }
    let sizedLists = Generator.int(in: 1...5).flatMap { Generator<[Bool]>.array(of: .bool, count: $0) }
    let mostlySmall = Generator<Int>.weighted([(9, .int(in: 0...9)), (1, .int)])
    let fractions = Generator.rational(in: 0...1, ends: .open, maximumDenominator: 100)
    let tags = Generator<Set<String>>.set(of: .string(of: .letter, count: 1...3), count: 2...5)
    forAll(evens, sizedLists, mostlySmall) { even, list, _ in #expect(even % 2 == 0 && !list.isEmpty) }
    forAll(tags, name: "tags") { #expect((2...5).contains($0.count)) }
    forAll(fractions, name: "fractions") { fraction in #expect(fraction.numerator < fraction.denominator) }
  }

  @Test func recursion() {
    indirect enum Expression: Sendable {
      case number(Int)
      case sum(Expression, Expression)
    }

    let expressions = Generator<Expression>.recursive(depth: 4, base: Generator.int.map { .number($0) }) { part in
      zip(part, part).map { .sum($0.0, $0.1) }
    }
    #expect(check(Property("expressions", expressions) { _, _ in .passed }).verdict == .passed)
  }

  @Test func searching() {
    let roundTrip = Property("a number survives a square", Generator.double(in: 1...1e9)) { number, notes in
      let error = abs((number * number).squareRoot() - number) / number
      notes.target(error)
      return error < 1e-15 ? .passed : .failed("error", "it is off by \(error)", severity: error)
    }
    let searched = check(roundTrip, settings: Settings(cases: 2000, targeting: 0.8))
    print(searched.best.map { "\($0.value) is off by \($0.score)" } ?? "no score")
    #expect(searched.verdict == .passed)
  }

  @Test func replaying() throws {
    let limited = Property("small", Generator.int(in: 0...1000)) { number, _ in
      number < 500 ? .passed : .failed("large", "\(number) is large")
    }
    if let found = check(limited).counterexample {
      let again = try replay(found.token, limited)
      print(again.description, again.outcome)
    }
  }

  @Test func keeping() throws {
    forAll(.array(of: .int), settings: Settings(store: "Tests/Counterexamples")) { list in
      #expect(list.sorted().count == list.count)
    }

    func keep<Value>(_ report: Report<Value>) throws -> String? {
      guard let found = report.keptCase else { return nil }
      return try CaseDirectory("Tests/Counterexamples").keep(found)
    }
    #expect(try keep(check(Property("holds", Generator.bool) { _, _ in .passed })) == nil)
  }

  @Test func statefulTesting() {
    struct Stack {
      private var storage: [Int] = []
      var count: Int { storage.count }
      mutating func push(_ number: Int) { storage.append(number) }
      mutating func pop() -> Int? { storage.popLast() }
    }

    let machine = StateMachine(
      model: { [Int]() }, system: { Stack() },
      commands: [
        Command("push", .int(in: 0...9)) { model, number in
          model.append(number)
        } run: { stack, number, _ in
          stack.push(number)
          return .passed
        },
        Command("pop", when: { !$0.isEmpty }) { model in
          model.removeLast()
        } run: { stack, before in
          stack.pop() == before.last ? .passed : .failed("order", "another number came back")
        },
      ],
      invariant: { model, stack in
        model.count == stack.count ? .passed : .failed("count", "\(stack.count) counted, expected \(model.count)")
      })
    expectHolds(machine.property("a stack"))
  }

  @Test func theArticlesShowCodeOfThisFile() throws {
    let own = URL(fileURLWithPath: #filePath)
    let lines = { (text: String) in
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }
    let source = lines(try String(contentsOf: own, encoding: .utf8))
    let root = (0..<4).reduce(own) { url, _ in url.deletingLastPathComponent() }
    let catalogue = root.appending(path: "Sources/PropCheck/PropCheck.docc")
    let articles = try FileManager.default.contentsOfDirectory(at: catalogue, includingPropertiesForKeys: nil)
    var blocks = 0
    for article in articles where article.pathExtension == "md" {
      let parts = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```swift\n").dropFirst()
      for part in parts {
        let code = part.components(separatedBy: "```")[0]
        #expect(source.contains(lines(code)), "\(article.lastPathComponent): \(code)")
        blocks += 1
      }
    }
    #expect(blocks == 18)
  }
}
