import HBModel
import HBReport

@testable import HBSuite

/// A run of two claims, one falsified by a wrong model and one that holds, and one of an inconclusive claim.
enum SampleRun {
  private static func problem() throws -> Problem {
    Problem(
      objective: try Expression(parsing: "x1^3"), start: [.one], momentum: try Rational(1, 2),
      step: try Rational(1, 1024), steps: 16, order: 2)
  }

  private static func result(
    _ name: String, _ judgement: Judgement, _ counterexample: ClaimCounterexample? = nil,
    coverage: [String: [String: Int]] = [:]
  ) -> ClaimResult {
    ClaimResult(
      name: name, cases: 3, inconclusive: 1, worst: "0.0000123", judgement: judgement, counterexample: counterexample,
      coverage: coverage)
  }

  /// The falsified claim.
  static func falsified(_ evidence: Evidence = .ladder) throws -> VerificationReport.Row {
    let counterexample = ClaimCounterexample(
      token: "hb1.TOKEN", description: try problem().description, problem: try problem(), evidence: evidence,
      message: "the model misses 100% of a term <h^1>", caseIndex: 2, shrinks: 31, calls: 90,
      original: "another problem",
      worst: nil, irrelevant: nil, budgetExhausted: false)
    let coverage = ["order": ["2": 3], "momentum": ["(0, 0.5]": 1, "0": 2]]
    return .init(
      statement: "it scales", requested: 200,
      result: result(
        "order/heavy-ball", Judgement(.falsified, counterexample.message), counterexample, coverage: coverage),
      duration: .milliseconds(2_340))
  }

  /// A claim that holds.
  static let holding = VerificationReport.Row(
    statement: "it commutes", requested: 3, result: result("symmetries/heavy-ball", Judgement(.holds, "3 of 3 hold")),
    duration: .milliseconds(7))

  /// A claim of which nothing can be said.
  static let inconclusive = VerificationReport.Row(
    statement: "it is so", requested: 3,
    result: result("reversal/heavy-ball", Judgement(.inconclusive, "too few, alas")))

  /// All three.
  static func report(_ evidence: Evidence = .ladder) throws -> VerificationReport {
    VerificationReport(
      [try falsified(evidence), holding, inconclusive], seed: 42,
      implementation: Implementation(model: StationaryModel()), command: "hbcheck verify --seed 42")
  }
}
