import HBModel
import PropCheck
import Testing

@testable import HBSuite

/// What a failing claim says about the cause: the right term, with what it has and must have.
@Suite struct WrongCoefficientTests {
  private func cause(_ model: any ContinuousModel, _ claim: Claim = .fixedSteps) throws -> String? {
    try cause(Implementation(model: model), claim)
  }

  private func cause(_ implementation: Implementation, _ claim: Claim = .fixedSteps) throws -> String? {
    let result = claim.check(implementation, settings: ClaimSettings(shrinkCalls: 200, explainCalls: 0))
    return try #require(result.counterexample).cause
  }

  @Test func theWrongTermIsNamedWithItsRightValue() throws {
    let percent = fractions([(101, 100)])[0]
    for (tree, cause) in [
      (RootedTree.chain(order: 3), "F2: the coefficient of D[D[g]] is -101/300 at iteration 0, it must be -1/3"),
      (RootedTree(children: [.chain(order: 1), .chain(order: 1)]), "F2: the coefficient of D[g,g] is -101/1200"),
    ] {
      let found = try self.cause(MutantModel(.table(.factor(tree: tree, percent))))
      #expect(found?.hasPrefix(cause) == true, "\(found ?? "nothing")")
    }
  }

  @Test func aForgottenWarmUpShowsInTheFirstIteration() throws {
    let found = try cause(StationaryModel())
    #expect(found == "F0: the coefficient of g is -2 at iteration 0, it must be -1 at momentum 1/2")
  }

  @Test(arguments: [ScheduleMutantModel.Fault.forgottenStepRatio, .delayedParameters])
  func faultsOfSchedulesHaveACause(_ fault: ScheduleMutantModel.Fault) throws {
    let found = try cause(ScheduleMutantModel(fault), Claim.named("fixed-steps/scheduled")[0])
    #expect(found?.contains(", it must be ") == true, "\(found ?? "nothing")")
  }

  @Test func anIgnoredStartHasACause() throws {
    let found = try cause(
      ScheduleMutantModel(.ignoredInitialMomentum), Claim.named("fixed-steps/initial-momentum")[0])
    #expect(found?.hasPrefix("F0: the coefficient of g is ") == true, "\(found ?? "nothing")")
  }

  @Test func anIgnoredVelocityIsNamedAsTheTermThatIsMissing() throws {
    let problem = Problem(
      objective: try Expression(parsing: "x1^3"), start: [.one], momentum: fractions([(1, 2)])[0], step: .one,
      steps: 40, order: 2, initialVelocity: [.one])
    #expect(WrongCoefficient(in: PiecewiseModel(), on: problem) == nil)
    #expect(
      problem.cause(in: ScheduleMutantModel(.ignoredInitialMomentum))
        == "F0: the coefficient of v is 0 at iteration 0, it must be 1/2 at momentum 1/2")
    let tree = try RootedTree(parsing: "[v]")
    #expect(
      problem.cause(in: ScheduleMutantModel(.factor(tree: tree, fractions([(101, 100)])[0])))
        == "F1: the coefficient of D[v] is 101/400 at iteration 0, it must be 1/4 at momentum 1/2")
  }

  @Test func whatIsWrongElsewhereIsNotBlamedOnTheCoefficients() throws {
    let found = try cause(Implementation(integrator: RungeKuttaIntegrator.midpoint))
    #expect(found == "the model's coefficients are those of the method: the fault lies elsewhere")
  }

  @Test(arguments: 0...6) func theModelItselfHasNoWrongCoefficient(order: Int) throws {
    let problem = Problem(
      objective: try Expression(parsing: "x1^3"), start: [.one], momentum: fractions([(9, 10)])[0], step: .one,
      steps: 40, order: order)
    #expect(WrongCoefficient(in: PiecewiseModel(), on: problem) == nil)
  }
}
