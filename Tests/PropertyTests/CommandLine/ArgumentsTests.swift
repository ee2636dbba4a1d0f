import HBModel
import HBReport
import Testing

@Suite struct ArgumentsTests {
  private static let options: [OptionSpecification] = [
    .required("start", "X", "the start"), .required("order", "K", "the order"), .flag("stationary", "stationary"),
    .option("claim", "NAME", "a claim", isRepeatable: true), .option("momentum", "MU", "the momentum"),
  ]

  private func parse(_ list: String...) throws(UsageError) -> Arguments {
    try Arguments(
      list, options: Self.options, operands: [OperandSpecification("WHAT", expected: "it", isOptional: true)])
  }

  /// The line that `body` throws.
  private func line(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)" }
    return "no error"
  }

  @Test func `an option takes the next argument even where that begins with a dash`() throws {
    #expect(try parse("--start", "-1,2").vector("start") == [Rational(-1), Rational(2)])
    #expect(try parse("--start=-1,2").vector("start") == [Rational(-1), Rational(2)])
    #expect(try parse("--start", "-h").required("start") == "-h")
  }

  @Test func `numbers are fractions or decimals and exact`() throws {
    let quarter = try Rational(1, 4)
    #expect(try parse("--start", "1/4, 0.25 ,25e-2").vector("start") == [quarter, quarter, quarter])
  }

  @Test func `flags, operands and repeatable options are kept in order`() throws {
    let arguments = try parse("--claim", "a", "here", "--claim=b", "--stationary")
    #expect(arguments.all("claim") == ["a", "b"])
    #expect(arguments.operands == ["here"])
    #expect(arguments.has("stationary"))
    #expect(!arguments.has("order"))
  }

  @Test func `help ends the reading`() throws {
    #expect(try parse("--order", "3", "--help", "--bogus").asksForHelp)
    #expect(try parse("-h").asksForHelp)
  }

  @Test func `what cannot be split says what was found and what was expected`() {
    #expect(
      line { _ = try parse("--ordr", "3") }
        == """
        options: found the unknown option '--ordr', expected one of --start --order --stationary --claim --momentum \
        (did you mean --order?)
        """)
    #expect(line { _ = try parse("--order") } == "--order: found no value, expected K: the order")
    #expect(
      line { _ = try parse("--order", "--start", "1") } == "--order: found the option --start, expected K: the order")
    #expect(line { _ = try parse("--order", "1", "--order", "1") } == "--order: found two of them, expected one")
    #expect(line { _ = try parse("--stationary=1") } == "--stationary: found the value '1', expected no value")
    #expect(line { _ = try parse("a", "b") } == "arguments: found 'b', expected no more than WHAT")
    #expect(line { _ = try parse().required("order") } == "--order: found nothing, expected K: the order")
  }

  @Test func `values out of range say the range`() {
    #expect(
      line { _ = try parse("--order", "9").integer("order", in: 0...8) }
        == "--order: found '9', expected a whole number from 0 to 8")
    #expect(
      line { _ = try parse("--order", "-1").seed("order", default: 1) }
        == "--order: found '-1', expected a whole number from 0 to 2^64 - 1")
    #expect(
      line { _ = try parse("--momentum", "1").momentum("momentum") }
        == "--momentum: found 1, expected a momentum in [0, 1): at least 0 and below 1")
    #expect(
      line { _ = try parse("--momentum", "0").positive("momentum") }
        == "--momentum: found 0, expected a number above 0")
    #expect(
      line { _ = try parse("--order", "txt").choice("order", among: ["text", "json"], default: "text") }
        == "--order: found 'txt', expected one of text, json (did you mean text?)")
  }

  @Test func `a number that is none is named with its entry and column`() {
    #expect(
      line { _ = try parse("--start", "1,nan").vector("start") }
        == "--start, entry 2: found 'nan', expected a finite number such as -3/4, 0.1 or 1e-3")
    #expect(
      line { _ = try parse("--start", "1,,2").vector("start") }
        == "--start, entry 2: found nothing, expected a finite number such as -3/4, 0.1 or 1e-3")
    #expect(
      line { _ = try parse("--start", "1..2").vector("start") }
        == "--start: found '1..2', expected a digit at column 3")
    let long = String(repeating: "7", count: 100)
    #expect(
      line { _ = try parse("--start", long).vector("start") }
        == """
        --start: found '\(long.prefix(40))...' (100 characters), expected a number whose numerator and denominator \
        in lowest terms fit in 128 bits
        """)
  }

  @Test func `the nearest word is one or two edits away, or a beginning`() {
    let verbs = ["verify", "replay", "order", "trajectory"]
    #expect(Suggestion.nearest(to: "verfiy", among: verbs) == "verify")
    #expect(Suggestion.nearest(to: "ORDER", among: verbs) == "order")
    #expect(Suggestion.nearest(to: "traj", among: verbs) == "trajectory")
    #expect(Suggestion.nearest(to: "xyz", among: verbs) == nil)
    #expect(Suggestion.nearest(to: "", among: verbs) == nil)
  }

  @Test func `an echoed argument stays one line`() {
    #expect("a\nb\t\u{1B}[2J".withoutControlCharacters == "a\\nb\\t\\u{1b}[2J")
  }
}
