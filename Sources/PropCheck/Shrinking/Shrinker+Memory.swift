extension Shrinker {
  /// What passes ask for again and again between two changes of the current sequence.
  struct Memory {
    var shrinks = -1
    var elements: [Int: [Int]] = [:]
    var integers: [Int]?
    var integersAndBooleans: [Int]?
    var equals: [UInt64: [Int]]?
  }

  /// Indices of the spans of an array's elements in the current sequence.
  mutating func elements(ofArray array: Int) -> [Int] {
    refresh()
    if let known = memory.elements[array] { return known }
    let found = current.elements(ofArray: array)
    memory.elements[array] = found
    return found
  }

  /// Indices of the whole numbers of the current sequence; those whose domain has two members only if asked for.
  mutating func integers(amongBooleans: Bool = false) -> [Int] {
    refresh()
    if let known = amongBooleans ? memory.integersAndBooleans : memory.integers { return known }
    let choices = current.choices
    let least: UInt64 = amongBooleans ? 1 : 2
    let found = choices.indices.filter { choices[$0].kind == .integer && choices[$0].total >= least }
    if amongBooleans { memory.integersAndBooleans = found } else { memory.integers = found }
    return found
  }

  /// Indices of the whole numbers of the current sequence that have a rank.
  mutating func integers(ofRank rank: UInt64) -> [Int] {
    refresh()
    if memory.equals == nil {
      var equals: [UInt64: [Int]] = [:]
      for (index, choice) in current.choices.enumerated() where choice.kind == .integer {
        equals[choice.word, default: []].append(index)
      }
      memory.equals = equals
    }
    return memory.equals?[rank] ?? []
  }

  private mutating func refresh() {
    if memory.shrinks != shrinks { memory = Memory(shrinks: shrinks) }
  }
}
