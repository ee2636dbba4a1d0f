extension ChoiceSource {
  /// Decides on a rank of `0...below + above`.
  ///
  /// - Parameters:
  ///   - kind: what the rank stands for.
  ///   - below: numbers of the domain below its simplest one.
  ///   - above: numbers of the domain above its simplest one.
  ///   - fresh: the random answer.
  @inlinable mutating func decide(
    _ kind: ChoiceKind, below: UInt64, above: UInt64, fresh: (inout ChoiceSource) -> UInt64
  ) throws -> UInt64 {
    drawn &+= 1
    if drawn > ChoiceSource.maximumChoices { throw ChoiceSource.tooLarge() }
    let word =
      mode == .fresh ? fresh(&self) : try settled(kind, below: below, above: above)
    if isRecording { record(kind, word: word, below: below, above: above) }
    return word
  }

  /// Decides on a rank about which nothing better is known than its domain.
  @inlinable mutating func decideInteger(
    _ kind: ChoiceKind = .integer, below: UInt64, above: UInt64
  ) throws -> UInt64 {
    try decide(kind, below: below, above: above) { source in
      source.freshRank(below: below, above: above)
    }
  }

  /// Decides whether one more element follows.
  ///
  /// - Parameters:
  ///   - planned: the random answer.
  ///   - forced: the answer where there is no choice; it is recorded all the same, so that all elements look alike.
  @inlinable mutating func decideMore(planned: Bool, forced: Bool? = nil) throws -> Bool {
    if let forced {
      if isRecording || mode != .fresh { passForced(forced) }
      return forced
    }
    return try decide(.more, below: 0, above: 1) { _ in planned ? 1 : 0 } == 1
  }

  /// Decides on a floating-point number of a closed range.
  mutating func decideDouble(_ low: Double, _ high: Double) throws -> Double {
    drawn &+= 1
    if drawn > ChoiceSource.maximumChoices { throw ChoiceSource.tooLarge() }
    var value: Double
    switch mode {
    case .fresh: value = freshDouble(low, high)
    case .simplest: value = DoubleOrder.simplest(in: low...high)
    case .probe:
      switch random.uniform(upTo: 2) {
      case 0: value = low
      case 1: value = high
      default: value = DoubleOrder.simplest(in: low...high)
      }
    case .lenient, .strict:
      value = .nan
      if let choice = nextScripted(), choice.kind == .double { value = choice.double }
      if !(value >= low && value <= high) {
        if mode == .strict { throw Misfit() }
        value = value < low ? low : value > high ? high : DoubleOrder.simplest(in: low...high)
      }
    }
    if value == 0 { value = 0 }  // one zero only
    if isRecording {
      record(.double, word: value.bitPattern, below: low.bitPattern, above: high.bitPattern)
    }
    return value
  }

  /// The answer in every mode but the random one.
  @usableFromInline mutating func settled(
    _ kind: ChoiceKind, below: UInt64, above: UInt64
  ) throws -> UInt64 {
    let total = below &+ above
    switch mode {
    case .simplest, .fresh: return 0
    case .probe: return random.uniform(upTo: total)
    case .strict:
      guard let choice = nextScripted(), choice.kind == kind, choice.word <= total else {
        throw Misfit()
      }
      return choice.word
    case .lenient:
      guard let choice = nextScripted(), choice.kind != .double else { return 0 }
      if choice.kind == kind { return min(choice.word, total) }
      // a decision of another kind says nothing about this one
      return 0
    }
  }

  @usableFromInline mutating func record(
    _ kind: ChoiceKind, word: UInt64, below: UInt64, above: UInt64
  ) {
    choices.append(Choice(kind: kind, word: word, below: below, above: above))
  }

  /// Takes the place of a forced answer in the script, and in the recording.
  @usableFromInline mutating func passForced(_ answer: Bool) {
    if mode == .lenient || mode == .strict { _ = nextScripted() }
    guard isRecording else { return }
    choices.append(Choice(kind: .more, word: answer ? 1 : 0, below: answer ? 1 : 0, above: 0))
  }

  /// Makes bounds that no choice shows part of the fingerprint.
  @usableFromInline mutating func note(bounds low: Int, _ high: Int) {
    guard mode == .probe else { return }
    bounds.add(UInt64(bitPattern: Int64(low)))
    bounds.add(UInt64(bitPattern: Int64(high)))
  }

  private mutating func nextScripted() -> Choice? {
    guard !isInHole, position < script.count else { return nil }
    position += 1
    return script[position - 1]
  }

  /// Forgets what was decided since a mark; only random sources go back.
  @usableFromInline mutating func forget(since mark: (choices: Int, spans: Int)) {
    guard isRecording else { return }
    choices.removeSubrange(mark.choices...)
    spans.removeSubrange(mark.spans...)
    if tracesParts { trace.forget(since: mark.choices) }
  }

  @usableFromInline var mark: (choices: Int, spans: Int) { (choices.count, spans.count) }

  @usableFromInline static func tooDeep() -> Discard {
    Discard("the generator nests more than \(maximumDepth) draws: bound its recursion (Generator.recursive(depth:))")
  }

  @usableFromInline static func tooLarge() -> Discard {
    Discard("the value needs more than \(maximumChoices) choices: bound its size or its depth")
  }
}
