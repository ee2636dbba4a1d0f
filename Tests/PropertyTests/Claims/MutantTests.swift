import HBModel
import HBSuite
import Testing

/// Every planted fault must be caught, by a small counterexample.
@Suite struct MutantTests {
  private static let numericClaims: [Claim] = [.order, .principalError, .localDefect, .fixedSteps]

  @Test(arguments: Mutant.catalogue())
  func everyPlantedFaultIsCaughtByASmallCounterexample(_ mutant: Mutant) throws {
    let counterexamples = try Self.numericClaims.map { claim in
      let result = claim.check(mutant.implementation, settings: ClaimSettings(explainCalls: 0))
      #expect(result.judgement.verdict == .falsified, "\(mutant.name) escapes \(claim.name)")
      return try #require(result.counterexample?.problem)
    }
    for problem in counterexamples {
      #expect(problem.start.count <= 2, "\(mutant.name): \(problem)")
      #expect(numberOfTerms(problem.objective) == 1, "\(mutant.name): \(problem)")
      #expect(problem.momentum.denominator <= 64 && problem.step.denominator <= 64, "\(mutant.name): \(problem)")
    }
  }

  /// The number of terms of a sum, below the power of two that scales it.
  private func numberOfTerms(_ objective: Expression) -> Int {
    switch objective {
    case .add(let a, let b), .subtract(let a, let b): numberOfTerms(a) + numberOfTerms(b)
    case .divide(let a, .constant), .multiply(.constant, let a), .negate(let a): numberOfTerms(a)
    default: 1
    }
  }
}

extension Mutant: CustomTestStringConvertible {
  /// The fault in words.
  public var testDescription: String { name }
}
