extension ShrinkPass {
  /// Replaces a sliver, a number of very long fraction, by a short one while another number gives way.
  ///
  /// Where two numbers depend on one another, the simplest of one may force a sliver on the other: 2 and 2^-52
  /// where 3 and 1/2 do as well.
  static let avoidSlivers = ShrinkPass(name: "avoid slivers") { shrinker in
    for index in shrinker.current.choices.indices where index < shrinker.current.choices.count {
      let choice = shrinker.current.choices[index]
      if choice.kind == .double && choice.fractionBits > 16 { shrinker.avoidSliver(at: index) }
    }
  }
}

extension Shrinker {
  fileprivate mutating func avoidSliver(at index: Int) {
    let value = current.choices[index].double
    let others = current.choices.indices.filter { $0 != index && current.choices[$0].kind == .double }
    for other in others.sorted(by: { abs($0 - index) < abs($1 - index) }).prefix(3) {
      let neighbour = current.choices[other].double
      for short in [0.5, 0.25, 1] {
        for moved in [neighbour + 1, neighbour * 2, neighbour - 1] {
          let target = value < 0 ? -short : short
          guard let first = current.choices[index].moved(to: target),
            let second = current.choices[other].moved(to: moved)
          else { continue }
          var candidate = current.choices
          candidate[index] = first
          candidate[other] = second
          if attempt(candidate) { return }
        }
      }
    }
  }
}
