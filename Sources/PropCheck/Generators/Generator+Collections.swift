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
  /// An element that is there already is drawn again; where there are too few different ones, a set comes out
  /// smaller, and the case is discarded if it is smaller than `count` allows.
  ///
  /// - Parameters:
  ///   - element: draws each element.
  ///   - count: the sizes that may come out.
  public static func set<Element: Hashable & Sendable>(
    of element: Generator<Element>, count: ClosedRange<Int> = 0...20
  ) -> Generator where Value == Set<Element> {
    unique(Generator<Element> { try $0.part(.setMember) { try element.run(&$0) } }, count, by: { $0 }).map { Set($0) }
  }

  /// Dictionaries of drawn keys and values; smaller ones are simpler, and a key that is there already is drawn again.
  ///
  /// - Parameters:
  ///   - keys: draws each key.
  ///   - values: draws each value.
  ///   - count: the sizes that may come out.
  public static func dictionary<Key: Hashable & Sendable, Element>(
    keys: Generator<Key>, values: Generator<Element>, count: ClosedRange<Int> = 0...20
  ) -> Generator where Value == [Key: Element] {
    let entry = Generator<(Key, Element)> { try $0.drawEntry(keys, values) }
    return unique(entry, count, by: \.0).map { Dictionary(uniqueKeysWithValues: $0) }
  }
}

/// Arrays whose elements differ by a key.
private func unique<Element, Key: Hashable>(
  _ element: Generator<Element>, _ count: ClosedRange<Int>, by key: @escaping @Sendable (Element) -> Key
) -> Generator<[Element]> {
  precondition(count.lowerBound >= 0, "a collection cannot have a negative size")
  return Generator { source in
    try source.span(.array) { source in
      try source.uniqueElements(of: element, count.lowerBound, count.upperBound, by: key)
    }
  }
}

extension ChoiceSource {
  /// So many repeated elements in a row end a collection of different ones.
  private static let mostRepetitions = 50

  /// Elements that differ by a key; one that repeats another leaves no trace in the recording.
  fileprivate mutating func uniqueElements<Element, Key: Hashable>(
    of element: Generator<Element>, _ low: Int, _ high: Int, by key: (Element) -> Key
  ) throws -> [Element] {
    note(bounds: low, high)
    let planned = mode == .fresh ? plannedCount(low, high) : 0
    var result: [Element] = []
    var keys: Set<Key> = []
    var repetitions = 0
    while result.count < high, repetitions <= ChoiceSource.mostRepetitions {
      let mark = mark
      let isForced = result.count < low
      var drawn: Element?
      try span(.element) { source in
        let continues = try source.decideMore(planned: result.count < planned, forced: isForced ? true : nil)
        if continues { drawn = try element.run(&source) }
      }
      guard let drawn else { return result }
      if keys.insert(key(drawn)).inserted {
        result.append(drawn)
        repetitions = 0
      } else {
        forget(since: mark)
        repetitions += 1
      }
    }
    guard result.count >= low else {
      throw Discard(
        "a collection of \(low) or more different elements found only \(result.count): "
          + "ask for fewer (count:), or draw elements of a wider range")
    }
    try span(.element) { source in _ = try source.decideMore(planned: false, forced: false) }
    return result
  }

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
