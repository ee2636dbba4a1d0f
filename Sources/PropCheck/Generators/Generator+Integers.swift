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
    let isWholeType = range == Value.min ... .max
    return Generator { source in
      let rank = try source.decide(.integer, below: below, above: above) { source in
        source.freshRank(below: below, above: above, isWholeType: isWholeType)
      }
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

  /// Integers beyond a word: on which side of the simplest one, how many bits the distance has, and its words.
  @usableFromInline static func wide(_ range: ClosedRange<Value>) -> Generator {
    Generator { source in
      let origin = min(max(0, range.lowerBound), range.upperBound)
      // distances may exceed the largest value of the type, not that of its magnitude
      let base = Value.Magnitude(truncatingIfNeeded: origin)
      let below = base &- Value.Magnitude(truncatingIfNeeded: range.lowerBound)
      let above = Value.Magnitude(truncatingIfNeeded: range.upperBound) &- base
      var isNegative = above == 0
      if below > 0 && above > 0 { isNegative = try source.decideInteger(below: 0, above: 1) == 1 }
      let reach = isNegative ? below : above
      let width = UInt64(reach.bitWidth - reach.leadingZeroBitCount)
      let plansEnd = source.plansEnd()
      var remaining = try source.decide(.integer, below: 0, above: width) { source in
        plansEnd ? width : source.freshRank(below: 0, above: width)
      }
      var size: Value.Magnitude = 0
      while remaining > 0 {
        let bits = min(remaining, 64)
        let largest = UInt64.max >> (64 - bits)
        let word = try source.decide(.integer, below: 0, above: largest) { source in
          plansEnd ? largest : source.freshRank(below: 0, above: largest)
        }
        size = size << bits | Value.Magnitude(truncatingIfNeeded: word)
        remaining -= bits
      }
      let distance = Value(truncatingIfNeeded: min(size, reach))
      return isNegative ? origin &- distance : origin &+ distance
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
