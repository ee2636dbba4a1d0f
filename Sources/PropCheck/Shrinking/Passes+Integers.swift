extension ShrinkPass {
  /// Lowers each number by itself, and once more if one of them vanished: what it held up before may go on
  /// now, and must before other passes move something back.
  ///
  /// Not again and again: two numbers that must stay neighbours would creep down in steps of one.
  static let lowerIntegers = ShrinkPass(name: "lower integers") { shrinker in
    shrinker.clearBlocks()
    let zeros = shrinker.current.zeros
    shrinker.lowerEach()
    if shrinker.current.zeros > zeros { shrinker.lowerEach() }
  }

  /// Lowers numbers that are equal, all at once.
  static let lowerEqualTogether = ShrinkPass(name: "lower equal together") { shrinker in
    var index = 0
    while !shrinker.isExhausted, index < shrinker.current.choices.count {
      let choices = shrinker.current.choices
      let first = choices[index]
      if first.kind == .integer && first.word > 0 {
        let equal = shrinker.integers(ofRank: first.word)
        if equal.count > 1 && equal[0] == index {
          if !shrinker.lower(equal) && equal.count > 2 {
            for other in equal.dropFirst().prefix(4) { shrinker.lower([index, other]) }
          }
        }
      }
      index += 1
    }
  }

  /// Halves two large numbers at once, again and again, so that their quotient nearly stays.
  ///
  /// Where one may not fall below the other, nor below half of it, each alone gets stuck at once.
  static let halvePairs = ShrinkPass(name: "halve pairs") { shrinker in
    shrinker.forEachPair { shrinker, first, second in
      let before = shrinker.current.choices
      let (a, b) = (before[first].offset, before[second].offset)
      guard min(a.magnitude, b.magnitude) >= 1024 else { return }
      _ = shrinker.largest(upTo: UInt64(63 - min(a.magnitude, b.magnitude).leadingZeroBitCount)) { shrinker, shift in
        guard let x = before[first].moved(magnitude: a.magnitude >> shift, isNegative: a.isNegative),
          let y = before[second].moved(magnitude: b.magnitude >> shift, isNegative: b.isNegative)
        else { return false }
        var candidate = before
        candidate[first] = x
        candidate[second] = y
        return shrinker.attempt(candidate)
      }
    }
  }

  /// Lowers two numbers by the same amount, so that their difference stays.
  static let lowerPairs = ShrinkPass(name: "lower pairs") { shrinker in
    shrinker.forEachPair { shrinker, first, second in
      let (magnitude, isNegative) = shrinker.current.choices[first].offset
      let before = shrinker.current.choices
      guard magnitude > 0 else { return }
      shrinker.minimize(magnitude) { shrinker, target in
        let distance = Int128(magnitude - target) * (isNegative ? 1 : -1)
        return shrinker.attempt(before, moving: [(first, distance), (second, distance)])
      }
    }
  }

  /// Lowers a number and moves a later one by as much in the other direction, so that their sum stays.
  static let moveBetween = ShrinkPass(name: "move between") { shrinker in
    shrinker.forEachPair { shrinker, first, second in
      let (magnitude, isNegative) = shrinker.current.choices[first].offset
      let before = shrinker.current.choices
      guard magnitude > 0 else { return }
      let receiver = before[second]
      let sign: Int128 = isNegative ? 1 : -1
      // the receiver's end of the range bounds what can be moved
      let room =
        isNegative
        ? Int128(receiver.below) + receiver.signedOffset : Int128(receiver.above) - receiver.signedOffset
      let most = UInt64(clamping: min(Int128(magnitude), room))
      guard most > 0 else { return }
      let move = { (shrinker: inout Shrinker, amount: UInt64) in
        shrinker.attempt(
          before, moving: [(first, sign * Int128(amount)), (second, -sign * Int128(amount))])
      }
      if !move(&shrinker, most) { _ = shrinker.largest(upTo: most, move) }
    }
  }
}

extension Shrinker {
  /// Clears many numbers at once, then halves and quarters of them, where there are so many that it pays.
  fileprivate mutating func clearBlocks() {
    let kept = integers().filter { current.choices[$0].word > 0 }
    var length = kept.count
    while length >= 4, kept.count >= 8, !isExhausted {
      for start in stride(from: 0, to: kept.count, by: length) {
        var candidate = current.choices
        for index in kept[start..<min(kept.count, start + length)] where index < candidate.count {
          if candidate[index].kind == .integer { candidate[index].word = 0 }
        }
        _ = attempt(candidate)
      }
      length /= 2
    }
  }

  fileprivate mutating func lowerEach() {
    var index = 0
    while !isExhausted, index < current.choices.count {
      let kind = current.choices[index].kind
      if kind == .integer || kind == .numerator { lower([index]) }
      index += 1
    }
  }

  /// Lowers equal choices together; true if something was accepted.
  @discardableResult
  fileprivate mutating func lower(_ indices: [Int]) -> Bool {
    let before = shrinks
    let start = current.choices[indices[0]]
    for rank in 0..<(start.word <= 4 ? start.word : 1) {
      if set(indices, start.with(rank)) { return true }
    }
    guard start.word > 4 else { return false }
    var (magnitude, isNegative) = start.offset
    if isNegative, let mirrored = start.moved(magnitude: magnitude, isNegative: false), set(indices, mirrored) {
      isNegative = false
    }
    magnitude = minimize(magnitude) { shrinker, target in
      guard let choice = start.moved(magnitude: target, isNegative: isNegative) else { return false }
      return shrinker.set(indices, choice)
    }
    // the same size, or one less, on the other side of zero may still be simpler
    if let simplest = start.moved(magnitude: magnitude, isNegative: isNegative), simplest.word > 0 {
      _ = set(indices, start.with(simplest.word - 1))
    }
    return shrinks > before
  }
}

extension Recording {
  /// How many numbers are as simple as they can be.
  fileprivate var zeros: Int {
    choices.reduce(0) { $0 + ($1.kind == .integer && $1.word == 0 ? 1 : 0) }
  }
}
