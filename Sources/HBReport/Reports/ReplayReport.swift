import HBModel
import HBSuite
import PropCheck

/// One case of a claim, judged once more.
public struct ReplayReport: VerbReport {
  /// What came of it.
  public let replay: ClaimReplay
  /// The claim's statement.
  public let statement: String
  /// The convergence study of the case, where it is a problem that has one.
  public let study: ConvergenceStudy<DoubleDouble>?
  /// Why there is no study of the problem; nil where there is one, or no problem.
  public let obstacle: String?

  /// A report of `replay`; runs the convergence study of its problem.
  public init(_ replay: ClaimReplay, statement: String, implementation: Implementation = Implementation()) {
    self.replay = replay
    self.statement = statement
    var study: ConvergenceStudy<DoubleDouble>?
    var obstacle: String?
    do { study = try replay.problem?.study(implementation) } catch { obstacle = "\(error)" }
    self.study = study
    self.obstacle = obstacle
  }

  /// The verb.
  public var verb: String { "replay" }

  /// How the claim judges the case now.
  public var judgement: Judgement {
    switch replay.outcome {
    case .passed: Judgement(.holds, "\(replay.claim) holds in this case")
    case .failed(let failure): Judgement(.falsified, failure.message)
    case .inconclusive(let reason): Judgement(.inconclusive, reason)
    case .discarded(let reason): Judgement(.inconclusive, "the case does not belong to the claim: \(reason)")
    }
  }

  /// The claim, the case, and what an order document says of it.
  public var fields: [String: JSONValue] {
    var result = study.map(StudyReport.fields) ?? [:]
    result["claim"] = .string(replay.claim)
    result["problem"] = replay.problem.map { JSONValue($0) } ?? .string(replay.description)
    return result
  }

  /// The verdict, the claim, the case with its ladder, and the command that never goes stale.
  public var text: String {
    var lines = ["\(judgement.verdict.headline)  \(replay.claim): \(statement)"]
    lines += FailureBlock.facts(replay.problem, description: replay.description)
    if case .ladder = replay.evidence {
      if let study { lines += StudyReport.ladder(of: study) }
      if let obstacle { lines.append("  no ladder: \(obstacle)") }
    } else {
      lines += EvidenceText(replay.evidence, problem: replay.problem, implementation: Implementation()).lines
    }
    lines.append("  " + judgement.reason)
    if let cause = replay.cause { lines.append("  " + cause) }
    if let problem = replay.problem { lines.append("  again:  swift run -c release \(problem.orderCommand)") }
    return lines.joined(separator: "\n")
  }
}
