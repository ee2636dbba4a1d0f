/// A part of a recording that belongs together: an element, an array, a level of a recursion.
struct Span: Sendable, Equatable {
  let label: SpanLabel
  /// Index of the first choice.
  let start: Int
  /// Index after the last choice.
  var end: Int
  /// Index of the enclosing span, -1 for the outermost.
  let parent: Int

  var length: Int { end - start }
}

/// What kind of part a span is; only spans of equal labels replace one another.
@usableFromInline enum SpanLabel: UInt8, Sendable {
  case array
  case element
  case recursion
  case group
}

/// A complete run of a generator: its choices in order, and the parts they form.
struct Recording: Sendable {
  var choices: [Choice]
  /// In the order in which they were opened, so a span comes before those inside it.
  var spans: [Span]

  /// Total length of the fractions in it.
  let fractionBits: Int

  init(choices: [Choice], spans: [Span]) {
    self.choices = choices
    self.spans = spans
    fractionBits = choices.reduce(0) { $0 + $1.fractionBits }
  }

  /// Whether this recording is simpler: fewer choices, then shorter fractions, then word by word.
  func isSimpler(than other: Recording) -> Bool {
    if choices.count != other.choices.count { return choices.count < other.choices.count }
    if fractionBits != other.fractionBits { return fractionBits < other.fractionBits }
    for (mine, theirs) in zip(choices, other.choices) where mine.word != theirs.word || mine.kind != theirs.kind {
      if mine.isSimpler(than: theirs) { return true }
      if theirs.isSimpler(than: mine) { return false }
    }
    return false
  }
}

/// A 128-bit digest of a sequence of choices, for the memory of what was tried.
struct SequenceDigest: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  init(_ choices: [Choice]) {
    var a: UInt64 = 0x243F_6A88_85A3_08D3
    var b: UInt64 = 0x1319_8A2E_0370_7344
    for choice in choices {
      let word = choice.word &+ UInt64(choice.kind.rawValue) &* 0xA409_3822_299F_31D0
      a = (a ^ word) &* 0x9FB2_1C65_1E98_DF25
      a ^= a >> 29
      b = (b &+ word) &* 0xD6E8_FEB8_6659_FD93
      b ^= b >> 32
    }
    first = a
    second = b ^ UInt64(choices.count)
  }
}
