import HBModel
import HBSuite

extension VerificationReport {
  /// Commands of GitHub Actions that show what does not hold beside the run; none where everything does.
  ///
  /// - SeeAlso: GitHub Docs, *Workflow commands for GitHub Actions*, for the form and its escapes.
  public var annotations: [String] {
    rows.compactMap { row in
      let result = row.result
      let kind: String
      switch result.judgement.verdict {
      case .holds: return nil
      case .falsified: kind = "error"
      case .inconclusive: kind = "warning"
      }
      var lines = [result.judgement.reason]
      if let counterexample = result.counterexample {
        lines += [
          counterexample.description, "replay: swift run -c release hbcheck replay \(counterexample.token)",
        ]
      }
      let title = "\(result.name) \(result.judgement.verdict.rawValue)"
      return "::\(kind) title=\(VerificationReport.property(title))::"
        + VerificationReport.data(lines.joined(separator: "\n"))
    }
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// The run as a summary in Markdown.
  public var summary: String {
    var lines = ["## hbcheck verify: \(claimFinding)", "", "seed \(seed)" + (part.map { ", \($0)" } ?? ""), ""]
    lines += ["| claim | cases | inconclusive | worst | verdict |", "|---|---:|---:|---:|---|"]
    for row in rows {
      let result = row.result
      let verdict = result.judgement.verdict
      let shown = verdict == .holds ? verdict.rawValue : "**\(verdict.rawValue)**"
      lines.append("| `\(result.name)` | \(result.cases) | \(result.inconclusive) | \(result.worst) | \(shown) |")
    }
    for row in rows where row.result.judgement.verdict != .holds {
      lines += ["", "### `\(row.result.name)`", "", "```"]
      let block = FailureBlock(row.result, seed: seed, cases: row.requested, implementation: implementation)
      lines += block?.lines ?? [row.result.judgement.reason]
      lines.append("```")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
