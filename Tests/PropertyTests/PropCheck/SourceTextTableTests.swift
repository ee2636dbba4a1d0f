import Foundation
import PropCheck
import Testing

/// One value and text a row; each text compiles where its type is known, and gives the value.
@Suite struct SourceTextTableTests {
  struct Outer {
    struct Inner<Part> {
      var part: Part
    }
    enum Kind {
      case none
      case `two words`
      case payload(Int?, name: Substring)
      indirect case deeper(Kind)
    }
  }

  private static func texts(_ rows: (String, String)...) -> [(String, String)] { rows }

  private static let numbers = texts(
    (sourceText(Float.infinity), ".infinity"), (sourceText(-Float.infinity), "-.infinity"),
    (sourceText(Float.nan), ".nan"), (sourceText(Float(0.1)), "0.1"), (sourceText(-0.0), "-0.0"),
    (sourceText(CGFloat.infinity), ".infinity"), (sourceText(CGFloat(-1.5)), "-1.5"),
    (sourceText(-Double.nan), ".nan"), (sourceText(Double.leastNonzeroMagnitude), "5e-324"),
    (sourceText(UInt64.max), "18446744073709551615"),
    (sourceText(Int128.min), "-170141183460469231731687303715884105728"),
    (sourceText(Duration.seconds(-3)), ".seconds(-3)"),
    (
      sourceText(Duration.milliseconds(1500)), "Duration(secondsComponent: 1, attosecondsComponent: 500000000000000000)"
    ))

  private static let ranges = texts(
    (sourceText("a"..<"b"), #""a"..<"b""#), (sourceText("a"..."b"), #""a"..."b""#),
    (sourceText(-2 ... -1), "-2 ... -1"),
    (sourceText(0..<3), "0..<3"), (sourceText(1...), "1..."),
    (sourceText((-1)...), "(-1)..."), (sourceText(...(-1)), "...(-1)"),
    (sourceText(..<2), "..<2"), (sourceText(-Double.infinity ... .infinity), "-.infinity ... .infinity"))

  private static let words = texts(
    (sourceText("a\u{200B}b"), #""a\u{200B}b""#),
    (sourceText("\u{202E}\u{2066}\u{FEFF}"), #""\u{202E}\u{2066}\u{FEFF}""#),
    (sourceText("\u{AD}\u{A0}\u{3000}\u{2028}\u{E000}"), #""\u{AD}\u{A0}\u{3000}\u{2028}\u{E000}""#),
    (sourceText("\0\r\n\t\u{1B}\u{7F}"), #""\0\r\n\t\u{1B}\u{7F}""#), (sourceText("\u{1}"), #""\u{01}""#),
    (sourceText("\u{301}e\u{301}"), #""\u{301}e\u{301}""#), (sourceText("\u{200B}\u{301}"), #""\u{200B}\u{301}""#),
    (sourceText("👨\u{200D}👩 é中א"), #""👨\u{200D}👩 é中א""#), (sourceText("ते"), #""ते""#),
    (sourceText(#"\("x")"#), #""\\(\"x\")""#),
    (sourceText("a\u{FE0F}\u{E0041}"), #""a\u{FE0F}\u{E0041}""#), (sourceText("abc".dropFirst()), #""bc""#),
    (sourceText("\u{2066}" as Character), #""\u{2066}""#), (sourceText("x" as Unicode.Scalar), #""x""#),
    (sourceText("\u{200F}" as Unicode.Scalar), #""\u{200F}""#), (sourceText("s" as StaticString), #""s""#))

  private static let structures = texts(
    (sourceText(Outer.Inner(part: 1)), "SourceTextTableTests.Outer.Inner<Int>(part: 1)"),
    (
      sourceText(Outer.Inner(part: ["a": Outer.Inner(part: Int?.none)])),
      "SourceTextTableTests.Outer.Inner<Dictionary<String, SourceTextTableTests.Outer.Inner<Optional<Int>>>>"
        + #"(part: ["a": SourceTextTableTests.Outer.Inner<Optional<Int>>(part: nil)])"#
    ),
    (sourceText(Outer.Kind.none), ".none"), (sourceText(Outer.Kind?.some(.none)), ".some(.none)"),
    (sourceText(Outer.Kind.`two words`), ".`two words`"),
    (sourceText(Outer.Kind.payload(nil, name: "n")), #".payload(nil, name: "n")"#),
    (sourceText(Outer.Kind.deeper(.payload(3, name: ""))), #".deeper(.payload(3, name: ""))"#),
    (sourceText(Result<Int, CancellationError>.success(1)), ".success(1)"),
    (sourceText(Int??.some(nil)), ".some(nil)"), (sourceText(Int???.some(.some(nil))), ".some(.some(nil))"),
    (sourceText(Int???.some(nil)), ".some(nil)"), (sourceText(Int???.some(.some(3))), "3"),
    (sourceText([Int?.none, 1]), "[nil, 1]"))

  private static let collections = texts(
    (sourceText([1.5, .nan][...]), "[1.5, .nan]"), (sourceText(ContiguousArray(["a"])), #"["a"]"#),
    (sourceText(["b": [2, 1], "a": []] as [String: Set<Int>]), #"["a": [], "b": [1, 2]]"#),
    (sourceText(["x": 1, "x": 2] as KeyValuePairs), #"["x": 1, "x": 2]"#),
    (sourceText([-1, 10, 2] as Set), "[2, -1, 10]"), (sourceText(AnyHashable("a")), #"AnyHashable("a")"#))

  private static let foundation = texts(
    (sourceText(Data([0, 255])), "Data([0, 255])"), (sourceText(Data()), "Data()"),
    (sourceText(Date(timeIntervalSinceReferenceDate: 1.25)), "Date(timeIntervalSinceReferenceDate: 1.25)"),
    (
      sourceText(UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))),
      #"UUID(uuidString: "00010203-0405-0607-0809-0A0B0C0D0E0F")!"#
    ),
    (sourceText(URL(string: "https://a.b/c?d=%20")), #"URL(string: "https://a.b/c?d=%20")!"#),
    (
      sourceText(URL(string: "x", relativeTo: URL(string: "http://a.b/"))),
      #"URL(string: "x", relativeTo: URL(string: "http://a.b/")!)!"#
    ),
    (sourceText(Decimal(string: "-0.1")), #"Decimal(string: "-0.1")!"#), (sourceText(Decimal.nan), ".nan"))

  private static let tables: [[(String, String)]] = [numbers, ranges, words, structures, collections, foundation]

  @Test(arguments: tables.flatMap { $0 })
  func aValueIsPrintedAsItIsWritten(text: String, expected: String) {
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  #if !(os(macOS) && arch(x86_64))
    @Test func numbersOfHalfPrecisionAreNamedToo() {
      #expect(sourceText([Float16.infinity, -.infinity, .nan, 0.1]) == "[.infinity, -.infinity, .nan, 0.1]")
    }
  #endif

  @Test func typesWithoutANameOfTheirOwnScopeAreNamedFromWithin() {
    struct Local {
      struct Inner { var x = 1 }
    }
    #expect(sourceText(Local.Inner()) == "Local.Inner(x: 1)")
    #expect(sourceText(Hidden()) == "Hidden()")
  }

  private struct Hidden {}

  @Test func aDeepValueEndsInPoints() {
    var kind = Outer.Kind.none
    for _ in 0..<1000 { kind = .deeper(kind) }
    let text = sourceText(kind)
    #expect(text.hasPrefix(".deeper(.deeper(") && text.contains("(...)"))
  }
}
