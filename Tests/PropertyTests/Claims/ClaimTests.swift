import HBSuite
import PropCheckTesting
import Testing

/// Each claim on its default number of random problems; `PROPCHECK_REPLAY` finds them by the claim's name.
@Suite struct ClaimTests {
  private func check(_ claim: Claim, cases: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let settings = ClaimSettings(cases: cases, store: ClaimSettings.keptCases)
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
  @Test func sessions() { check(.sessions) }

  /// What goes beyond heavy ball from rest on a third of the problems; `hbcheck verify` tries all of them.
  @Test(arguments: Claim.methodClaims + Claim.scheduleClaims + Claim.applicationClaims)
  func beyondHeavyBallFromRest(_ claim: Claim) {
    check(claim, cases: (claim.defaultCases + 2) / 3)
  }

  @Test func everyClaimOfTheCatalogueIsChecked() {
    let checked: [Claim] = [
      .order, .principalError, .localDefect, .fixedSteps, .twoDerivations, .groupRecursion, .gradientDescent, .chains,
      .reversal,
      .symmetries, .sessions,
    ]
    let all = checked + Claim.methodClaims + Claim.scheduleClaims + Claim.applicationClaims
    #expect(Claim.catalogue.map(\.name) == all.map(\.name))
    #expect(Set(all.map(\.name)).count == all.count)
  }

  @Test func theNameOfWhatIsClaimedFindsEveryMethod() {
    let methods = ["heavy-ball", "nesterov", "gradient-descent"]
    for what in ["order", "principal-error", "local-defect", "fixed-steps"] {
      #expect(
        Claim.named(what).map(\.name) == (methods + ["scheduled", "initial-momentum"]).map { what + "/" + $0 })
    }
    #expect(Claim.named("two-derivations").map(\.name) == methods.map { "two-derivations/" + $0 })
    #expect(Claim.named("group-recursion").map(\.name) == (methods + ["scheduled"]).map { "group-recursion/" + $0 })
  }
}

extension Claim: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
}
