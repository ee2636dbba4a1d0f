/// What a recorded choice stands for; choices of different kinds are shrunk by different passes.
public enum ChoiceKind: UInt8, Sendable, Hashable {
  /// A number of a range, stored as its rank by simplicity (0, 1, -1, 2, -2, ... about the one nearest to zero).
  case integer
  /// Whether one more element, or one more level, follows.
  case more
  /// The denominator of a fraction, less one.
  case denominator
  /// The numerator that belongs to the denominator right before it, as a rank.
  case numerator
  /// A floating-point number, stored as its bit pattern.
  case double
}

/// One decision of a generator, as it is recorded, replayed and shrunk.
public struct Choice: Sendable, Hashable {
  /// What the word means.
  public let kind: ChoiceKind
  /// The decision: a rank (0 is the simplest), or the bits of a floating-point number.
  public var word: UInt64
  /// For ranks: how many numbers of the domain lie below its simplest one. For doubles: bits of the lower bound.
  public let below: UInt64
  /// For ranks: how many numbers of the domain lie above its simplest one. For doubles: bits of the upper bound.
  public let above: UInt64

  /// A choice with the domain it was made from.
  @inlinable public init(kind: ChoiceKind, word: UInt64, below: UInt64, above: UInt64) {
    self.kind = kind
    self.word = word
    self.below = below
    self.above = above
  }

  /// The floating-point number of a choice of kind `.double`.
  var double: Double { Double(bitPattern: word) }

  /// The denominator of a choice of kind `.denominator`.
  var denominator: UInt64 { word &+ 1 }

  /// The largest rank of the domain; only for choices that are ranks.
  var total: UInt64 { below &+ above }

  /// The choice with another word of the same domain.
  func with(_ word: UInt64) -> Choice {
    Choice(kind: kind, word: word, below: below, above: above)
  }

  /// How many bits its fraction needs; it is compared before the words, summed over a sequence.
  ///
  /// Without it, two numbers that depend on one another would end as a whole number beside a sliver
  /// such as 2^-54 rather than as, say, 3 and 1/2.
  var fractionBits: Int {
    switch kind {
    case .double: DoubleOrder.fractionBits(double)
    case .denominator: FractionOrder.bits(ofDenominator: denominator)
    case .integer, .more, .numerator: 0
    }
  }

  /// Whether this choice is simpler than another; false for equal ones.
  func isSimpler(than other: Choice) -> Bool {
    guard kind == other.kind else { return kind.rawValue < other.kind.rawValue }
    switch kind {
    case .integer, .more, .numerator: return word < other.word
    case .denominator: return FractionOrder.isSimpler(denominator, than: other.denominator)
    case .double: return DoubleOrder.isSimpler(double, than: other.double)
    }
  }
}
