import HBSuite
import PropCheckTesting
import Testing

/// Each claim on its default number of random problems; `PROPCHECK_REPLAY` finds them by the claim's name.
@Suite struct ClaimTests {
  private func check(_ claim: Claim, sourceLocation: SourceLocation = #_sourceLocation) {
    let settings = ClaimSettings()
    expectHolds(
      claim.property(Implementation(), settings), settings: claim.propertySettings(settings),
      sourceLocation: sourceLocation)
  }

  @Test func order() { check(.order) }
  @Test func principalError() { check(.principalError) }
  @Test func localDefect() { check(.localDefect) }
  @Test func fixedSteps() { check(.fixedSteps) }
  @Test func twoDerivations() { check(.twoDerivations) }
  @Test func groupRecursion() { check(.groupRecursion) }
  @Test func gradientDescent() { check(.gradientDescent) }
  @Test func chains() { check(.chains) }
  @Test func reversal() { check(.reversal) }
  @Test func symmetries() { check(.symmetries) }

  @Test func everyClaimOfTheCatalogueIsChecked() {
    let checked: [Claim] = [
      .order, .principalError, .localDefect, .fixedSteps, .twoDerivations, .groupRecursion, .gradientDescent, .chains,
      .reversal,
      .symmetries,
    ]
    #expect(Claim.catalogue.map(\.name) == checked.map(\.name))
  }
}
