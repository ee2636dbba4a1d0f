extension ShrinkPass {
  /// Removes elements of arrays: all, halves, quarters, down to single ones, from the end of each array.
  static let deleteElements = ShrinkPass(name: "delete elements") { shrinker in
    var array = 0
    while !shrinker.isExhausted, array < shrinker.current.spans.count {
      if shrinker.current.spans[array].label == .array { shrinker.deleteElements(ofArray: array) }
      array += 1
    }
  }

  /// Makes one array of two neighbouring ones, by removing the end of one and the beginning of the next.
  static let joinArrays = ShrinkPass(name: "join arrays") { shrinker in
    var index = shrinker.current.choices.count - 2
    while !shrinker.isExhausted, index >= 0 {
      let choices = shrinker.current.choices
      if index + 1 < choices.count, choices[index].kind == .more, choices[index].word == 0,
        choices[index + 1].kind == .more, choices[index + 1].word == 1
      {
        _ = shrinker.attempt(deleting: index..<index + 2)
      }
      index -= 1
    }
  }

  /// Removes one element and lowers by one the numbers of its neighbours that are not below its position,
  /// as is needed where elements refer to one another by position.
  static let deleteAndRenumber = ShrinkPass(name: "delete and renumber") { shrinker in
    var array = 0
    while !shrinker.isExhausted, array < shrinker.current.spans.count {
      if shrinker.current.spans[array].label == .array {
        var position = shrinker.elements(ofArray: array).count - 1
        while !shrinker.isExhausted, position >= 0 {
          shrinker.deleteAndRenumber(array: array, position: position)
          position -= 1
        }
      }
      array += 1
    }
  }
}

extension ShrinkPass {
  /// Replaces two neighbouring numbers of an array by their sum, which wraps around where the range ends, as
  /// sums of machine integers do.
  static let addNeighbours = ShrinkPass(name: "add neighbours") { shrinker in
    var array = 0
    while !shrinker.isExhausted, array < shrinker.current.spans.count {
      if shrinker.current.spans[array].label == .array {
        var position = shrinker.elements(ofArray: array).count - 2
        while !shrinker.isExhausted, position >= 0 {
          shrinker.addNeighbours(array: array, position: position)
          position -= 1
        }
      }
      array += 1
    }
  }
}

extension Recording {
  /// Indices of the spans of an array's elements, without the decision to end.
  func elements(ofArray array: Int) -> [Int] {
    guard array < spans.count else { return [] }
    var result: [Int] = []
    var index = array + 1
    let end = spans[array].end
    while index < spans.count, spans[index].start < end {
      let span = spans[index]
      if span.parent == array, span.label == .element, choices[span.start].word == 1 {
        result.append(index)
      }
      index += 1
    }
    return result
  }
}

extension Shrinker {
  fileprivate mutating func attempt(deleting range: Range<Int>) -> Bool {
    var candidate = current.choices
    candidate.removeSubrange(range)
    return attempt(candidate)
  }

  fileprivate mutating func deleteElements(ofArray array: Int) {
    // elements that were forced cannot go; others would only take their places
    var length = elements(ofArray: array).count { current.choices[current.spans[$0].start].below == 0 }
    while length > 0 && !isExhausted {
      var end = elements(ofArray: array).count
      while !isExhausted, end > 0 {
        let elements = elements(ofArray: array)
        end = min(end, elements.count)
        guard end > 0 else { break }
        let start = max(0, end - length)
        let from = current.spans[elements[start]].start
        let to = current.spans[elements[end - 1]].end
        _ = attempt(deleting: from..<to)
        end = start
      }
      length = min(length / 2, elements(ofArray: array).count)
    }
  }

  fileprivate mutating func deleteAndRenumber(array: Int, position: Int) {
    let elements = elements(ofArray: array)
    guard position < elements.count else { return }
    let doomed = current.spans[elements[position]]
    var candidate = current.choices
    var changes = false
    let whole = current.spans[array]
    for index in whole.start..<whole.end where index < doomed.start || index >= doomed.end {
      let choice = candidate[index]
      guard choice.kind == .integer else { continue }
      let (magnitude, isNegative) = choice.offset
      // only numbers that could be positions
      guard !isNegative, magnitude > 0, magnitude >= UInt64(position), magnitude <= UInt64(elements.count),
        let lowered = choice.moved(magnitude: magnitude - 1, isNegative: false)
      else { continue }
      candidate[index] = lowered
      changes = true
    }
    guard changes else { return }
    candidate.removeSubrange(doomed.start..<doomed.end)
    _ = attempt(candidate)
  }

  fileprivate mutating func addNeighbours(array: Int, position: Int) {
    let elements = elements(ofArray: array)
    guard position + 1 < elements.count else { return }
    let (first, second) = (current.spans[elements[position]], current.spans[elements[position + 1]])
    guard first.length == 2, second.length == 2 else { return }
    let (augend, addend) = (current.choices[first.start + 1], current.choices[second.start + 1])
    guard augend.kind == .integer, addend.kind == .integer, augend.word > 0, addend.word > 0 else { return }
    let sum = augend.signedOffset + addend.signedOffset
    let size = Int128(augend.total) + 1
    let wrapped = sum > Int128(augend.above) ? sum - size : sum < -Int128(augend.below) ? sum + size : sum
    guard
      let merged = augend.moved(magnitude: UInt64(clamping: wrapped.magnitude), isNegative: wrapped < 0)
    else { return }
    var candidate = current.choices
    candidate[first.start + 1] = merged
    candidate.removeSubrange(second.start..<second.end)
    _ = attempt(candidate)
  }
}
