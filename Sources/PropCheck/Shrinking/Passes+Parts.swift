extension ShrinkPass {
  /// Puts a part of a recursion, or of a group, into the place of the whole.
  static let promoteParts = ShrinkPass(name: "promote parts") { shrinker in
    var index = 0
    while !shrinker.isExhausted, index < shrinker.current.spans.count {
      if !shrinker.promotePart(of: index) { index += 1 }
    }
  }

  /// Makes whole parts as simple as they can be.
  static let simplestParts = ShrinkPass(name: "simplest parts") { shrinker in
    var index = 0
    while !shrinker.isExhausted, index < shrinker.current.spans.count {
      let span = shrinker.current.spans[index]
      let isSimple = shrinker.current.choices[span.start..<span.end].allSatisfy { $0.word == 0 }
      if span.label != .element && !isSimple { _ = shrinker.attempt(simplestSpan: index) }
      index += 1
    }
  }
}

extension Shrinker {
  /// Replaces a span by one of those inside it with the same label; true if one was accepted.
  fileprivate mutating func promotePart(of index: Int) -> Bool {
    let whole = current.spans[index]
    guard whole.label == .recursion || whole.label == .group else { return false }
    if attempt(simplestSpan: index) { return true }
    for inner in current.parts(like: index).prefix(12) {
      let part = current.spans[inner]
      let choices = current.choices
      let candidate = choices[..<whole.start] + choices[part.start..<part.end] + choices[whole.end...]
      if attempt(Array(candidate)) { return true }
    }
    return false
  }
}

extension Recording {
  /// The shorter spans of equal label inside a span, those of the least depth first.
  ///
  /// The nearest are worth most: what fails deep inside mostly fails with its surroundings too, and then the
  /// next round goes deeper.
  fileprivate func parts(like whole: Int) -> [Int] {
    var depths: [Int: Int] = [whole: 0]
    var found: [(index: Int, depth: Int)] = []
    var index = whole + 1
    while index < spans.count, spans[index].start < spans[whole].end {
      let depth = (depths[spans[index].parent] ?? 0) + 1
      depths[index] = depth
      if spans[index].label == spans[whole].label && spans[index].length < spans[whole].length {
        found.append((index, depth))
      }
      index += 1
    }
    return found.sorted { ($0.depth, $0.index) < ($1.depth, $1.index) }.map(\.index)
  }
}
