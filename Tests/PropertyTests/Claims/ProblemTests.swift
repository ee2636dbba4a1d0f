import Foundation
import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct ProblemTests {
  @Test func problemsRoundTripThroughJSON() {
    forAll(ProblemGenerator().problems) { generated in
      let problem = generated.problem
      let copy = try JSONDecoder().decode(Problem.self, from: JSONEncoder().encode(problem))
      // Printing may regroup, so that texts are compared, not trees.
      #expect(copy.description == problem.description)
    }
  }

  @Test(arguments: [
    ProblemFamily.method(.nesterov), .method(.gradientDescent), .scheduled, .initialMomentum,
  ])
  func problemsOfEachFamilyRoundTripThroughJSONAndTheCommandLine(family: ProblemFamily) {
    forAll(ProblemGenerator(scaling: .fixedSteps(8), family: family).problems, settings: Settings(cases: 50)) {
      generated in
      let problem = generated.problem
      let copy = try JSONDecoder().decode(Problem.self, from: JSONEncoder().encode(problem))
      #expect(copy.description == problem.description)
      #expect(copy.method == problem.method && copy.initialMomentum == problem.initialMomentum)
      #expect(copy.initialVelocity == problem.initialVelocity)
      let own = try problem.momentumProblem.parameters(iterations: 8, as: DoubleDouble.self)
      let read = try copy.momentumProblem.parameters(iterations: 8, as: DoubleDouble.self)
      #expect(read.momenta == own.momenta && read.stepFactors == own.stepFactors)
      #expect(problem.orderCommand.contains(" --method nesterov") == (problem.method == .nesterov))
      #expect(problem.orderCommand.contains(" --initial-momentum ") == (problem.initialMomentum != .zero))
      #expect(problem.orderCommand.contains(" --initial-velocity ") == !problem.initialVelocity.isEmpty)
      #expect(problem.orderCommand.contains(" --step-factor ") == (problem.schedule?.stepFactor != nil))
    }
  }

  @Test func problemsLieInTheAsymptoticRegime() {
    forAll(ProblemGenerator().problems) { generated in
      let problem = generated.problem
      let momentum = DoubleDouble(problem.momentum).doubleValue
      let regime = AsymptoticRegime(problem.momentumProblem, time: DoubleDouble(try problem.time()))
      let step = DoubleDouble(problem.step).doubleValue
      #expect(step * regime.curvature <= (1 - momentum) * (1 - momentum) / 16)
      #expect(problem.steps >= AsymptoticRegime.warmUpSteps(momentum: momentum))
    }
  }

  @Test func generatedProblemsCoverOrdersMomentaDimensionsAndTerms() throws {
    let coverage = Claim.fixedSteps.check().coverage
    #expect(coverage["order"]?.keys.sorted() == ["0", "1", "2", "3", "4"])
    #expect(coverage["variables"]?.keys.sorted() == ["1", "2", "3", "4"])
    #expect(coverage["momentum"]?.keys.sorted() == ["(0, 0.5]", "(0.5, 0.8]", "(0.8, 0.95]", "0"])
    #expect(coverage["terms"]?.keys.sorted() == ["composition", "function", "gaussian", "monomial", "product"])
    for (table, counts) in coverage {
      for (value, count) in counts { #expect(count >= 8, "\(table) \(value) occurs \(count) times in 200 cases") }
    }
  }

  @Test func aDamagedProblemFileSaysWhichFieldIsWrong() throws {
    let text = #"{"objective":"x1^2","start":["1"],"momentum":"half","step":"1/8","steps":16,"order":1}"#
    #expect {
      try JSONDecoder().decode(Problem.self, from: Data(text.utf8))
    } throws: { error in "\(error)".contains("momentum") && "\(error)".contains("half") }
  }
}
