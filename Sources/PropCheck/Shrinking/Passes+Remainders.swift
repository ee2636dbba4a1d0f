extension ShrinkPass {
  /// Lowers the whole part of a fraction and keeps the rest; then lowers one number of two to zero, while the other
  /// keeps their difference, or their sum.
  static let keepRemainders = ShrinkPass(name: "keep remainders", isFinal: true) { shrinker in
    let doubles = shrinker.current.choices.indices.filter { shrinker.current.choices[$0].kind == .double }
    for index in doubles { shrinker.lowerWholePart(at: index) }
    for (first, second) in zip(doubles, doubles.dropFirst()) {
      shrinker.clearOne(of: first, second)
    }
  }
}

extension Shrinker {
  fileprivate mutating func lowerWholePart(at index: Int) {
    guard index < current.choices.count, current.choices[index].kind == .double,
      let steps = NumeratorSteps(current.choices[index].double), let one = steps.one, one > 1, steps.count > one
    else { return }
    let rest = steps.count % one
    minimize(steps.count / one) { shrinker, whole in
      shrinker.setDouble(steps.value(whole * one + rest), at: index)
    }
  }

  fileprivate mutating func clearOne(of first: Int, _ second: Int) {
    guard second < current.choices.count, current.choices[first].kind == .double,
      current.choices[second].kind == .double
    else { return }
    let (x, y) = (current.choices[first].double, current.choices[second].double)
    guard x != 0 else { return }
    for (a, b) in [(0, y - x), (x - y, 0), (0, x + y), (x + y, 0)] {
      guard let left = current.choices[first].moved(to: a), let right = current.choices[second].moved(to: b)
      else { continue }
      var candidate = current.choices
      candidate[first] = left
      candidate[second] = right
      if attempt(candidate) { return }
    }
  }
}
