import HBModel
import HBSuite
import PropCheck
import Testing

/// Every planted fault of schedules, starts and methods must fall to each claim that is about it.
@Suite struct ScheduleMutantTests {
  private static func numericClaims(_ family: ProblemFamily) -> [Claim] {
    ["order", "principal-error", "local-defect", "fixed-steps"].flatMap { Claim.named($0 + "/" + family.name) }
  }

  private static let ofSchedules: [ScheduleMutantModel.Fault] = [
    .constantParameters, .delayedParameters, .frozenParameters, .forgottenStepRatio,
  ]
  private static let ofStarts: [ScheduleMutantModel.Fault] = [.ignoredInitialMomentum, .reversedInitialMomentum]
  /// Coefficients of trees, those with velocity leaves or those without.
  private static func ofCoefficients(withVelocity: Bool) -> [ScheduleMutantModel.Fault] {
    ScheduleMutantModel.faults(order: 3).filter {
      if case .factor(let tree, _) = $0 { (tree.fieldNodes < tree.order) == withVelocity } else { false }
    }
  }

  private func expectCaught(_ fault: ScheduleMutantModel.Fault, by claims: [Claim]) {
    let implementation = Implementation(model: ScheduleMutantModel(fault))
    for claim in claims {
      let result = claim.check(implementation, settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
      #expect(result.judgement.verdict == .falsified, "\(implementation.model.name) escapes \(claim.name)")
    }
  }

  @Test(arguments: ofSchedules + ofCoefficients(withVelocity: false)) func faultsOfSchedulesAreCaught(
    _ fault: ScheduleMutantModel.Fault
  ) {
    expectCaught(fault, by: Self.numericClaims(.scheduled))
  }

  @Test(arguments: ofStarts + ofCoefficients(withVelocity: false))
  func faultsOfStartsAreCaught(_ fault: ScheduleMutantModel.Fault) {
    expectCaught(fault, by: Self.numericClaims(.initialMomentum))
  }

  /// A coefficient with a velocity acts in the warm-up alone, which the claims on long horizons need not see.
  @Test(arguments: ofCoefficients(withVelocity: true))
  func coefficientsOfTheVelocityAreCaught(_ fault: ScheduleMutantModel.Fault) {
    expectCaught(fault, by: Self.numericClaims(.initialMomentum).suffix(2))
  }

  @Test(arguments: [MomentumMethod.nesterov, .gradientDescent])
  func theCoefficientsOfAnotherMethodAreCaught(_ method: MomentumMethod) {
    for other in MomentumMethod.all where other != method {
      expectCaught(.otherMethod(other), by: Self.numericClaims(.method(method)))
    }
  }

  @Test(arguments: [MomentumMethod.nesterov, .gradientDescent], TreeTable.upTo(4).trees)
  func aCoefficientOffByOnePercentIsCaught(_ method: MomentumMethod, tree: RootedTree) throws {
    let implementation = Implementation(model: MutantModel(.table(.factor(tree: tree, try Rational(101, 100)))))
    // Euler's method has b = 0 for this tree: one per cent more of it is nothing, as the quick claims show.
    let isEquivalent = method == .gradientDescent && tree.description == "[[][][]]"
    for claim in Self.numericClaims(.method(method)).suffix(isEquivalent ? 2 : 4) {
      let result = claim.check(implementation, settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
      #expect((result.judgement.verdict == .falsified) != isEquivalent, "\(tree) and \(claim.name)")
    }
  }

  @Test func aForgottenWarmUpOfNesterovIsCaught() {
    for fault in [CoefficientFault.noWarmUp, .delayedWarmUp] {
      for claim in Self.numericClaims(.method(.nesterov)) {
        let result = claim.check(
          Implementation(model: MutantModel(.table(fault))), settings: ClaimSettings(shrinkCalls: 0, explainCalls: 0))
        #expect(result.judgement.verdict == .falsified, "\(claim.name)")
      }
    }
  }

  /// What a person gets to see: one variable, one term, and the command that shows it again.
  @Test func aCounterexampleOfAnIgnoredStartIsSmallAndReplays() throws {
    let implementation = Implementation(model: ScheduleMutantModel(.ignoredInitialMomentum))
    let claim = Claim.named("fixed-steps/initial-momentum")[0]
    let found = try #require(claim.check(implementation).counterexample)
    let problem = try #require(found.problem)
    #expect(problem.start.count == 1 && problem.initialMomentum == .one, "\(problem)")
    #expect(problem.orderCommand.contains(" --initial-momentum 1"))
    let token = try Token.decode(found.token, prefix: Claim.tokenPrefix)
    #expect(try claim.replay(token, implementation: implementation).description == found.description)
    guard case .passed = try claim.replay(token).outcome else {
      Issue.record("the right model fails in the same case")
      return
    }
  }
}

extension ScheduleMutantModel.Fault: CustomTestStringConvertible {
  /// The fault in words.
  public var testDescription: String { ScheduleMutantModel(self).name }
}
