extension ShrinkPass {
  /// Turns the signs of all negative numbers at once, or of two of them: a product stays, and each alone is stuck.
  static let mirrorTogether = ShrinkPass(name: "mirror together", isFinal: true) { shrinker in
    let negative = shrinker.current.choices.indices.filter { shrinker.current.choices[$0].mirrored != nil }
    guard negative.count > 1, !shrinker.mirror(negative), negative.count > 2 else { return }
    for (first, second) in zip(negative, negative.dropFirst()) { _ = shrinker.mirror([first, second]) }
  }

  /// Lowers a number while a later one grows freely; the other passes make that one small again.
  ///
  /// What depends on a product, or on a weighted sum, keeps failing neither when one number is lowered alone nor
  /// when the other gains as much as the first one loses.
  static let trade = ShrinkPass(name: "trade", isFinal: true) { shrinker in
    let began = shrinker.calls
    shrinker.forEachPair(within: 3, amongBooleans: true) { shrinker, first, second in
      let size = shrinker.current.choices[first].offset.magnitude
      let start = shrinker.current.choices
      for growth in [1, 1000] as [UInt64] where size > 0 && !shrinker.isInVain(since: began) {
        let propose = { (shrinker: inout Shrinker, target: UInt64) in
          shrinker.trade(start, lowering: first, to: target, growing: second, by: growth)
        }
        if propose(&shrinker, size - 1) {
          shrinker.minimize(size - 1, propose)
          return
        }
      }
    }
  }

  /// Lowers two numbers of which one is a multiple of the other, or nearly so, in that proportion.
  static let lowerInProportion = ShrinkPass(name: "lower in proportion", isFinal: true) { shrinker in
    let began = shrinker.calls
    shrinker.forEachPair(within: 3) { shrinker, first, second in
      let sizes = (shrinker.current.choices[first].offset.magnitude, shrinker.current.choices[second].offset.magnitude)
      guard min(sizes.0, sizes.1) > 0, !shrinker.isInVain(since: began) else { return }
      let (small, large) = sizes.0 < sizes.1 ? (first, second) : (second, first)
      let quotient = max(sizes.0, sizes.1) / min(sizes.0, sizes.1)
      for slope in [quotient, quotient &+ 1] where slope > 1 && slope <= 1 << 20 {
        if shrinker.lower(small, and: large, by: slope) { return }
      }
    }
  }
}

extension Choice {
  /// The choice with the sign of its number turned, if that is negative and its domain reaches so far.
  fileprivate var mirrored: Choice? {
    switch kind {
    case .integer:
      let (magnitude, isNegative) = offset
      return isNegative ? moved(magnitude: magnitude, isNegative: false) : nil
    case .double: return double < 0 && -double <= Double(bitPattern: above) ? with((-double).bitPattern) : nil
    case .more, .denominator, .numerator: return nil
    }
  }
}

extension Shrinker {
  /// Proposes the current sequence with the signs of some numbers turned.
  fileprivate mutating func mirror(_ indices: [Int]) -> Bool {
    var candidate = current.choices
    for index in indices where index < candidate.count {
      if let mirrored = candidate[index].mirrored { candidate[index] = mirrored }
    }
    return attempt(candidate)
  }

  /// Proposes a sequence with one number lowered and another grown in proportion at least.
  fileprivate mutating func trade(
    _ start: [Choice], lowering first: Int, to target: UInt64, growing second: Int, by growth: UInt64
  ) -> Bool {
    let (lost, gained) = (start[first].offset, start[second].offset)
    // the product does not fall, and what is near zero gains, too
    let factor = min(lost.magnitude / max(1, target), 1 << 40) + 1
    let product = (UInt128(gained.magnitude) + 1) * UInt128(factor * growth)
    guard let lowered = start[first].moved(magnitude: target, isNegative: lost.isNegative) else { return false }
    // the domain may end later once the first number is lowered; the generator knows where
    let grown =
      UInt64(exactly: product).flatMap { start[second].moved(magnitude: $0, isNegative: gained.isNegative) }
      ?? (gained.isNegative ? start[second].moved(magnitude: start[second].below, isNegative: true) : nil)
      ?? start[second].with(.max)
    var candidate = start
    candidate[first] = lowered
    candidate[second] = grown
    return attempt(candidate)
  }

  /// Lowers two numbers, the second one by a multiple of what the first one loses, as far as that is accepted; true if
  /// it was at all.
  fileprivate mutating func lower(_ first: Int, and second: Int, by slope: UInt64) -> Bool {
    let before = current.choices
    let (a, b) = (before[first].offset, before[second].offset)
    let most = min(a.magnitude, b.magnitude / slope)
    let propose = { (shrinker: inout Shrinker, count: UInt64) in
      let distance = Int128(count)
      let moves = [
        (first, a.isNegative ? distance : -distance),
        (second, (b.isNegative ? distance : -distance) * Int128(slope)),
      ]
      return shrinker.attempt(before, moving: moves)
    }
    guard most > 0, propose(&self, 1) else { return false }
    minimize(most - 1) { shrinker, left in propose(&shrinker, most - left) }
    return true
  }
}
