/// One way to propose simpler sequences of choices; passes are values in a list, so that another list may leave one out.
public struct ShrinkPass: Sendable {
  /// The name, by which passes are told apart.
  public let name: String
  /// Whether it runs only where the others find nothing more; for passes whose proposals are mostly refused.
  let isFinal: Bool
  /// Proposes sequences to a shrinker until it finds no more.
  let run: @Sendable (inout Shrinker) -> Void

  init(name: String, isFinal: Bool = false, run: @escaping @Sendable (inout Shrinker) -> Void) {
    self.name = name
    self.isFinal = isFinal
    self.run = run
  }

  /// All passes, those first that remove most at the least expense, final ones last.
  public static let all: [ShrinkPass] = [
    deleteElements, promoteParts, simplestParts, lowerAndDelete, joinArrays,
    lowerIntegers, simplifyNumbers, lowerEqualTogether, sortElements,
    addNeighbours, halvePairs, lowerPairs, moveBetween, deleteAndRenumber,
    avoidSlivers,
    mirrorTogether, trade, lowerInProportion, descendInStrides, movePairsInStrides, keepRemainders,
  ]
}

extension ShrinkPass: Equatable {
  /// Passes are equal when their names are.
  public static func == (lhs: ShrinkPass, rhs: ShrinkPass) -> Bool { lhs.name == rhs.name }
}
