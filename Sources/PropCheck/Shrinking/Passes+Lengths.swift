extension ShrinkPass {
  /// Lowers a number on which the length of what follows depends, and removes that much of what follows.
  ///
  /// A number that was drawn first and then used as a count cannot be lowered alone where the choices that
  /// matter come late. How many choices each unit accounts for is found by playing, which costs no call.
  static let lowerAndDelete = ShrinkPass(name: "lower and delete") { shrinker in
    var index = 0
    // a number that counts the rest of a huge value comes early in it
    while !shrinker.isExhausted, index < min(shrinker.current.choices.count, 500) {
      if shrinker.current.choices[index].kind == .integer { shrinker.lowerAndDelete(at: index) }
      index += 1
    }
  }
}

extension Shrinker {
  fileprivate mutating func lowerAndDelete(at index: Int) {
    var amount = current.choices[index].word
    guard amount > 0, amount <= UInt64(current.choices.count) else { return }
    while amount > 0 && !isExhausted {
      amount = min(amount, current.choices[index].word)
      if !removeUnits(amount, countedAt: index) { amount /= 2 }
    }
  }

  /// Lowers a count by an amount and removes as many units, wherever they lie; true if that was accepted.
  private mutating func removeUnits(_ amount: UInt64, countedAt index: Int) -> Bool {
    guard amount > 0 else { return false }
    var lowered = current.choices
    lowered[index] = lowered[index].with(lowered[index].word - amount)
    guard let played = play(lowered, nil), played.choices.count < current.choices.count else { return false }
    let dropped = current.choices.count - played.choices.count
    // the units are where the choices stop being needed: take windows from the end backwards
    var end = current.choices.count
    while !isExhausted, end - dropped > index {
      var candidate = lowered
      candidate.removeSubrange(end - dropped..<end)
      if attempt(candidate) { return true }
      end -= max(1, dropped / Int(amount)) * max(1, Int(amount) / 2)
    }
    return false
  }
}
