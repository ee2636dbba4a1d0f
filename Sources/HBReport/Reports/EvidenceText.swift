import HBModel
import HBSuite

/// What shows that a case fails, as a table below its facts.
struct EvidenceText {
  private let evidence: Evidence
  private let problem: Problem?
  private let implementation: Implementation

  init(_ evidence: Evidence, problem: Problem?, implementation: Implementation) {
    self.evidence = evidence
    self.problem = problem
    self.implementation = implementation
  }

  /// The lines; none where the message says it all.
  ///
  /// - Complexity: one convergence study where the evidence is a ladder.
  var lines: [String] {
    switch evidence {
    case .message: return []
    case .table(let title, let columns, let rows):
      return ["  " + title] + TextTable(columns.map { .right($0) }, rows: rows).lines(indent: "  ")
    case .ladder:
      guard let problem else { return [] }
      do { return StudyReport.ladder(of: try problem.study(implementation)) } catch { return ["  no ladder: \(error)"] }
    }
  }
}
