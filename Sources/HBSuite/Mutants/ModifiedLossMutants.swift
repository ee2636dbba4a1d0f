import HBModel

extension Mutant {
  /// Every fault of what is stated about modified losses, each with the claim that must see it.
  ///
  /// Each constant is changed by 1 % and has its power of `1 - mu` off by one; the remainder is left out.
  public static let modifiedLosses: [Mutant] = {
    var result: [Mutant] = []
    func plant(_ name: String, _ claim: Claim, _ change: (inout ModifiedLossStatement) -> Void) {
      var implementation = Implementation()
      change(&implementation.modifiedLoss)
      result.append(Mutant("modified loss", name, implementation, claims: [claim]))
    }
    for slip in Slip.allCases {
      for number in 0..<3 {
        let tree = FreeTreeTable.upTo(3).trees[number]
        plant("modified loss: \(tree) \(slip.words)", .modifiedLoss) {
          $0.flow.coefficients[number] = slip.applied(to: $0.flow.coefficients[number])
        }
      }
      plant("modified loss: remainder \(slip.words)", .modifiedLoss) { $0.remainder = slip.applied(to: $0.remainder) }
      plant("gradient criterion: differences \(slip.words)", .gradientCriterion) { statement in
        statement.differences = statement.differences.map(slip.applied)
      }
      for (number, tree) in FreeTreeTable.upTo(ModifiedLossStatement.largestOrder).trees.enumerated() {
        plant("gradient map: \(tree) \(slip.words)", .gradientMap) {
          $0.map.coefficients[number] = slip.applied(to: $0.map.coefficients[number])
        }
      }
      plant("loss with memory: displacement \(slip.words)", .gradientMapFromRest) {
        $0.memory.kinetic = slip.applied(to: $0.memory.kinetic)
      }
      plant("loss with memory: decay \(slip.words)", .gradientMapFromRest) {
        $0.memory.decay = slip.applied(to: $0.memory.decay)
      }
      plant("directional smoothness: effective step \(slip.words)", .directionalSmoothness) {
        $0.effectiveStep = slip.applied(to: $0.effectiveStep)
      }
    }
    plant("modified loss: remainder left out", .modifiedLoss) { $0.remainder = .zero }
    plant("gradient criterion: remainder left out", .gradientCriterion) { statement in
      statement.differences = statement.differences.map { _ in .zero }
    }
    for number in FreeTreeTable.upTo(4).trees.indices {
      let tree = FreeTreeTable.upTo(4).trees[number]
      plant("limit mu -> 1: \(tree) times 101/100", .gradientCriterion) { statement in
        let changed = try? statement.limit.coefficients[number] * fractions([(101, 100)])[0]
        statement.limit.coefficients[number] = changed ?? .zero
      }
    }
    return result
  }()

  /// How a constant goes wrong.
  private enum Slip: CaseIterable {
    case percent, powerTooLow, powerTooHigh

    var words: String {
      switch self {
      case .percent: "times 101/100"
      case .powerTooLow: "with 1-mu one power too low"
      case .powerTooHigh: "with 1-mu one power too high"
      }
    }

    func applied(to value: RationalFunction) -> RationalFunction {
      let complement = try? RationalFunction.one - .mu
      let changed =
        switch self {
        case .percent: try? value * RationalFunction(fractions([(101, 100)])[0])
        case .powerTooLow: try? value * (complement ?? .zero)
        case .powerTooHigh: try? value / (complement ?? .zero)
        }
      return changed ?? .zero
    }
  }
}
