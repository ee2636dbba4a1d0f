import Foundation
import HBModel
import HBSuite

extension ValidationReport {
  /// The verdict, the terms that are not right with what they must be, the run on random problems.
  public var text: String {
    let derivation = validation.derivation
    var lines = [
      "\(judgement.verdict.headline)  \(file): the \(derivation.kind.rawValue) model of order \(derivation.order)"
        + " of \(derivation.method)"
    ]
    lines += exactly + numerically
    if validation.agree == false { lines += ["", "  \(judgement.reason)"] }
    return lines.joined(separator: "\n")
  }

  private var exactly: [String] {
    let faults = validation.exact.faults
    guard !faults.isEmpty else { return ["", "  exactly: " + validation.exact.judgement.reason] }
    let count = validation.exact.terms.count
    var lines = ["", "  exactly: \(faults.count) of \(Figures.counted(count, "term")) not right"]
    for term in faults {
      lines.append("")
      lines += ValidationReport.folded("  " + (term.complaint ?? term.term))
      if term.verdict == .wrong {
        let difference = term.difference.map { DerivationNotation.text(of: $0) } ?? "beyond 128 bits"
        lines.append("      difference (given - expected): " + difference)
        if let values = values(of: term) { lines.append("      " + values) }
      }
      if let slip = validation.slip(in: term) { lines.append("      " + slip) }
    }
    let right = validation.exact.terms.filter { $0.verdict == .right && $0.expected != .zero }.map(\.term)
    if !right.isEmpty { lines += ["", "  right: " + right.joined(separator: ", ")] }
    return lines
  }

  /// A wrong coefficient of a stationary model at the momentum of the counterexample, as exact numbers.
  private func values(of term: TermJudgement) -> String? {
    guard validation.derivation.kind == .stationary,
      let momentum = validation.numerical.counterexample?.problem.momentum,
      let given = try? term.given.value(iteration: 0).evaluate(at: momentum),
      let expected = try? term.expected.value(iteration: 0).evaluate(at: momentum), given != expected
    else { return nil }
    return "at mu = \(momentum) it is \(given), it must be \(expected)"
  }

  /// A complaint on one line, or before `it must` on the next where it is too long to read at a glance.
  private static func folded(_ complaint: String) -> [String] {
    guard complaint.count > 110, let place = complaint.range(of: ", it must ") else { return [complaint] }
    return [complaint[..<place.lowerBound] + ",", "      it must " + complaint[place.upperBound...]]
  }

  private var numerically: [String] {
    let numerical = validation.numerical
    guard let found = numerical.counterexample else {
      return ["", "  numerically: " + numerical.judgement.reason]
    }
    let observed = numerical.observedOrder.map { Figures.short($0, digits: 3) } ?? "unknown"
    var lines = [
      "",
      "  numerically: the observed order is \(observed), not \(numerical.expectedOrder); smallest problem found"
        + " (problem \(found.caseNumber), \(Figures.counted(found.shrinks, "shrink"))):",
    ]
    let problem = found.problem
    lines += [
      "    objective  \(problem.objective)",
      "    start \(Figures.list(problem.start))    momentum \(problem.momentum)    step \(problem.step)",
      "    F\(problem.order): \(found.message)",
    ]
    if let ladder = numerical.ladder {
      let rows = ladder.steps.indices.map { index in
        [
          "\(ladder.steps[index])", Figures.scientific(ladder.errors[index]),
          ladder.slopes.indices.contains(index - 1) ? Figures.short(ladder.slopes[index - 1]) : "",
        ]
      }
      lines.append("    the whole model on this problem over a longer time:")
      lines += TextTable([.right("steps"), .right("error"), .right("slope")], rows: rows).lines(indent: "    ")
    }
    return lines
  }
}
