extension DoubleOrder {
  /// The simplest number of a closed range.
  ///
  /// - Complexity: some tens of steps.
  static func simplest(in range: ClosedRange<Double>) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low <= 0 && high >= 0 { return 0 }
    // mirror a negative range
    if high < 0 { return -simplest(in: -high ... -low) }
    let whole = ceiling(low, bits: 0)
    if whole <= high && whole < 0x1p53 { return whole }
    return low < 0x1p53 ? simplestFraction(low, high) : simplestHuge(low, high)
  }

  /// The number of the lightest denominator in a range without whole numbers; of two that weigh alike, the smaller.
  private static func simplestFraction(_ low: Double, _ high: Double) -> Double {
    // lighter than any decimal place, and all that most ranges need
    for bits in 1...3 {
      let found = ceiling(low, bits: bits)
      if found <= high { return found }
    }
    let decimal = ShortestDecimal(low)
    // denominators whose inverse is beyond the range are passed over
    var bits = max(4, -Int(high.exponent))
    var places = max(1, -ShortestDecimal(high).leadingExponent)
    while bits <= 1074 || places <= decimal.places {
      let (binaryWeight, decimalWeight) = (weight(ofBits: bits), weight(ofPlaces: places))
      var found = Double.infinity
      if binaryWeight <= decimalWeight {
        found = ceiling(low, bits: bits)
        bits += 1
      }
      if decimalWeight <= binaryWeight {
        found = min(found, decimal.multiples(of: -places).ceiling.value)
        places += 1
      }
      if found <= high { return found }
    }
    return low
  }

  /// The number of fewest decimal digits in a range beyond 2^53, and the least of them.
  private static func simplestHuge(_ low: Double, _ high: Double) -> Double {
    let decimal = ShortestDecimal(low)
    for dropped in (1..<decimal.count).reversed() {
      let found = decimal.multiples(of: decimal.exponent + dropped).ceiling.value
      if found <= high { return found }
    }
    return low
  }

  /// The least multiple of 2^-bits that is not below `x` (x > 0).
  static func ceiling(_ x: Double, bits: Int) -> Double {
    let below = floor(x, bits: bits)
    return below == x ? x : below + power(-bits)
  }

  /// The largest multiple of 2^-bits that is not above `x` (x >= 0).
  static func floor(_ x: Double, bits: Int) -> Double {
    guard x > 0 else { return 0 }
    // The lowest place of x has the weight 2^(exponent - 52); places below 2^-bits are dropped.
    let lowest = Int(x.ulp.exponent)
    let dropped = -bits - lowest
    if dropped <= 0 { return x }
    if -bits > Int(x.exponent) { return 0 }
    let pattern = x.bitPattern
    return Double(bitPattern: pattern & ~((UInt64(1) << UInt64(dropped)) &- 1))
  }

  /// 2^exponent, exact; zero below the smallest subnormal number, infinite above the largest.
  static func power(_ exponent: Int) -> Double {
    if exponent > 1023 { return .infinity }
    if exponent >= -1022 { return Double(sign: .plus, exponent: exponent, significand: 1) }
    if exponent >= -1074 { return Double(bitPattern: UInt64(1) << UInt64(exponent + 1074)) }
    return 0
  }
}
