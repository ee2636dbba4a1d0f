import HBModel
import HBSuite

/// Everything that a person needs of one falsified claim: the smallest case, its ladder, and how to see it again.
public struct FailureBlock: Sendable {
  /// The claim's result.
  public let result: ClaimResult
  /// Its smallest failing case.
  public let counterexample: ClaimCounterexample
  /// The seed of the run.
  public let seed: UInt64
  /// How many cases were to be tried.
  public let cases: Int
  /// What the claim was checked on.
  public let implementation: Implementation

  /// The block for a result; nil where it has no counterexample.
  public init?(_ result: ClaimResult, seed: UInt64, cases: Int, implementation: Implementation = Implementation()) {
    guard let counterexample = result.counterexample else { return nil }
    self.result = result
    self.counterexample = counterexample
    self.seed = seed
    self.cases = cases
    self.implementation = implementation
  }

  /// The lines, the verdict first.
  ///
  /// - Complexity: one convergence study where the case is a problem.
  public var lines: [String] {
    var lines = ["FALSIFIED  \(result.name)    \(origin)"]
    lines += FailureBlock.facts(counterexample.problem, description: counterexample.description)
    lines +=
      EvidenceText(counterexample.evidence, problem: counterexample.problem, implementation: implementation)
      .lines
    lines.append("  " + counterexample.message)
    if let cause = counterexample.cause { lines.append("  " + cause) }
    if let irrelevant = counterexample.irrelevant { lines.append("  " + irrelevant) }
    if let worst = counterexample.worst, worst.description != counterexample.description {
      let severity = Figures.short(worst.severity, digits: 3)
      lines.append("  worst seen: \(severity) at \(Figures.abridged(worst.description))")
    }
    if counterexample.budgetExhausted {
      lines.append("  shrinking used up its \(counterexample.calls) calls: the case may not be minimal")
    }
    return lines + again
  }

  /// Where the case comes from.
  var origin: String {
    let found =
      counterexample.caseIndex.map { "problem \($0 + 1) of \(cases)" } ?? counterexample.keptFile.map {
        "the kept case \($0)"
      } ?? "a kept example"
    return "seed \(seed), \(found), \(Figures.counted(counterexample.shrinks, "shrink"))"
  }

  /// The commands that show the case again.
  var commands: [String] {
    [
      "swift run -c release hbcheck replay \(counterexample.token)",
      "PROPCHECK_REPLAY=\(counterexample.token) swift test --filter ClaimTests",
    ] + (counterexample.problem.map { ["swift run -c release \($0.orderCommand)"] } ?? [])
  }

  /// How to see the case again.
  private var again: [String] {
    commands.enumerated().map { ($0 == 0 ? "  again:  " : "          ") + $1 }
  }

  /// The problem in two or three lines, with what a case says beyond it.
  static func facts(_ problem: Problem?, description: String) -> [String] {
    guard let problem else { return ["  case       " + description] }
    let further = description.hasPrefix(problem.description) ? description.dropFirst(problem.description.count) : ""
    return facts(of: problem) + (further.isEmpty ? [] : ["  case       " + further.drop { ", ".contains($0) }])
  }

  /// The problem in two lines; a third says what is not heavy ball with constant parameters from rest.
  private static func facts(of problem: Problem) -> [String] {
    let time = (try? problem.time()).map(\.description) ?? "\(problem.steps)*\(problem.step)"
    let further = problem.particulars.map { $0.option + ($0.value.isEmpty ? "" : " \($0.value)") }
    return [
      "  objective  \(problem.objective)",
      "  start \(Figures.list(problem.start))    momentum \(problem.momentumText)    time \(time)"
        + "    step \(problem.step)    model of order \(problem.order)",
    ] + (further.isEmpty ? [] : ["  " + further.joined(separator: "    ")])
  }
}
