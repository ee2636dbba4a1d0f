extension Generator {
  /// The members of an array in any order; the order given is the simplest.
  ///
  /// - Parameter values: what to permute.
  /// - Complexity: O(n) draws, O(n log n) time.
  public static func permutation<Element: Sendable>(
    of values: [Element]
  ) -> Generator where Value == [Element] {
    Generator { source in
      var remaining = RemainingPlaces(count: values.count)
      var result: [Element] = []
      result.reserveCapacity(values.count)
      for place in values.indices {
        let last = UInt64(values.count - 1 - place)
        // the rest keeps its order, so that one choice moves one member
        let distance =
          last == 0
          ? 0
          : try source.decide(.integer, below: 0, above: last) { source in
            source.random.uniform(upTo: last)
          }
        result.append(values[remaining.remove(Int(distance))])
      }
      return result
    }
  }

  /// Some members of an array, in its order; fewer are simpler, then those that come early in it.
  ///
  /// - Parameter values: what to choose from.
  /// - Complexity: O(n) draws.
  public static func subset<Element: Sendable>(
    of values: [Element]
  ) -> Generator where Value == [Element] {
    Generator { source in
      source.note(bounds: 0, values.count)
      let planned = source.mode == .fresh ? values.indices.filter { _ in source.random.next() >> 63 == 1 } : []
      return try source.span(.array) { source in
        let isMember = try source.membership(of: values.count, planned)
        return values.indices.filter { isMember[$0] }.map { values[$0] }
      }
    }
  }
}

extension ChoiceSource {
  /// Which of some places belong to a subset: their numbers are its elements, so that one is removed as from an array.
  ///
  /// - Parameter planned: the random answer.
  fileprivate mutating func membership(of count: Int, _ planned: [Int]) throws -> [Bool] {
    var isMember = Array(repeating: false, count: count)
    var found = 0
    var continues = true
    while continues {
      let mark = mark
      var isRepeated = false
      try span(.element) { source in
        let forced: Bool? = found == count ? false : nil
        continues = try source.decideMore(planned: found < planned.count, forced: forced)
        guard continues else { return }
        let place = Int(try source.decide(.integer, below: 0, above: UInt64(count - 1)) { _ in UInt64(planned[found]) })
        isRepeated = isMember[place]
        isMember[place] = true
      }
      // one that is there already leaves no trace
      if isRepeated { forget(since: mark) }
      found += 1
    }
    return isMember
  }
}

/// The places of an array that were not taken yet, in order: a tree of sums, as of Fenwick (1994).
private struct RemainingPlaces {
  /// At each index, one more than its place: how many remain of the places that the index stands for.
  private var sums: [Int]
  private let highest: Int

  init(count: Int) {
    sums = (0...count).map { $0 & -$0 }
    highest = count == 0 ? 0 : 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
  }

  /// Takes the place with so many remaining ones before it.
  ///
  /// - Complexity: O(log count).
  mutating func remove(_ before: Int) -> Int {
    var (index, step, left) = (0, highest, before)
    while step > 0 {
      let next = index + step
      if next < sums.count && sums[next] <= left {
        index = next
        left -= sums[next]
      } else if next < sums.count {
        sums[next] -= 1
      }
      step /= 2
    }
    return index
  }
}
