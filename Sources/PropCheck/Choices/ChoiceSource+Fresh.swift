extension ChoiceSource {
  /// A random rank: mostly uniform over sizes, now and then an edge of the domain or a value met before.
  ///
  /// - Parameter isWholeType: whether the domain is all of a type, whose ends matter however narrow it is.
  /// - Complexity: O(1).
  @inlinable mutating func freshRank(below: UInt64, above: UInt64, isWholeType: Bool = false) -> UInt64 {
    let total = below &+ above
    let bits = random.next()
    let rank: UInt64
    // the ends of a narrow range come often enough by themselves
    let isEdge = prefersEdges && (total >= 1024 || isWholeType) && bits >> 62 != 0
    switch isEdge ? 0 : bits & 15 {
    case 0: rank = edgeRank(bits >> 8, below: below, above: above)
    case 1:
      // a value of before, or a neighbour of it
      let old = recent.pick(bits >> 8)
      let moved = bits & 0x10 == 0 ? old : old &+ (bits >> 24) % 5 &- 2
      rank = moved <= total ? moved : old <= total ? old : total
    default:
      let limit = sizedLimit(total)
      if limit < 1024 || bits & 0x10 == 0 {
        rank = random.uniform(upTo: limit)
      } else {
        // sizes are uniform, so that small numbers are not rare in a wide range
        let width = UInt64(64 - limit.leadingZeroBitCount)
        let chosen = ((bits >> 8) & 0xFFFF) &* width >> 16
        rank = random.next() & (UInt64.max >> (63 - chosen))
      }
    }
    let kept = min(rank, total)
    recent.remember(kept)
    return kept
  }

  /// Whether a number of several choices should be an end of its range.
  @usableFromInline mutating func plansEnd() -> Bool {
    guard mode == .fresh else { return false }
    return random.next() & 15 < (prefersEdges ? 8 : 1)
  }

  /// The largest rank for the size of this case.
  @inlinable func sizedLimit(_ total: UInt64) -> UInt64 {
    guard size < 100 else { return total }
    guard total >= 1024 else {
      return min(total, max(4, total &* UInt64(truncatingIfNeeded: size) / 100))
    }
    let width = UInt64(64 - total.leadingZeroBitCount)
    let kept = max(3, width &* UInt64(truncatingIfNeeded: size) / 100)
    return kept >= 64 ? total : min(total, (1 << kept) &- 1)
  }

  /// The first ranks, the ends of the range, and powers of two with their neighbours.
  @usableFromInline func edgeRank(_ bits: UInt64, below: UInt64, above: UInt64) -> UInt64 {
    let end = bits & 1 == 0 ? above : below
    let isNegative = bits & 1 == 1
    switch (bits >> 1) & 3 {
    case 0: return min((bits >> 8) % 4, below &+ above)
    case 1:
      let power = UInt64(1) << ((bits >> 8) & 63)
      let magnitude = power &+ (bits >> 16) % 3 &- 1
      guard magnitude <= end else { return 0 }
      return IntegerOrder.rank(
        magnitude: magnitude, isNegative: isNegative, below: below, above: above)
    default:
      let inset = (bits >> 8) % 8 == 0 ? min(1, end) : 0
      return IntegerOrder.rank(
        magnitude: end - inset, isNegative: isNegative, below: below, above: above)
    }
  }

  /// A random floating-point number of a range: ends, short ones, uniform ones and, near zero, small ones.
  mutating func freshDouble(_ low: Double, _ high: Double) -> Double {
    let bits = random.next()
    let value: Double
    switch prefersEdges && bits >> 62 != 0 ? bits >> 61 & 1 : bits & 15 {
    case 0: value = (bits >> 4) & 1 == 0 ? low : high
    case 1: value = DoubleOrder.simplest(in: low...high)
    case 2, 3, 4:
      // a short fraction: a multiple of 2^-k, or of a power of ten
      let places = Double((bits >> 8) & 3)
      let unit = (bits >> 4) & 1 == 0 ? DoubleOrder.power(-Int(places) - 1) : places < 2 ? 0.1 : 0.01
      let point = freshUniform(low, high)
      let steps = (point / unit).rounded(.toNearestOrEven)
      value = steps * unit
    case 5, 6:
      // sizes down to 2^-40 of the range's, where the range comes near zero
      guard low <= 0 || low < high * 0x1p-20 else {
        value = freshUniform(low, high)
        break
      }
      let end = (bits >> 4) & 1 == 0 || low >= 0 ? high : low
      value = end * random.unit() * DoubleOrder.power(-Int((bits >> 8) % 40))
    default: value = freshUniform(low, high)
    }
    return value < low ? low : value > high ? high : value.isNaN ? low : value
  }

  private mutating func freshUniform(_ low: Double, _ high: Double) -> Double {
    let t = random.unit()
    if high > 0x1p64 || low < -0x1p64 {
      // uniform over so wide a range would be huge numbers only; half of them get a random size
      let bits = random.next()
      let end = low >= 0 || (high > 0 && bits & 2 == 0) ? high : low
      if bits & 1 == 0 { return end * t * DoubleOrder.power(-Int((bits >> 8) % 1024)) }
    }
    let shrink = size < 100 ? Double(max(size, 5)) / 100 : 1
    // written as a mixture, because high - low may overflow
    let point = low * (1 - t) + high * t
    guard shrink < 1 else { return point }
    let centre = low <= 0 && high >= 0 ? 0 : DoubleOrder.simplest(in: low...high)
    return centre * (1 - shrink) + point * shrink
  }
}
