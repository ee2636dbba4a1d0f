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

extension Shrinker {
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
