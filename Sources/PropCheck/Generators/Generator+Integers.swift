extension Generator where Value: FixedWidthInteger & Sendable {
  /// Integers of a range, of any width; the one nearest to zero is the simplest.
  ///
  /// Ends of the range, powers of two and values met before in the same case come more often than by chance.
  ///
  /// - Parameter range: the numbers that may come out.
  @inlinable public static func integer(in range: ClosedRange<Value>) -> Generator {
    if Value.bitWidth > 64 && !spansWord(range) { return wide(range) }
    let origin = min(max(0, range.lowerBound), range.upperBound)
    let base = UInt64(truncatingIfNeeded: origin)
    let below = base &- UInt64(truncatingIfNeeded: range.lowerBound)
    let above = UInt64(truncatingIfNeeded: range.upperBound) &- base
    return Generator { source in
      let rank = try source.decideInteger(below: below, above: above)
      let offset = IntegerOrder.offset(ofRank: rank, below: below, above: above)
      return origin &+ Value(truncatingIfNeeded: Int64(bitPattern: offset))
    }
  }

  /// All integers of the type.
  @inlinable public static var integer: Generator { integer(in: .min ... .max) }

  /// Whether both sides of the range together have at most 2^64 - 1 numbers and start in a word.
  @inlinable static func spansWord(_ range: ClosedRange<Value>) -> Bool {
    if Value.isSigned { return range.lowerBound >= Int64.min && range.upperBound <= Int64.max }
    return range.upperBound <= UInt64.max
  }

  /// Integers of more than 64 bits: a sign, the high word and the low word of the size.
  @usableFromInline static func wide(_ range: ClosedRange<Value>) -> Generator {
    Generator { source in
      let bits = try source.decideInteger(below: 0, above: UInt64(Value.bitWidth))
      var isNegative = range.upperBound <= 0
      if range.lowerBound < 0 && range.upperBound > 0 {
        isNegative = try source.decideInteger(below: 0, above: 1) == 1
      }
      var size: Value.Magnitude = 0
      var remaining = bits
      while remaining > 0 {
        let width = min(remaining, 64)
        let word = try source.decideInteger(below: 0, above: UInt64.max >> (64 - width))
        size = size << width | Value.Magnitude(truncatingIfNeeded: word)
        remaining -= width
      }
      let largest = isNegative ? range.lowerBound.magnitude : max(0, range.upperBound).magnitude
      let kept = min(size, largest)
      let value = isNegative ? 0 &- Value(truncatingIfNeeded: kept) : Value(truncatingIfNeeded: kept)
      return min(max(value, range.lowerBound), range.upperBound)
    }
  }
}

extension Generator where Value == Int {
  /// Integers of a range; the one nearest to zero is the simplest.
  ///
  /// - Parameter range: the numbers that may come out.
  @inlinable public static func int(in range: ClosedRange<Int>) -> Generator { integer(in: range) }

  /// Integers of a half-open range; the one nearest to zero is the simplest.
  ///
  /// - Parameter range: the numbers that may come out; it must not be empty.
  @inlinable public static func int(in range: Range<Int>) -> Generator {
    precondition(!range.isEmpty, "a generator needs a range with a number in it")
    return integer(in: range.lowerBound...(range.upperBound - 1))
  }

  /// All integers.
  @inlinable public static var int: Generator { integer(in: .min ... .max) }
}

extension Generator where Value == Bool {
  /// Either truth value; false is the simpler one.
  @inlinable public static var bool: Generator {
    Generator { source in
      try source.decide(.integer, below: 0, above: 1) { source in source.random.next() >> 63 } == 1
    }
  }
}
