import HBModel
import PropCheck
import Testing

@testable import HBReport
@testable import HBSuite

/// The matrix itself: what it catches, what it lets survive, and what it calls equivalent.
@Suite struct MutantMatrixTests {
  private static let catalogue = Mutant.catalogue()
  private static let settings = ClaimSettings(threads: 2)

  /// Every fortieth mutant of the catalogue; `hbcheck mutants` tries them all.
  @Test func aSampleOfTheCatalogueIsCaughtBySmallCounterexamples() throws {
    let sample = Self.catalogue.indices.filter { $0 % 40 == 3 }.map { Self.catalogue[$0] }
    let matrix = MutantMatrix.measure(sample, settings: Self.settings)
    #expect(matrix.rows.map(\.name) == sample.map(\.name))
    #expect(matrix.rows(.survived).isEmpty)
    #expect(matrix.judgement.verdict == .holds)
    for row in matrix.rows(.caught) {
      let found = try #require(row.found)
      let claim = Claim.catalogue.first { $0.name == found.claim }
      #expect(found.cases <= claim?.defaultCases ?? .max, "\(row.name)")
      if let problem = found.problem { #expect(isSmall(CounterexampleSize(problem)), "\(row.name): \(problem)") }
    }
  }

  @Test func namesAreUniqueAndGroupsStandTogether() {
    #expect(Set(Self.catalogue.map { "\($0.group): \($0.name)" }).count == Self.catalogue.count)
    let groups = Self.catalogue.map(\.group).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(Set(groups).count == groups.count)
  }

  @Test func theMatrixDoesNotDependOnTheNumberOfThreads() {
    let sample = Self.catalogue.indices.filter { $0 % 110 == 60 }.map { Self.catalogue[$0] }
    #expect(Set(sample.map(\.group)).count > 2)
    let reports = [1, 5].map { threads in
      MutantReport(MutantMatrix.measure(sample, settings: ClaimSettings(threads: threads))).document.description
    }
    #expect(reports[0] == reports[1])
  }

  @Test func theUnbrokenImplementationSurvivesAndIsReported() {
    let mutant = Mutant("nothing", "nothing is broken", Implementation())
    let settings = ClaimSettings(cases: 8)
    let matrix = MutantMatrix.measure([mutant], settings: settings)
    #expect(matrix.rows.map(\.verdict) == [.survived])
    #expect(matrix.judgement.verdict == .falsified)
    #expect(matrix.judgement.reason.hasSuffix("1 survived: nothing is broken"))
    #expect(MutantReport(matrix).judgement.verdict.exitCode == 1)
  }

  @Test func aMutantThatChangesNothingIsEquivalentOnlyWithAProof() throws {
    let leaf = RootedTree(children: [])
    let none = CoefficientFault.factor(tree: leaf, .one)
    #expect(none.proofOfEquivalence() != nil)
    #expect(CoefficientFault.factor(tree: leaf, Rational(-1)).proofOfEquivalence() == nil)
    #expect(CoefficientFault.noWarmUp.proofOfEquivalence() == nil)
    let proven = Mutant("coefficients", none.name, Implementation(model: MutantModel(.table(none)))) {
      none.proofOfEquivalence()
    }
    let matrix = MutantMatrix.measure([proven], settings: ClaimSettings(cases: 4))
    #expect(matrix.rows.map(\.verdict) == [.equivalent])
    #expect(matrix.judgement.verdict == .holds)
  }

  @Test func aClaimThatStatesSomethingWrongIsAMutant() {
    let wrong = Claim(
      "always/heavy-ball", statement: "nothing", cases: 200, generator: { _ in Generator.int(in: 0...9) }
    ) { value, _, _ in value < 5 ? .passed : .failed("large", "it is large") }
    let matrix = MutantMatrix.measure([Mutant("claims", "a wrong claim", claim: wrong)], settings: Self.settings)
    #expect(matrix.rows[0].found?.claim == "always/heavy-ball")
    #expect(matrix.rows[0].found?.description == "5")
  }

  @Test func theShrinkPassesAsTheyAreMissNoChallenge() {
    #expect(Mutant.firstMissedChallenge(with: ShrinkPass.all) == nil)
  }

  @Test func everyRewritingEqualsItsVariable() throws {
    #expect(Rewriting.all.count == Rewriting.texts.count)
    for rewriting in Rewriting.all {
      for point in fractions([(1, 2), (-5, 4), (29, 10), (-29, 10), (1, 8)]) {
        var value = ObjectiveProbe(rewriting.identity)
        // Conditioned like e^|x|, with a dozen operations of 2^-98 at most.
        #expect(abs((value(point) - DoubleDouble(point)).doubleValue) < 0x1p-86, "\(rewriting) at \(point)")
      }
    }
  }

  @Test func theRewritingsUseEveryFunctionOfTheGrammar() {
    let texts = Rewriting.all.map(\.description).joined()
    for function in ElementaryFunction.allCases { #expect(texts.contains("\(function.rawValue)(")) }
  }

  @Test func theReportShowsTheMatrix() throws {
    let leaf = RootedTree(children: [])
    let problem = Problem(
      objective: try Expression(parsing: "x1^3/8"), start: [.one], momentum: try Rational(1, 2),
      step: try Rational(1, 8), steps: 8, order: 2)
    let caught = MutantCatch(claim: "order/heavy-ball", cases: 3, description: "a case", problem: problem)
    let other = MutantCatch(claim: "shrinking/reverse", cases: 1, description: "ends at [1], not at [0, 1]")
    let matrix = MutantMatrix(
      rows: [
        .init(group: "coefficients", name: "sign of \(leaf) changed", verdict: .caught, catches: [caught], proof: nil),
        .init(group: "shrinking", name: "no passes", verdict: .caught, catches: [other], proof: nil),
        .init(group: "shrinking", name: "no change", verdict: .equivalent, catches: [], proof: "nothing changes"),
        .init(group: "shrinking", name: "a lost one", verdict: .survived, catches: [], proof: nil),
      ], seed: 7)
    #expect(
      MutantReport(matrix).text == """
        seed 7

        mutant                claim              cases  variables  terms    h   mu  counterexample
        coefficients
          sign of [] changed  order/heavy-ball       3          1      1  1/8  1/2  x1^3/8, order 2
        shrinking
          no passes           shrinking/reverse      1                              ends at [1], not at [0, 1]
          no change           equivalent
          a lost one          survived

        caught first by
          order/heavy-ball   1
          shrinking/reverse  1

        equivalent
          shrinking: no change
            nothing changes

        survived
          shrinking: a lost one

        FALSIFIED  2 of 4 mutants caught, 1 equivalent, 1 survived: a lost one
        """)
    let document = MutantReport(matrix).document
    guard case .array(let rows)? = document["mutants"] else {
      Issue.record("no mutants")
      return
    }
    #expect(rows[0]["counterexample"]?["terms"] == .integer(1))
    #expect(rows[0]["counterexample"]?["stepDenominator"] == .integer(8))
    #expect(rows[0]["cases"] == .integer(3))
    #expect(rows[1]["counterexample"]?["case"] == .string("ends at [1], not at [0, 1]"))
    #expect(rows[2]["verdict"] == .string("equivalent"))
    #expect(rows[3]["claim"] == .null)
  }
}

/// The value of an expression of one variable.
private struct ObjectiveProbe {
  private var jet: JetEvaluator<DoubleDouble>

  init(_ expression: Expression) {
    jet = JetEvaluator(program: .value(of: expression, dimension: 1), algebra: .taylor(degree: 0))
  }

  mutating func callAsFunction(_ point: Rational) -> DoubleDouble {
    jet.setInput(0, at: 0, to: DoubleDouble(point))
    jet.advance(toWeight: 0)
    return jet.output(0, at: 0)
  }
}
