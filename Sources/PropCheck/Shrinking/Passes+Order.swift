extension ShrinkPass {
  /// Puts the parts of an array, or of a recursion, in order, simplest first: all at once, else by exchanges.
  static let sortElements = ShrinkPass(name: "sort elements") { shrinker in
    var index = 0
    while !shrinker.isExhausted, index < shrinker.current.spans.count {
      shrinker.sortParts(of: index)
      index += 1
    }
  }
}

extension Shrinker {
  fileprivate mutating func sortParts(of parent: Int) {
    let parts = current.parts(of: parent)
    guard parts.count > 1 else { return }
    let sorted = parts.sorted { current.isSimpler($0, than: $1) }
    guard sorted != parts else { return }
    if attempt(current.arranged(parts, as: sorted)) { return }
    guard parts.count > 2 else { return }
    // exchanges of neighbours, each at most once around
    for position in parts.indices.dropLast() {
      let now = current.parts(of: parent)
      guard position + 1 < now.count else { return }
      if current.isSimpler(now[position + 1], than: now[position]) {
        var swapped = now
        swapped.swapAt(position, position + 1)
        _ = attempt(current.arranged(now, as: swapped))
      }
    }
  }
}

extension Recording {
  /// The largest set of parts of equal label directly inside a span, without an array's decision to end.
  fileprivate func parts(of parent: Int) -> [Int] {
    guard parent < spans.count else { return [] }
    if spans[parent].label == .array { return elements(ofArray: parent) }
    var index = parent + 1
    var result: [Int] = []
    while index < spans.count, spans[index].start < spans[parent].end {
      if spans[index].parent == parent, result.first.map({ spans[$0].label == spans[index].label }) ?? true {
        result.append(index)
      }
      index += 1
    }
    return result
  }

  /// Whether one part is simpler than another: shorter, or as long and simpler at the first difference.
  fileprivate func isSimpler(_ a: Int, than b: Int) -> Bool {
    let (first, second) = (spans[a], spans[b])
    if first.length != second.length { return first.length < second.length }
    for offset in 0..<first.length {
      let (mine, theirs) = (choices[first.start + offset], choices[second.start + offset])
      if mine.isSimpler(than: theirs) { return true }
      if theirs.isSimpler(than: mine) { return false }
    }
    return false
  }

  /// The choices with parts put into the places of others.
  fileprivate func arranged(_ places: [Int], as parts: [Int]) -> [Choice] {
    var result: [Choice] = []
    var end = 0
    for (place, part) in zip(places, parts) {
      result += choices[end..<spans[place].start]
      result += choices[spans[part].start..<spans[part].end]
      end = spans[place].end
    }
    return result + choices[end...]
  }
}
