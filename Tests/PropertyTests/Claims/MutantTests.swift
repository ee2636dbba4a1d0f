import HBModel
import HBSuite
import Testing

/// Faults of the model and the integrator: every numeric claim sees each of them, by a small counterexample.
@Suite struct MutantTests {
  private static let numericClaims: [Claim] = [.order, .principalError, .localDefect, .fixedSteps]

  private static let mutants = Mutant.catalogue(order: 3).filter { mutant in
    mutant.group == "coefficients"
      || ["mu^n for mu^(n+1)", "stationary coefficients from n = 0", "an integrator of order 2"].contains(mutant.name)
  }

  @Test(arguments: mutants)
  func everyPlantedFaultIsCaughtByASmallCounterexample(_ mutant: Mutant) throws {
    let implementation = try #require(mutant.implementation)
    for claim in Self.numericClaims {
      let result = claim.check(implementation, settings: ClaimSettings(explainCalls: 0))
      #expect(result.judgement.verdict == .falsified, "\(mutant.name) escapes \(claim.name)")
      let problem = try #require(result.counterexample?.problem)
      #expect(isSmall(CounterexampleSize(problem)), "\(mutant.name): \(problem)")
    }
  }

  @Test func thePlantedFaultsAreThoseThatAreMeant() {
    #expect(Self.mutants.count == 3 * TreeTable.upTo(4).count + 3)
  }
}

/// At most two variables, one term, and denominators up to 64.
func isSmall(_ size: CounterexampleSize) -> Bool {
  size.variables <= 2 && size.terms == 1 && size.stepDenominator <= 64 && size.momentumDenominator <= 64
}

extension Mutant: CustomTestStringConvertible {
  /// The fault in words.
  public var testDescription: String { name }
}
