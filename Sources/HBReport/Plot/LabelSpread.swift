/// Places labels beside the values that they name, so that no two overlap and none leaves its room.
enum LabelSpread {
  /// Ordinates at least `distance` apart, within `room`, in the order of `wanted` and as near to it as that allows.
  ///
  /// Where they do not all fit, the distance is what the room gives.
  ///
  /// - Complexity: O(n^2).
  static func places(for wanted: [Double], distance: Double, within room: ClosedRange<Double>) -> [Double] {
    guard wanted.count > 1 else { return wanted.map { min(max($0, room.lowerBound), room.upperBound) } }
    let gap = min(distance, (room.upperBound - room.lowerBound) / Double(wanted.count - 1))
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Blocks of labels that touch, each centred on the mean of what its members want.
    var blocks: [(members: [Int], centre: Double)] = []
    for index in order {
      blocks.append(([index], clamped(wanted[index], count: 1, gap: gap, room: room)))
      while blocks.count > 1 {
        let (upper, lower) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        let reach = gap * Double(upper.members.count + lower.members.count) / 2
        guard lower.centre - upper.centre < reach else { break }
        let members = upper.members + lower.members
        let mean = members.reduce(0) { $0 + wanted[$1] } / Double(members.count)
        blocks.removeLast(2)
        blocks.append((members, clamped(mean, count: members.count, gap: gap, room: room)))
      }
    }
    var result = wanted
    for block in blocks {
      let first = block.centre - gap * Double(block.members.count - 1) / 2
      for (position, index) in block.members.enumerated() { result[index] = first + gap * Double(position) }
    }
    return result
  }

  private static func clamped(_ centre: Double, count: Int, gap: Double, room: ClosedRange<Double>) -> Double {
    let half = gap * Double(count - 1) / 2
    return min(max(centre, room.lowerBound + half), max(room.lowerBound + half, room.upperBound - half))
  }
}
