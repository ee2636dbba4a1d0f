/// Makes a sequence of choices near to one that scored well.
///
/// As shrinking, it knows nothing of values: numbers move by amounts of every size, parts are left out, doubled
/// or taken over from another good sequence, and the generator bends what does not fit.
struct Mutation {
  /// Good sequences, the best first.
  let leaders: [Recording]

  /// A changed copy of one of the leaders.
  ///
  /// - Parameter random: decides everything.
  /// - Complexity: O(length of the sequence).
  func sequence(_ random: inout RandomStream) -> [Choice] {
    let last = UInt64(leaders.count - 1)
    let leader = leaders[Int(min(random.uniform(upTo: last), random.uniform(upTo: last)))]
    guard !leader.choices.isEmpty else { return [] }
    switch random.uniform(upTo: 9) {
    case 0: return resized(leader, &random)
    case 1: return crossed(leader, leaders[Int(random.uniform(upTo: last))], &random)
    default:
      var choices = leader.choices
      // one number mostly; several at once where one alone would lower the score
      for _ in 0...min(random.uniform(upTo: 3), random.uniform(upTo: 2)) { moveNumber(in: &choices, &random) }
      return choices
    }
  }

  private func moveNumber(in choices: inout [Choice], _ random: inout RandomStream) {
    for _ in 0..<8 {
      let index = Int(random.uniform(upTo: UInt64(choices.count - 1)))
      let choice = choices[index]
      switch choice.kind {
      case .more: continue
      case .double: choices[index] = choice.with(moved(choice, &random).bitPattern)
      case .integer, .denominator, .numerator:
        guard choice.total > 0 else { continue }
        choices[index] = choice.with(movedRank(choice, &random))
      }
      return
    }
  }

  /// A number moved by a power of two, up or down; now and then any number of the domain.
  private func movedRank(_ choice: Choice, _ random: inout RandomStream) -> UInt64 {
    let bits = random.next()
    if bits & 15 == 0 { return random.uniform(upTo: choice.total) }
    let width = UInt64(64 - choice.total.leadingZeroBitCount)
    let amount = Int128(1) << Int128((bits >> 8) % width)
    return choice.advanced(by: bits & 16 == 0 ? amount : -amount)?.word ?? random.uniform(upTo: choice.total)
  }

  /// A floating-point number moved by a part of its range, or of itself, down to the last bits.
  private func moved(_ choice: Choice, _ random: inout RandomStream) -> Double {
    let (low, high) = (Double(bitPattern: choice.below), Double(bitPattern: choice.above))
    let bits = random.next()
    let part = DoubleOrder.power(-Int((bits >> 8) % 50)) * (bits & 1 == 0 ? 1 : -1)
    let width = (high / 2 - low / 2) * 2
    let value = bits & 2 == 0 || !width.isFinite ? choice.double * (1 + part) : choice.double + width * part
    return value.isNaN ? low : min(max(value, low), high)
  }

  /// An element of an array left out, or doubled.
  private func resized(_ leader: Recording, _ random: inout RandomStream) -> [Choice] {
    let elements = leader.spans.filter { $0.label == .element }
    guard !elements.isEmpty else {
      var choices = leader.choices
      moveNumber(in: &choices, &random)
      return choices
    }
    let span = elements[Int(random.uniform(upTo: UInt64(elements.count - 1)))]
    let element = leader.choices[span.start..<span.end]
    let isDoubled = random.next() & 1 == 0
    return Array(leader.choices[..<span.start] + (isDoubled ? element + element : []) + leader.choices[span.end...])
  }

  /// The beginning of one sequence and the end of another.
  private func crossed(_ first: Recording, _ second: Recording, _ random: inout RandomStream) -> [Choice] {
    let place = Int(random.uniform(upTo: UInt64(first.choices.count)))
    return Array(first.choices[..<place] + second.choices.dropFirst(place))
  }
}
