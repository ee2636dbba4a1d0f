import HBModel
import HBSuite
import Testing

/// Every fault planted in the applications must be caught.
@Suite struct ApplicationMutantTests {
  private static let networkClaims: [Claim] = [.effectiveInitialization, .rowSpace, .implicitBias]

  @Test(arguments: Mutant.networks)
  func everyFaultOfTheEffectiveInitializationIsCaughtByEachClaimAboutNetworks(_ mutant: Mutant) throws {
    let implementation = try #require(mutant.implementation)
    for claim in Self.networkClaims {
      let result = claim.check(implementation, settings: ClaimSettings(shrinkCalls: 40, explainCalls: 0))
      #expect(result.judgement.verdict == .falsified, "\(mutant.name) escapes \(claim.name)")
      #expect(result.counterexample != nil)
    }
  }

  @Test(arguments: Mutant.zoo)
  func everyFaultOfTheZooIsCaught(_ mutant: Mutant) throws {
    let implementation = try #require(mutant.implementation)
    let result = Claim.zoo.check(implementation, settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
    #expect(result.judgement.verdict == .falsified, "\(mutant.name) escapes")
    // The fault is found in the model that has it, and in no other.
    let broken = try #require(
      zip(implementation.zoo.models, ModelZoo.standard.models).first { "\($0)" != "\($1)" }?.0)
    let counterexample = try #require(result.counterexample)
    #expect(counterexample.description.hasSuffix(broken.name), "\(counterexample.description)")
  }

  @Test func noPlantedFaultIsLostOnTheWay() {
    #expect(Mutant.networks.count == 5)
    #expect(Mutant.zoo.count == 12)
  }
}
