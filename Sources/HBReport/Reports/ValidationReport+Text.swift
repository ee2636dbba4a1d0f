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
    lines += exactly + NumericalText.lines(validation.numerical)
    if validation.agree == false { lines += ["", "  \(judgement.reason)"] }
    return lines.joined(separator: "\n")
  }

  private var exactly: [String] {
    let faults = validation.exact.faults
    guard !faults.isEmpty else { return ["", "  exactly: " + validation.exact.judgement.reason] }
    let count = validation.exact.terms.count
    let share = count == 1 ? "the one term is not right" : "\(faults.count) of \(count) terms not right"
    var lines = ["", "  exactly: " + share]
    for term in faults {
      lines.append("")
      lines += NumericalText.folded("  " + (term.complaint ?? term.term))
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
}
