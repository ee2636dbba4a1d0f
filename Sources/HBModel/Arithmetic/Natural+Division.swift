extension Natural {
  /// The quotient, rounded down, and the remainder, for a divisor other than zero.
  ///
  /// D. E. Knuth, *The Art of Computer Programming* 2, 4.3.1, algorithm D.
  ///
  /// - Complexity: O(words of the quotient times words of the divisor).
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    guard self >= divisor, let top = divisor.words.last else { return (Natural(0), self) }
    if divisor.words.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: top)
      return (quotient, Natural(UInt128(remainder)))
    }
    // Normalized so that the guess from the leading words is at most two too large.
    let shift = top.leadingZeroBitCount
    let lower = (divisor << shift).words
    var rest = (self << shift).words
    if rest.count == words.count { rest.append(0) }
    let size = lower.count
    var quotient = [UInt64](repeating: 0, count: rest.count - size)
    for place in quotient.indices.reversed() {
      var digit = Natural.guess(
        (rest[place + size], rest[place + size - 1], rest[place + size - 2]), (lower[size - 1], lower[size - 2]))
      if Natural.subtract(lower, times: digit, from: &rest, at: place) {
        digit -= 1
        Natural.add(lower, to: &rest, at: place)
      }
      quotient[place] = digit
    }
    return (Natural(words: quotient), Natural(words: Array(rest[..<size])) >> shift)
  }

  /// The quotient, rounded down, and the remainder, for a divisor of one word other than zero.
  private func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    var quotient = words
    var rest: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], rest) = divisor.dividingFullWidth((rest, quotient[index]))
    }
    return (Natural(words: quotient), rest)
  }

  /// The next digit of a quotient from the leading words of both numbers: right, or one too large.
  private static func guess(_ rest: (UInt64, UInt64, UInt64), _ divisor: (UInt64, UInt64)) -> UInt64 {
    var digit = UInt64.max
    var remainder: UInt64
    if rest.0 >= divisor.0 {
      let (sum, overflow) = rest.1.addingReportingOverflow(divisor.0)
      if overflow { return digit }
      remainder = sum
    } else {
      (digit, remainder) = divisor.0.dividingFullWidth((rest.0, rest.1))
    }
    while true {
      let (high, low) = digit.multipliedFullWidth(by: divisor.1)
      guard high > remainder || (high == remainder && low > rest.2) else { return digit }
      digit -= 1
      let (sum, overflow) = remainder.addingReportingOverflow(divisor.0)
      if overflow { return digit }
      remainder = sum
    }
  }

  /// Subtracts a multiple from the words that begin at `place`; returns whether that borrowed beyond them.
  private static func subtract(
    _ divisor: [UInt64], times digit: UInt64, from rest: inout [UInt64], at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for (index, word) in divisor.enumerated() {
      let (high, low) = word.multipliedFullWidth(by: digit)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      let (difference, borrow) = rest[place + index].subtractingReportingOverflow(sum)
      rest[place + index] = difference
      carry = high + (overflow ? 1 : 0) + (borrow ? 1 : 0)
    }
    let (difference, borrow) = rest[place + divisor.count].subtractingReportingOverflow(carry)
    rest[place + divisor.count] = difference
    return borrow
  }

  /// Adds the divisor back to the words that begin at `place`; the carry beyond them cancels the borrow.
  private static func add(_ divisor: [UInt64], to rest: inout [UInt64], at place: Int) {
    var carry = false
    for (index, word) in divisor.enumerated() {
      let (first, overflow) = rest[place + index].addingReportingOverflow(word)
      let (second, again) = first.addingReportingOverflow(carry ? 1 : 0)
      rest[place + index] = second
      carry = overflow || again
    }
    if carry { rest[place + divisor.count] &+= 1 }
  }
}
