extension Shrinker {
  /// Looks for the lightest denominator, then for the least numerator; beyond 2^53 for the fewest digits.
  mutating func simplifyDouble(at index: Int) {
    let start = current.choices[index].double
    guard start.isFinite, start != 0 else { return }
    if setDouble(0, at: index) { return }
    if start < 0 { _ = setDouble(-start, at: index) }
    if start.magnitude >= 0x1p53 { lowerPowerOfTen(at: index) }
    let value = current.choices[index].double
    if value.magnitude >= 0x1p53 {
      dropDigits(at: index)
    } else if DoubleOrder.denominatorBits(value) > 0 {
      shortenFraction(at: index)
    }
    lowerNumerator(at: index)
  }

  /// Tries powers of ten in the place of a number beyond 2^53.
  private mutating func lowerPowerOfTen(at index: Int) {
    let value = current.choices[index].double
    let power = { (exponent: Int) in
      (value < 0 ? -1 : 1) * ShortestDecimal(digits: 1, exponent: exponent).value
    }
    let decimal = ShortestDecimal(value.magnitude)
    var leading = decimal.leadingExponent
    if decimal.digits != 1 {
      if setDouble(power(leading + 1), at: index) {
        leading += 1
      } else if !setDouble(power(leading), at: index) {
        return
      }
    }
    let least = minimize(UInt64(leading)) { shrinker, target in shrinker.setDouble(power(Int(target)), at: index) }
    // 2e20 is as short as 1e21
    if least > 0 { lowerNumerator(at: index, unit: Int(least) - 1) }
  }

  /// Rounds a number beyond 2^53 to the fewest decimal digits that serve.
  private mutating func dropDigits(at index: Int) {
    let value = current.choices[index].double
    let decimal = ShortestDecimal(value.magnitude)
    firstPlace(below: decimal.count - 1) { shrinker, kept in
      shrinker.roundDouble(value, decimal.multiples(of: decimal.leadingExponent - kept), at: index)
    }
  }

  /// Rounds a fraction to a multiple of 1/2, 1/4, ... 1/1024, else to the fewest decimal places, else to some power
  /// of two.
  private mutating func shortenFraction(at index: Int) {
    let value = current.choices[index].double
    let bits = DoubleOrder.denominatorBits(value)
    shortenBinary(value, upTo: min(bits, DoubleOrder.familiarBits + 1), at: index)
    let decimal = ShortestDecimal(value.magnitude)
    let weight = DoubleOrder.denominatorWeight(current.choices[index].double)
    let places = (0..<decimal.places).first { DoubleOrder.weight(ofPlaces: $0 + 1) >= weight } ?? decimal.places
    firstPlace(below: places) { shrinker, place in
      shrinker.roundDouble(value, decimal.multiples(of: -place), at: index)
    }
    guard DoubleOrder.weight(ofBits: bits) <= DoubleOrder.denominatorWeight(current.choices[index].double) else {
      return
    }
    shortenBinary(value, upTo: bits, at: index)
  }

  private mutating func shortenBinary(_ value: Double, upTo last: Int, at index: Int) {
    firstPlace(below: last) { shrinker, bits in
      let size = value.magnitude
      let sign: Double = value < 0 ? -1 : 1
      return shrinker.setDouble(sign * DoubleOrder.floor(size, bits: bits), at: index)
        || shrinker.setDouble(sign * DoubleOrder.ceiling(size, bits: bits), at: index)
    }
  }

  /// Proposes the decimals next to a number.
  private mutating func roundDouble(
    _ value: Double, _ neighbours: (floor: ShortestDecimal, ceiling: ShortestDecimal), at index: Int
  ) -> Bool {
    let sign: Double = value < 0 ? -1 : 1
    return setDouble(sign * neighbours.floor.value, at: index) || setDouble(sign * neighbours.ceiling.value, at: index)
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

  /// Lowers the numerator of a number, its denominator staying; beyond 2^53 the digits.
  private mutating func lowerNumerator(at index: Int) {
    let value = current.choices[index].double
    guard let steps = NumeratorSteps(value), value != 0 else { return }
    minimize(steps.count) { shrinker, target in shrinker.setDouble(steps.value(target), at: index) }
  }

  /// Lowers a power of ten in units of a smaller one.
  private mutating func lowerNumerator(at index: Int, unit: Int) {
    let value = current.choices[index].double
    let sign: Double = value < 0 ? -1 : 1
    minimize(10) { shrinker, target in
      shrinker.setDouble(sign * ShortestDecimal(digits: target, exponent: unit).value, at: index)
    }
  }

  mutating func setDouble(_ value: Double, at index: Int) -> Bool {
    guard index < current.choices.count, let choice = current.choices[index].moved(to: value) else { return false }
    return attempt(choice, at: index)
  }
}

/// A floating-point number as a count of its lightest denominator's parts, or of the power of ten of its last digit.
struct NumeratorSteps {
  /// How many parts, without the sign.
  let count: UInt64
  /// How many parts make one; nil beyond 2^53, and where they would not fit in a word.
  let one: UInt64?
  private let isNegative: Bool
  private let bits: Int?
  private let exponent: Int

  /// Nil where the count would not be exact.
  init?(_ value: Double) {
    isNegative = value < 0
    let size = value.magnitude
    let decimal = ShortestDecimal(size)
    let bits = DoubleOrder.denominatorBits(size)
    if size >= 0x1p53 || DoubleOrder.weight(ofBits: bits) > DoubleOrder.weight(ofPlaces: decimal.places) {
      self.bits = nil
      exponent = decimal.exponent
      count = decimal.digits
      let digits = decimal.places
      one = digits < 1 || digits > 19 ? nil : (0..<digits).reduce(1) { product, _ in product * 10 }
    } else {
      let steps = size / DoubleOrder.power(-bits)
      guard steps < 0x1p53 else { return nil }
      self.bits = bits
      exponent = 0
      count = UInt64(steps)
      one = bits > 63 ? nil : 1 << UInt64(bits)
    }
  }

  /// The number of so many parts.
  func value(_ count: UInt64) -> Double {
    let size =
      bits.map { Double(count) * DoubleOrder.power(-$0) } ?? ShortestDecimal(digits: count, exponent: exponent).value
    return isNegative ? -size : size
  }
}

extension Choice {
  /// The choice with another floating-point number, nil where its range does not reach that.
  func moved(to value: Double) -> Choice? {
    let range = (Double(bitPattern: below), Double(bitPattern: above))
    guard kind == .double, value >= range.0, value <= range.1 else { return nil }
    // one zero only
    return with((value + 0).bitPattern)
  }
}
