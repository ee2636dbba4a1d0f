import HBModel
import HBReport
import PropCheck
import Testing

@testable import HBSuite

@Suite struct VerificationReportTests {
  private let wrong = Implementation(model: StationaryModel())

  private func problem() throws -> Problem {
    Problem(
      objective: try Expression(parsing: "x1^3"), start: [.one], momentum: try Rational(1, 2),
      step: try Rational(1, 1024), steps: 16, order: 2)
  }

  private func result(_ name: String, _ judgement: Judgement, _ counterexample: ClaimCounterexample? = nil)
    -> ClaimResult
  {
    ClaimResult(
      name: name, cases: 3, inconclusive: 1, worst: "0.01", judgement: judgement, counterexample: counterexample,
      coverage: counterexample == nil ? [:] : ["order": ["2": 3]])
  }

  private func failing() throws -> VerificationReport.Row {
    let counterexample = ClaimCounterexample(
      token: "hb1.TOKEN", description: try problem().description, problem: try problem(), evidence: .ladder,
      message: "the model misses a term",
      caseIndex: 2, shrinks: 31, calls: 90, original: "another problem", worst: ("the worst problem", 0.5),
      irrelevant: "any start (1) fails alike", budgetExhausted: true)
    return .init(
      statement: "it scales", requested: 200,
      result: result("order/heavy-ball", Judgement(.falsified, "the model misses a term"), counterexample),
      duration: .milliseconds(2_340))
  }

  @Test func `a run prints a table, the coverage, each failure and the verdict`() throws {
    let holding = VerificationReport.Row(
      statement: "it commutes", requested: 3, result: result("symmetries/heavy-ball", Judgement(.holds, "3 of 3 hold")))
    let report = VerificationReport([try failing(), holding], seed: 42, implementation: wrong)
    #expect(
      report.text == """
        seed 42
        claim                  cases  inconclusive  worst  verdict     time  statement
        order/heavy-ball           3             1   0.01  falsified  2.3 s  it scales
        symmetries/heavy-ball      3             1   0.01  holds             it commutes

        coverage of order/heavy-ball, 3 cases
          order  2: 3

        FALSIFIED  order/heavy-ball    seed 42, problem 3 of 200, 31 shrinks
          objective  x1^3
          start 1    momentum 1/2    time 1/64    step 1/1024    model of order 2
          steps     step     error  slope
             16   1/1024  5.693e-3
             32   1/2048  2.872e-3  1.040
             64   1/4096  1.446e-3  1.020
            128   1/8192  7.267e-4  1.010
            256  1/16384  3.645e-4  1.005
          observed order 1.000, expected 3; successive extrapolations differ by 0.000041
          principal error, the limit of (method - model)/h^3 at the end
            measured   (3.43247e9)
            predicted  (-3318.15)
          the model misses a term
          any start (1) fails alike
          worst seen: 0.500 at the worst problem
          shrinking used up its 90 calls: the case may not be minimal
          again:  swift run -c release hbcheck replay hb1.TOKEN
                  PROPCHECK_REPLAY=hb1.TOKEN swift test --filter ClaimTests
                  swift run -c release hbcheck order --objective "x1^3" --start 1 --momentum 1/2 --time 1/64 --order 2 \
        --steps 16

        FALSIFIED  1 of 2 claims falsified: order/heavy-ball
        """)
  }

  @Test func `a verification document has exactly its keys and no times`() throws {
    let document = VerificationReport([try failing()], seed: 7, implementation: wrong).document
    #expect(document.keys == ["claims", "coverage", "reason", "schema", "seed", "verb", "verdict"])
    #expect(document["seed"] == .integer(7))
    #expect(document["coverage"] == .object(["order": .object(["2": .integer(3)])]))
    guard case .array(let claims)? = document["claims"], claims.count == 1 else {
      Issue.record("no claims")
      return
    }
    #expect(claims[0].keys == ["cases", "counterexample", "inconclusive", "name", "verdict", "worst"])
    #expect(claims[0]["counterexample"]?.keys == ["problem", "token"])
    #expect(claims[0]["counterexample"]?["problem"]?.keys.contains("objective") == true)
  }

  @Test func `falsified outweighs inconclusive, which outweighs holds`() {
    func verdict(_ verdicts: [HBModel.Verdict]) -> HBModel.Verdict {
      VerificationReport(
        verdicts.map { .init(statement: "", requested: 1, result: result("a/b", Judgement($0, ""))) }, seed: 1
      ).judgement.verdict
    }
    #expect(verdict([.holds, .inconclusive, .falsified]) == .falsified)
    #expect(verdict([.inconclusive, .holds]) == .inconclusive)
    #expect(verdict([.holds, .holds]) == .holds)
    #expect(HBModel.Verdict.allCases.map(\.exitCode) == [0, 1, 3])
  }

  @Test func `an inconclusive claim says why`() {
    let row = VerificationReport.Row(
      statement: "s", requested: 1, result: result("a/b", Judgement(.inconclusive, "too few cases")))
    let text = VerificationReport([row], seed: 1).text
    #expect(text.hasSuffix("INCONCLUSIVE  a/b\n  too few cases\n\nINCONCLUSIVE  1 of 1 claim inconclusive: a/b"))
  }

  @Test func `a replayed problem is reported with its ladder and its command`() throws {
    let replay = ClaimReplay(
      claim: "order/heavy-ball", description: try problem().description, problem: try problem(), evidence: .ladder,
      outcome: .failed("order", "the model misses a term"))
    let report = ReplayReport(replay, statement: "it scales", implementation: wrong)
    #expect(
      report.text == """
        FALSIFIED  order/heavy-ball: it scales
          objective  x1^3
          start 1    momentum 1/2    time 1/64    step 1/1024    model of order 2
          steps     step     error  slope
             16   1/1024  5.693e-3
             32   1/2048  2.872e-3  1.040
             64   1/4096  1.446e-3  1.020
            128   1/8192  7.267e-4  1.010
            256  1/16384  3.645e-4  1.005
          observed order 1.000, expected 3; successive extrapolations differ by 0.000041
          principal error, the limit of (method - model)/h^3 at the end
            measured   (3.43247e9)
            predicted  (-3318.15)
          the model misses a term
          again:  swift run -c release hbcheck order --objective "x1^3" --start 1 --momentum 1/2 --time 1/64 --order 2 \
        --steps 16
        """)
    #expect(
      report.document.keys == [
        "claim", "expectedOrder", "observedOrder", "principalError", "problem", "reason", "rungs", "schema", "verb",
        "verdict",
      ])
    #expect(report.judgement.verdict == .falsified)
  }

  @Test func `every catalogue entry is listed`() {
    let report = CatalogueReport()
    for name in Claim.catalogue.map(\.name) + NamedObjective.catalogue.map({ "@" + $0.name })
      + Mutant.catalogue().map(\.name)
    {
      #expect(report.text.contains(name))
    }
    #expect(
      report.document.keys == [
        "claims", "methods", "mutants", "objectives", "reason", "schedules", "schema", "verb", "verdict",
      ])
    #expect(
      CatalogueReport([.methods]).text == """
        methods
          heavy-ball        x_{n+1} = x_n + mu (x_n - x_{n-1}) - h grad L(x_n)
          nesterov          x_{n+1} = y_n - h grad L(y_n), y_n = x_n + mu (x_n - x_{n-1})
          gradient-descent  x_{n+1} = x_n - h grad L(x_n)
        """)
  }
}
