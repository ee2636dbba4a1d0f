extension ShrinkPass {
  /// Makes fractions and floating-point numbers as simple as a person would write them.
  static let simplifyNumbers = ShrinkPass(name: "simplify numbers") { shrinker in
    var index = 0
    while !shrinker.isExhausted, index < shrinker.current.choices.count {
      switch shrinker.current.choices[index].kind {
      case .double: shrinker.simplifyDouble(at: index)
      case .denominator: shrinker.simplifyFraction(at: index)
      case .integer, .more, .numerator: break
      }
      index += 1
    }
  }
}

extension ShrinkPass {
  /// Replaces a sliver, a number of very long fraction, by a short one while another number gives way.
  ///
  /// Where two numbers depend on one another, the simplest of one may force a sliver on the other: 2 and 2^-52
  /// where 3 and 1/2 do as well.
  static let avoidSlivers = ShrinkPass(name: "avoid slivers") { shrinker in
    for index in shrinker.current.choices.indices where index < shrinker.current.choices.count {
      let choice = shrinker.current.choices[index]
      if choice.kind == .double && choice.fractionBits > 16 { shrinker.avoidSliver(at: index) }
    }
  }
}

extension Shrinker {
  fileprivate mutating func avoidSliver(at index: Int) {
    let value = current.choices[index].double
    let others = current.choices.indices.filter { $0 != index && current.choices[$0].kind == .double }
    for other in others.sorted(by: { abs($0 - index) < abs($1 - index) }).prefix(3) {
      let neighbour = current.choices[other].double
      for short in [0.5, 0.25, 1] {
        for moved in [neighbour + 1, neighbour * 2, neighbour - 1] {
          let target = value < 0 ? -short : short
          guard let first = current.choices[index].moved(to: target),
            let second = current.choices[other].moved(to: moved)
          else { continue }
          var candidate = current.choices
          candidate[index] = first
          candidate[other] = second
          if attempt(candidate) { return }
        }
      }
    }
  }
}

extension Choice {
  /// The choice with another floating-point number, nil where its range does not reach that.
  fileprivate func moved(to value: Double) -> Choice? {
    let range = (Double(bitPattern: below), Double(bitPattern: above))
    guard kind == .double, value >= range.0, value <= range.1 else { return nil }
    // one zero only
    return with((value + 0).bitPattern)
  }
}

extension Shrinker {
  /// Looks for the least power of two that serves as denominator, then for the least numerator.
  fileprivate mutating func simplifyDouble(at index: Int) {
    let start = current.choices[index].double
    guard start.isFinite, start != 0 else { return }
    if setDouble(0, at: index) { return }
    if start < 0 { _ = setDouble(-start, at: index) }
    if start.magnitude >= 0x1p53 { lowerPowerOfTwo(at: index) }
    let value = current.choices[index].double
    let most = value.magnitude >= 0x1p53 ? Int(value.exponent) : 0
    // Places of 2^most, 2^(most - 1), ... until a multiple of one of them fails.
    let last = DoubleOrder.denominatorBits(value) + most
    firstPlace(below: last) { shrinker, place in
      shrinker.roundDouble(value, bits: place - most, at: index)
    }
    lowerNumerator(at: index)
  }

  /// Tries powers of two in the place of a number beyond 2^53.
  private mutating func lowerPowerOfTwo(at index: Int) {
    let value = current.choices[index].double
    let sign: Double = value < 0 ? -1 : 1
    let exponent = UInt64(value.exponent)
    guard setDouble(sign * DoubleOrder.power(Int(exponent)), at: index) || value.significandWidth == 0 else { return }
    minimize(exponent - 53) { shrinker, target in
      shrinker.setDouble(sign * DoubleOrder.power(Int(target) + 53), at: index)
    }
  }

  /// The first place that is accepted, supposing that all later ones are: growing steps, then halving.
  private mutating func firstPlace(below last: Int, _ propose: (inout Shrinker, Int) -> Bool) {
    var refused = -1
    var next = 0
    while next < last, !propose(&self, next) {
      refused = next
      next += max(1, next / 2)
    }
    var accepted = min(next, last)
    while accepted - refused > 1 {
      let middle = refused + (accepted - refused) / 2
      if propose(&self, middle) { accepted = middle } else { refused = middle }
    }
  }

  /// Proposes the multiples of 2^-bits next to a number.
  private mutating func roundDouble(_ value: Double, bits: Int, at index: Int) -> Bool {
    let size = value.magnitude
    let sign: Double = value < 0 ? -1 : 1
    let low = DoubleOrder.floor(size, bits: bits)
    if setDouble(sign * low, at: index) { return true }
    return setDouble(sign * DoubleOrder.ceiling(size, bits: bits), at: index)
  }

  /// Lowers the numerator of a floating-point number, its denominator staying.
  private mutating func lowerNumerator(at index: Int) {
    let value = current.choices[index].double
    let unit = DoubleOrder.power(-DoubleOrder.denominatorBits(value))
    let steps = value.magnitude / unit
    guard value != 0, steps < 0x1p53 else { return }
    let sign: Double = value < 0 ? -1 : 1
    minimize(UInt64(steps)) { shrinker, target in
      shrinker.setDouble(sign * Double(target) * unit, at: index)
    }
  }

  private mutating func setDouble(_ value: Double, at index: Int) -> Bool {
    guard index < current.choices.count, let choice = current.choices[index].moved(to: value) else { return false }
    return attempt(choice, at: index)
  }

  /// Looks for the simplest denominator near the number: powers of two, then all smaller ones.
  fileprivate mutating func simplifyFraction(at index: Int) {
    guard index + 1 < current.choices.count, current.choices[index + 1].kind == .numerator else { return }
    let numerator = FractionOrder.numerator(ofRank: current.choices[index + 1].word)
    var search = FractionSearch(numerator: numerator, denominator: current.choices[index].denominator)
    let largest = current.choices[index].total
    var power: UInt64 = 1
    while power - 1 <= largest, FractionOrder.isSimpler(power, than: current.choices[index].denominator) {
      for candidate in search.neighbours(power) {
        if setFraction(candidate, at: index) { break }
        search.refuse(candidate)
      }
      power *= 2
    }
    // the number may have moved to a power of two; the fractions about the first one stay of interest
    for _ in 0..<64 {
      guard let candidate = search.simplest(),
        FractionOrder.isSimpler(candidate.denominator, than: current.choices[index].denominator)
      else { return }
      if setFraction(candidate, at: index) { return }
      search.refuse(candidate)
    }
  }

  private mutating func setFraction(_ fraction: FractionSearch.Fraction, at index: Int) -> Bool {
    guard index + 1 < current.choices.count else { return false }
    var candidate = current.choices
    candidate[index] = candidate[index].with(fraction.denominator - 1)
    candidate[index + 1] = candidate[index + 1].with(FractionOrder.rank(ofNumerator: fraction.numerator))
    return attempt(candidate)
  }
}
