extension Shrinker {
  /// Proposes one choice at several places.
  mutating func set(_ indices: [Int], _ choice: Choice) -> Bool {
    var candidate = current.choices
    for index in indices {
      guard index < candidate.count, candidate[index].kind == choice.kind else { return false }
      candidate[index] = candidate[index].with(min(choice.word, candidate[index].total))
    }
    return attempt(candidate)
  }

  /// Proposes a sequence with some numbers moved by signed distances.
  mutating func attempt(_ base: [Choice], moving moves: [(Int, Int128)]) -> Bool {
    var candidate = base
    for (index, distance) in moves {
      guard let moved = candidate[index].advanced(by: distance) else { return false }
      candidate[index] = moved
    }
    return attempt(candidate)
  }

  /// Visits pairs of numbers, the earlier first, that lie at most so many numbers apart.
  mutating func forEachPair(
    within reach: Int = 8, amongBooleans: Bool = false, _ visit: (inout Shrinker, Int, Int) -> Void
  ) {
    var position = 0
    while !isExhausted, position < integers(amongBooleans: amongBooleans).count {
      for distance in 1...reach {
        let integers = integers(amongBooleans: amongBooleans)
        guard position + distance < integers.count else { break }
        visit(&self, integers[position], integers[position + distance])
      }
      position += 1
    }
  }
}
