extension Generator {
  /// Arrays of drawn elements; shorter ones are simpler.
  ///
  /// - Parameters:
  ///   - element: draws each element.
  ///   - count: the lengths that may come out; its lower bound must not be negative.
  /// - Complexity: O(length) draws.
  @inlinable public static func array<Element>(
    of element: Generator<Element>, count: ClosedRange<Int> = 0...20
  ) -> Generator where Value == [Element] {
    let (low, high) = (count.lowerBound, count.upperBound)
    precondition(low >= 0, "an array cannot have a negative length")
    return Generator { source in
      if source.mode == .fresh && !source.isRecording {
        return try source.freshArray(of: element, low, high)
      }
      return try source.span(.array) { source in
        try source.recordedArray(of: element, low, high)
      }
    }
  }

  /// Arrays of one length.
  ///
  /// - Parameters:
  ///   - element: draws each element.
  ///   - count: the length, not negative.
  @inlinable public static func array<Element>(
    of element: Generator<Element>, count: Int
  ) -> Generator where Value == [Element] {
    array(of: element, count: count...count)
  }

  /// Sets of drawn elements; smaller ones are simpler.
  ///
  /// Elements that are drawn twice count once, so a set may come out smaller than `count` asks where the
  /// elements do not suffice; then the case is discarded.
  ///
  /// - Parameters:
  ///   - element: draws each element.
  ///   - count: the sizes that may come out.
  public static func set<Element: Hashable & Sendable>(
    of element: Generator<Element>, count: ClosedRange<Int> = 0...20
  ) -> Generator where Value == Set<Element> {
    Generator<[Element]>.array(of: element, count: count)
      .map { Set($0) }
      .filter("a set of \(count.lowerBound) or more different elements") { $0.count >= count.lowerBound }
  }

  /// Dictionaries of drawn keys and values; smaller ones are simpler, and the first of equal keys counts.
  ///
  /// - Parameters:
  ///   - keys: draws each key.
  ///   - values: draws each value.
  ///   - count: the sizes that may come out.
  public static func dictionary<Key: Hashable & Sendable, Element>(
    keys: Generator<Key>, values: Generator<Element>, count: ClosedRange<Int> = 0...20
  ) -> Generator where Value == [Key: Element] {
    Generator<[(Key, Element)]>.array(of: zip(keys, values), count: count)
      .map { Dictionary($0, uniquingKeysWith: { first, _ in first }) }
      .filter("a dictionary of \(count.lowerBound) or more different keys") { $0.count >= count.lowerBound }
  }

  /// The members of an array in any order; the order given is the simplest.
  ///
  /// - Parameter values: what to permute.
  /// - Complexity: O(n) draws.
  public static func permutation<Element: Sendable>(
    of values: [Element]
  ) -> Generator where Value == [Element] {
    Generator { source in
      var result = values
      for index in result.indices.dropLast() {
        let last = UInt64(result.count - 1 - index)
        let distance = try source.decide(.integer, below: 0, above: last) { source in
          source.random.uniform(upTo: last)
        }
        // a rotation rather than an exchange keeps the rest in order, so that one choice moves one member
        let moved = result.remove(at: index + Int(distance))
        result.insert(moved, at: index)
      }
      return result
    }
  }

  /// Some members of an array, in its order; fewer are simpler.
  ///
  /// - Parameter values: what to choose from.
  /// - Complexity: O(n) draws.
  public static func subset<Element: Sendable>(
    of values: [Element]
  ) -> Generator where Value == [Element] {
    Generator { source in
      try values.filter { _ in try source.draw(.bool) }
    }
  }
}

extension ChoiceSource {
  /// The length planned for a random array.
  @inlinable mutating func plannedCount(_ low: Int, _ high: Int) -> Int {
    guard high > low else { return low }
    let room = UInt64(high - low)
    let scale = UInt64(max(size, 1))
    let sized = size >= 100 ? room : min(room, (room / 100) &* scale &+ (room % 100 &* scale &+ 99) / 100)
    return low + Int(random.uniform(upTo: sized))
  }

  /// An array while nothing is recorded: no decision about its end is needed.
  @inlinable mutating func freshArray<Element>(
    of element: Generator<Element>, _ low: Int, _ high: Int
  ) throws -> [Element] {
    let count = plannedCount(low, high)
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try element.run(&self)) }
    return result
  }

  /// An array whose every element is a part of the recording, with a decision before each and after the last.
  @inlinable mutating func recordedArray<Element>(
    of element: Generator<Element>, _ low: Int, _ high: Int
  ) throws -> [Element] {
    note(bounds: low, high)
    let planned = mode == .fresh ? plannedCount(low, high) : 0
    var result: [Element] = []
    var continues = true
    while continues {
      let index = result.count
      let forced: Bool? = index < low ? true : index >= high ? false : nil
      guard forced != false else {
        _ = try decideMore(planned: false, forced: false)
        break
      }
      try span(.element) { source in
        continues = try source.decideMore(planned: index < planned, forced: forced)
        guard continues else { return }
        if source.tracesParts {
          result.append(try source.part(.element(index)) { try element.run(&$0) })
        } else {
          result.append(try element.run(&source))
        }
      }
    }
    return result
  }
}
