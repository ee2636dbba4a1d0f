extension Shrinker {
  /// Makes a number small, economically: tried are 0, one less, the smallest ones, ever greater parts of it
  /// shifted away, then ever greater amounts subtracted.
  ///
  /// Where even one less is refused, the number is most likely as small as it can be, and few more are tried.
  ///
  /// - Parameters:
  ///   - start: the number as it is; not tried again.
  ///   - propose: tries a number, and returns whether it is accepted.
  /// - Returns: the smallest number accepted, or `start`.
  /// - Complexity: at most five proposals for a number that cannot be lowered, O(log start) otherwise.
  @discardableResult
  mutating func minimize(_ start: UInt64, _ propose: (inout Shrinker, UInt64) -> Bool) -> UInt64 {
    guard start > 0 else { return start }
    if propose(&self, 0) { return 0 }
    guard start > 1 else { return start }
    var value = start
    if propose(&self, start - 1) {
      value = start - 1
    } else {
      // what depends on parity is missed by a step of one, what depends on a bit by any step
      guard let other = [1, start / 2, start - 2].first(where: { $0 > 0 && $0 < start && propose(&self, $0) })
      else { return start }
      value = other
    }
    for small in [1, 2] as [UInt64] where small < value {
      if propose(&self, small) { return small }
    }
    guard value > 3 else { return value }
    let shifted = value
    let shift = largest(upTo: UInt64(63 - shifted.leadingZeroBitCount)) { shrinker, shift in
      shifted >> shift > 2 && propose(&shrinker, shifted >> shift)
    }
    value = shifted >> shift
    for step in [1, 2] as [UInt64] where value > step + 2 {
      let from = value
      let count = largest(upTo: (from - 3) / step) { shrinker, count in propose(&shrinker, from - count * step) }
      value -= count * step
      if count > 0 { break }
    }
    return value
  }

  /// The largest number that is accepted, supposing that all up to it are: doubling, then halving.
  ///
  /// - Complexity: one proposal if 1 is refused, O(log result) otherwise.
  mutating func largest(upTo bound: UInt64, _ propose: (inout Shrinker, UInt64) -> Bool) -> UInt64 {
    guard bound > 0 else { return 0 }
    var accepted: UInt64 = 0
    var refused: UInt64? = nil
    var next: UInt64 = 1
    while refused == nil && accepted < bound {
      if propose(&self, next) {
        accepted = next
        next = next > bound / 2 ? bound : next * 2
      } else {
        refused = next
      }
    }
    guard var high = refused else { return accepted }
    while high - accepted > 1 {
      let middle = accepted + (high - accepted) / 2
      if propose(&self, middle) { accepted = middle } else { high = middle }
    }
    return accepted
  }
}
