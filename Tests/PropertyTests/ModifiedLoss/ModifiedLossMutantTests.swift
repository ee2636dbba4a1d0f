import HBModel
import HBSuite
import Testing

/// Every wrong statement about modified losses must fall to its claim.
@Suite struct ModifiedLossMutantTests {
  @Test func everyWrongStatementIsCaughtByItsClaim() throws {
    for mutant in Mutant.modifiedLosses {
      let (claim, implementation) = (try #require(mutant.claims?.first), try #require(mutant.implementation))
      let result = claim.check(implementation, settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
      #expect(result.judgement.verdict == .falsified, "\(mutant.name) escapes \(claim.name)")
    }
  }

  @Test func everyConstantOfEveryStatementIsBroken() {
    let names = Mutant.modifiedLosses.map(\.name)
    #expect(Set(names).count == names.count)
    for slip in ["times 101/100", "with 1-mu one power too low", "with 1-mu one power too high"] {
      #expect(names.filter { $0.hasSuffix(slip) }.count >= 16)
    }
    #expect(names.filter { $0.hasSuffix("remainder left out") }.count == 2)
  }

  @Test func aWrongConstantShrinksToASmallObjective() throws {
    let mutant = try #require(
      Mutant.modifiedLosses.first { $0.name == "modified loss: [[][]] times 101/100" })
    let implementation = try #require(mutant.implementation)
    let found = try #require(Claim.modifiedLoss.check(implementation).counterexample)
    let problem = try #require(found.problem)
    #expect(problem.start.count == 1)
    #expect(problem.momentum == .zero)
    #expect(found.message.hasPrefix("the field's term of order h^2 differs from the stated one by"))
  }
}
