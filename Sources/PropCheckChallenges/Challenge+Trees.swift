import PropCheck

/// An expression whose division may have no value.
indirect enum Calculation: Sendable, CustomStringConvertible {
  case number(Int)
  case sum(Calculation, Calculation)
  case quotient(Calculation, Calculation)

  var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .sum(let left, let right): "(\(left) + \(right))"
    case .quotient(let left, let right): "(\(left) / \(right))"
    }
  }

  /// Whether it divides by a zero that is written there.
  var dividesByLiteralZero: Bool {
    switch self {
    case .number: false
    case .sum(let left, let right): left.dividesByLiteralZero || right.dividesByLiteralZero
    case .quotient(_, .number(0)): true
    case .quotient(let left, let right): left.dividesByLiteralZero || right.dividesByLiteralZero
    }
  }

  /// Its value, nil after a division by zero.
  var value: Int? {
    switch self {
    case .number(let number): return number
    case .sum(let left, let right):
      guard let a = left.value, let b = right.value else { return nil }
      return a &+ b
    case .quotient(let left, let right):
      guard let a = left.value, let b = right.value, b != 0 else { return nil }
      return a.dividedReportingOverflow(by: b).partialValue
    }
  }
}

/// A binary heap: no child is below its parent.
final class FaultyHeap: Sendable {
  let key: Int
  let left: FaultyHeap?
  let right: FaultyHeap?

  init(_ key: Int, _ left: FaultyHeap?, _ right: FaultyHeap?) {
    self.key = key
    self.left = left
    self.right = right
  }

  /// Its keys, depth first.
  var keys: [Int] { [key] + (left?.keys ?? []) + (right?.keys ?? []) }

  static func merged(_ a: FaultyHeap?, _ b: FaultyHeap?) -> FaultyHeap? {
    guard let a else { return b }
    guard let b else { return a }
    return a.key <= b.key
      ? FaultyHeap(a.key, merged(a.right, b), a.left) : FaultyHeap(b.key, merged(a, b.right), b.left)
  }

  /// What should be the sorted keys, but merges only once.
  var faultySortedKeys: [Int] { [key] + (FaultyHeap.merged(left, right)?.keys ?? []) }

  /// Heaps, empty ones included, with keys that are at least `least`.
  static func generator(depth: Int, least: Int) -> Generator<FaultyHeap?> {
    Generator { source in
      guard try source.draw(.weighted([(1, .constant(false)), (depth > 0 ? 2 : 0, .constant(true))])) else {
        return nil
      }
      let key = try source.draw(.int(in: least ... .max))
      let left = try source.group { try $0.draw(generator(depth: depth - 1, least: key)) }
      let right = try source.group { try $0.draw(generator(depth: depth - 1, least: key)) }
      return FaultyHeap(key, left, right)
    }
  }
}

extension Challenge {
  static let calculator = Challenge(
    "calculator",
    .recursive(depth: 5, base: Generator.int.map { Calculation.number($0) }) { part in
      .oneOf([zip(part, part).map { .sum($0.0, $0.1) }, zip(part, part).map { .quotient($0.0, $0.1) }])
    },
    minima: ["(0 / (0 + 0))", "(0 / (0 / 1))"], calls: 40
  ) { $0.dividesByLiteralZero ? nil : $0.value != nil }

  static let binaryHeap = Challenge(
    "binary heap", FaultyHeap.generator(depth: 6, least: 0), minima: ["[0, 0, 0, 1]"], calls: 45,
    describe: { "\(($0?.keys ?? []).sorted())" }
  ) { heap in heap.map { $0.faultySortedKeys == $0.keys.sorted() } ?? true }
}
