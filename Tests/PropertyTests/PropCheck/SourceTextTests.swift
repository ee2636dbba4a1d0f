import PropCheck
import Testing

/// Values as a person writes them in Swift.
@Suite struct SourceTextTests {
  private struct Booking: Sendable {
    let nights: Int
    let guests: [String]
    var note: String?
  }

  private indirect enum Shape: Sendable {
    case point
    case circle(radius: Double)
    case pair(Shape, Shape)
  }

  private struct Described: CustomStringConvertible {
    let description = "as it likes"
  }

  @Test func textsHaveTheirQuotesAndOptionalsTheirValues() {
    #expect(sourceText("a \"b\"\n") == #""a \"b\"\n""#)
    #expect(sourceText(Character("x")) == "\"x\"")
    #expect(sourceText("abc".dropFirst()) == "\"bc\"")
    #expect(sourceText(Optional(3)) == "3")
    #expect(sourceText(Int?.none) == "nil")
    #expect(sourceText(Int??.some(nil)) == ".some(nil)")
  }

  @Test func numbersThatAreNoNumbersAreMembers() {
    #expect(sourceText([0.5, -0.25, .infinity, -.infinity, .nan]) == "[0.5, -0.25, .infinity, -.infinity, .nan]")
    #expect(sourceText(Int8.min) == "-128")
  }

  @Test func structuresAndCasesReadAsTheirInitializers() {
    let booking = Booking(nights: 2, guests: ["a", ""], note: nil)
    #expect(sourceText(booking) == #"Booking(nights: 2, guests: ["a", ""], note: nil)"#)
    #expect(sourceText(Shape.point) == ".point")
    #expect(sourceText(Shape.pair(.point, .circle(radius: 0.5))) == ".pair(.point, .circle(radius: 0.5))")
    #expect(sourceText((1, "a", [true])) == #"(1, "a", [true])"#)
    #expect(sourceText((numerator: 1, denominator: 2)) == "(numerator: 1, denominator: 2)")
    #expect(sourceText(Described()) == "as it likes")
    #expect(sourceText([Described()]) == "[as it likes]")
    #expect(sourceText(()) == "()")
  }

  /// The order of hashing differs from process to process; that of the text must not.
  @Test func setsAndDictionariesHaveAnOrder() {
    #expect(sourceText(Set([30, 2, 10, 1, 20])) == "[1, 2, 10, 20, 30]")
    #expect(sourceText(Set(["b", "a", "cc"])) == #"["a", "b", "cc"]"#)
    #expect(sourceText(["b": 1, "a": 2]) == #"["a": 2, "b": 1]"#)
    #expect(sourceText([Int: Int]()) == "[:]")
    #expect(sourceText(Set<Int>()) == "[]")
  }

  /// Recorded once: a token of sets and dictionaries replays in every later process.
  @Test func aTokenOfAnUnorderedValueReplaysInEveryProcess() throws {
    let generator = zip(
      Generator<Set<Int>>.set(of: .int(in: 0...99), count: 3...5),
      Generator<[String: Int]>.dictionary(keys: .string(of: .letter, count: 1...2), values: .int, count: 2...4))
    let property = Property("unordered", generator) { value, _ in
      value.0.reduce(0, +) < 40 ? .passed : .failed("sum", "")
    }
    let recorded = "pc1.Jgl1bm9yZGVyZWTapjQ7nlU1NxIJAAkICfgIAQkJAAEACQkIAQABIYKDmQ"
    let found = try #require(check(property).counterexample)
    #expect(found.token == recorded)
    #expect(try replay(recorded, property).description == found.description)
    #expect(found.description == #"([0, 1, 39], ["a": 0, "b": 0])"#)
  }
}
