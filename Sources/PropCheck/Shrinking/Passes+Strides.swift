extension ShrinkPass {
  /// Lowers numbers in strides, as is needed where only every seventh number fails, say.
  ///
  /// The other passes halve and subtract, and hit a number of the right remainder by luck only. Here the first
  /// number that fails below the present one gives the stride, and then as many strides as can go at once.
  static let descendInStrides = ShrinkPass(name: "descend in strides", isFinal: true) { shrinker in
    let start = shrinker.calls
    var index = 0
    while !shrinker.isInVain(since: start), index < shrinker.current.choices.count {
      let choice = shrinker.current.choices[index]
      if choice.kind == .integer, choice.word > 4 {
        let equal = shrinker.integers(ofRank: choice.word)
        if equal.count > 1, equal[0] == index { shrinker.descendInStrides(equal) }
        shrinker.descendInStrides([index])
      }
      index += 1
    }
  }

  /// Lowers two numbers in strides, or one while the other gains as much: where their difference or their sum must
  /// stay, neither descends alone.
  static let movePairsInStrides = ShrinkPass(name: "move pairs in strides", isFinal: true) { shrinker in
    let start = shrinker.calls
    shrinker.forEachPair(within: 2) { shrinker, first, second in
      let choices = shrinker.current.choices
      // what is nearly as simple as can be was met by the passes that lower by one and halve
      guard !shrinker.isInVain(since: start), choices[first].offset.magnitude > 10, choices[second].word > 0
      else { return }
      _ =
        shrinker.movePairInStrides(first, second, isSumKept: false)
        || shrinker.movePairInStrides(first, second, isSumKept: true)
    }
  }
}

extension Shrinker {
  /// Strides that people like, beyond those that are all tried.
  private static let roundStrides: [UInt64] = [60, 100, 1000, 10_000, 100_000, 1_000_000]

  /// Lowers equal numbers together in strides, as far as that goes.
  fileprivate mutating func descendInStrides(_ indices: [Int]) {
    while !isExhausted, let stride = firstStride(indices), indices[0] < current.choices.count {
      let (magnitude, _) = current.choices[indices[0]].offset
      minimize(magnitude / stride) { shrinker, count in
        shrinker.lower(indices, to: count * stride + magnitude % stride)
      }
    }
  }

  /// The first number that is accepted out of a few: the smallest ones, for which nothing more is to do, and those
  /// just below the present one, whose distance is the stride.
  ///
  /// The larger a number, the less likely it is the simplest, so the more are tried; an end of its range is not found
  /// by chance.
  private mutating func firstStride(_ indices: [Int]) -> UInt64? {
    guard indices[0] < current.choices.count, current.choices[indices[0]].kind == .integer else { return nil }
    let choice = current.choices[indices[0]]
    let (magnitude, isNegative) = choice.offset
    for small in 3...8 as ClosedRange<UInt64> where small < magnitude {
      if lower(indices, to: small) { return nil }
    }
    let bits = UInt64(64 - magnitude.leadingZeroBitCount)
    let isEnd = magnitude == (isNegative ? choice.below : choice.above)
    let longest = isEnd ? 16 : bits > 10 ? 3 * bits : max(16, 2 * bits)
    return (Array(2...longest) + (isEnd ? [] : Shrinker.roundStrides)).first { stride in
      stride <= magnitude && lower(indices, to: magnitude - stride)
    }
  }

  /// Proposes a number of another size at several places, the sign staying.
  private mutating func lower(_ indices: [Int], to magnitude: UInt64) -> Bool {
    guard indices[0] < current.choices.count else { return false }
    let choice = current.choices[indices[0]]
    guard choice.kind == .integer, let moved = choice.moved(magnitude: magnitude, isNegative: choice.offset.isNegative)
    else { return false }
    return set(indices, moved)
  }

  /// Lowers a number in strides and moves another along, or against it; true if something was accepted.
  fileprivate mutating func movePairInStrides(_ first: Int, _ second: Int, isSumKept: Bool) -> Bool {
    let before = current.choices
    let (magnitude, isNegative) = before[first].offset
    let propose = { (shrinker: inout Shrinker, distance: UInt64) in
      let moved = Int128(distance) * (isNegative ? 1 : -1)
      return shrinker.attempt(before, moving: [(first, moved), (second, isSumKept ? -moved : moved)])
    }
    for stride in 2...12 as ClosedRange<UInt64> where stride <= magnitude && propose(&self, stride) {
      let most = magnitude / stride
      minimize(most - 1) { shrinker, left in propose(&shrinker, (most - left) * stride) }
      return true
    }
    return false
  }
}
