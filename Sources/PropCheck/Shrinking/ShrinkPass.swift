/// One way to propose simpler sequences; passes are values with names, so that one can be left out.
struct ShrinkPass: Sendable {
  /// The name under which ``Settings/disabledPasses`` leaves it out.
  let name: String
  /// Proposes sequences to a shrinker until it finds no more.
  let run: @Sendable (inout Shrinker) -> Void

  /// All passes, those first that remove most at the least expense.
  static let all: [ShrinkPass] = [
    deleteElements, promoteParts, simplestParts, lowerAndDelete, joinArrays,
    lowerIntegers, simplifyNumbers, lowerEqualTogether, sortElements,
    addNeighbours, lowerPairs, moveBetween, deleteAndRenumber,
    avoidSlivers,
  ]
}

extension ShrinkPass {
  /// The names of all passes, in the order in which they run.
  static var names: [String] { all.map(\.name) }
}
