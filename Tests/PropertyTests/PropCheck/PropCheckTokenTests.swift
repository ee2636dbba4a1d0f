import PropCheck
import Testing

/// Tokens: what was printed replays the case, and what cannot be replayed says why.
@Suite struct PropCheckTokenTests {
  private let property = PropCheckTokenTests.sum(limit: 100)

  private static func sum(limit: Int, name: String = "sum") -> Property<[Int]> {
    Property(name, .array(of: .int(in: 0...limit))) { value, _ in
      value.reduce(0, +) < 150 ? .passed : .failed("sum", "the sum is \(value.reduce(0, +))")
    }
  }

  private func token() throws -> String {
    try #require(check(property).counterexample).token
  }

  @Test func aTokenReplaysItsCaseWhateverTheSeed() throws {
    let found = try #require(check(property, settings: Settings(seed: 7)).counterexample)
    let replayed = try replay(found.token, property)
    #expect(replayed.value == found.value)
    #expect(replayed.description == found.description)
    #expect(replayed.outcome == .failed(found.failure))
  }

  /// The text was recorded once: it must replay in every later process, on every machine.
  @Test func aRecordedTokenStillReplays() throws {
    let recorded = "pc1.FANzdW2y_sMjA529uwUJ-BMJ-EUBllTrQw"
    let result = try replay(recorded, property)
    #expect(result.value == [50, 100])
    let printed = try token()
    #expect(printed == recorded)
  }

  @Test func everyTruncationIsNamed() throws {
    let text = try token()
    for length in 0..<text.count {
      #expect(throws: TokenError.self) { try Token.decode(String(text.prefix(length))) }
    }
    #expect(throws: TokenError.truncated) { try Token.decode(String(text.dropLast(3))) }
    #expect(throws: TokenError.truncated) { try Token.decode(String(text.prefix(12))) }
  }

  @Test func everyAlteredCharacterIsNoticed() throws {
    let text = Array(try token())
    for position in text.indices {
      var altered = text
      altered[position] = text[position] == "A" ? "B" : "A"
      #expect(throws: TokenError.self, "position \(position)") { try Token.decode(String(altered)) }
    }
    // the last character holds bits that belong to no byte: they are zero or the text was altered
    for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" where last != text.last {
      #expect(throws: TokenError.self, "\(last)") { try Token.decode(String(text.dropLast() + [last])) }
    }
    var middle = text
    middle[text.count / 2] = middle[text.count / 2] == "A" ? "B" : "A"
    #expect(throws: TokenError.altered) { try Token.decode(String(middle)) }
    #expect(throws: TokenError.altered) { try Token.decode("pc1.ab*cdefghijklm") }
  }

  @Test func anotherVersionIsNamed() throws {
    let text = try token()
    #expect(throws: TokenError.otherVersion(found: "pc1", expected: "hb1")) {
      try Token.decode(text, prefix: "hb1")
    }
    let own = try #require(check(property, settings: Settings(tokenPrefix: "hb1")).counterexample).token
    #expect(own.hasPrefix("hb1."))
    let replayed = try replay(own, property, prefix: "hb1")
    #expect(replayed.value == [50, 100])
    // the checksum covers the prefix
    #expect(throws: TokenError.altered) { try Token.decode("pc1." + own.dropFirst(4)) }
  }

  @Test func aChangedGeneratorMakesTokensStale() throws {
    let text = try token()
    #expect(throws: TokenError.staleGenerator(property: "sum")) { try replay(text, PropCheckTokenTests.sum(limit: 99)) }
    let doubled = Property("sum", property.generator.map { $0.map { $0 * 2 } }, body: property.body)
    #expect(throws: TokenError.staleGenerator(property: "sum")) { try replay(text, doubled) }
    let longer = Property("sum", Generator<[Int]>.array(of: .int(in: 0...100), count: 0...21), body: property.body)
    #expect(throws: TokenError.staleGenerator(property: "sum")) { try replay(text, longer) }
  }

  @Test func choicesThatDoNotFitAreStale() throws {
    let token = try Token.decode(try token())
    let found = try #require(check(property).counterexample)
    let short = Token(
      property: token.property, fingerprint: token.fingerprint, choices: Array(found.choices.dropLast()))
    #expect(throws: TokenError.staleGenerator(property: "sum")) { try replay(short, property) }
    let long = Token(
      property: token.property, fingerprint: token.fingerprint, choices: found.choices + found.choices)
    #expect(throws: TokenError.staleGenerator(property: "sum")) { try replay(long, property) }
  }

  @Test func anotherPropertyIsNamed() throws {
    let text = try token()
    #expect(throws: TokenError.unknownProperty(name: "sum", known: ["product"])) {
      try replay(text, PropCheckTokenTests.sum(limit: 100, name: "product"))
    }
  }

  @Test func aPropertyOutsideOfTheCatalogueIsNamed() throws {
    let decoded = try Token.decode(try token())
    try decoded.requireProperty(among: ["product", "sum"])
    #expect(throws: TokenError.unknownProperty(name: "sum", known: ["a", "b"])) {
      try decoded.requireProperty(among: ["a", "b"])
    }
  }

  @Test func theFingerprintDependsOnTheGeneratorAlone() {
    let same = Property("another", Generator<[Int]>.array(of: .int(in: 0...100))) { _, _ in .passed }
    #expect(same.fingerprint == property.fingerprint)
    #expect(PropCheckTokenTests.sum(limit: 101).fingerprint != property.fingerprint)
  }

  @Test func numbersOfEveryKindSurviveATrip() throws {
    let choices = [
      Choice(kind: .integer, word: .max, below: 0, above: .max), Choice(kind: .more, word: 1, below: 0, above: 1),
      Choice(kind: .double, word: (-0.1).bitPattern, below: 0, above: 0),
      Choice(kind: .denominator, word: 30, below: 0, above: 100),
      Choice(kind: .numerator, word: 31, below: 9, above: 9),
    ]
    let token = Token(property: "naïve \"name\"", fingerprint: 0xFEDC_BA98_7654_3210, choices: choices)
    let decoded = try Token.decode(token.encoded(prefix: "x9"), prefix: "x9")
    #expect(decoded == token)
  }

  @Test func eachErrorPrintsOneHelpfulLine() {
    let texts = [
      TokenError.truncated, .altered, .otherVersion(found: "hb0", expected: "hb1"),
      .unknownProperty(name: "order", known: ["trees", "series"]), .staleGenerator(property: "order"),
    ].map(\.description)
    #expect(
      texts == [
        "the token is truncated: its end is missing; copy the whole word, up to the next space",
        "the token is damaged: its checksum does not match; copy it again from the report",
        "the token starts with 'hb0', expected 'hb1.': it was made by another version or program",
        "the token belongs to the property 'order', which is not among: series, trees",
        "the token is stale: the generator of 'order' has changed since it was made; run the property again",
      ])
  }
}
