import HBModel
import PropCheck

extension ClaimResult {
  /// The result of a property's run.
  init(_ report: Report<ClaimCase>) {
    name = report.property
    cases = report.counts.judged
    inconclusive = report.counts.inconclusive
    coverage = report.tables
    worst = report.best.map { "\(DoubleDouble($0.score).formatted(digits: 3))" } ?? ""
    counterexample = report.counterexample.map { found in
      ClaimCounterexample(
        token: found.token, description: found.description, problem: found.value.problem,
        evidence: found.value.evidence(),
        message: found.failure.message, cause: found.value.cause(), caseIndex: found.caseIndex, shrinks: found.shrinks,
        calls: found.calls,
        original: found.originalDescription,
        worst: found.worst.map { ($0.value.description, $0.severity) },
        irrelevant: found.explanation.text, budgetExhausted: found.shrinkBudgetExhausted,
        keptFile: found.keptFile, keptCase: report.keptCase)
    }
    staleCases = report.staleCases
    let doubtful = report.inconclusiveReasons.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let why = doubtful.map { "; most often: \($0.key)" } ?? ""
    judgement =
      switch report.verdict {
      case .passed: Judgement(.holds, "\(cases - inconclusive) of \(cases) cases hold, none is falsified")
      case .failed: Judgement(.falsified, report.counterexample?.failure.message ?? "a case fails")
      case .inconclusive(let reason): Judgement(.inconclusive, reason + why)
      case .gaveUp(let reason): Judgement(.inconclusive, reason)
      }
  }
}
