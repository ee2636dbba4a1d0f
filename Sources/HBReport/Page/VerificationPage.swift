import HBModel
import HBSuite

extension VerificationReport {
  /// The run as a page: claims, evidence of failures, coverage.
  ///
  /// - Complexity: one convergence study for each counterexample whose evidence is a ladder.
  public var page: Page {
    var introduction = Markup("p")
    introduction.append(
      text: "Heavy-ball momentum is, to any order of the step size, a piece-wise differential equation. This run of"
        + " hbcheck checked \(Figures.counted(rows.count, "claim")) about it on random problems: \(judgement.reason).")
    let coverage = coverageFigure.map { [Page.Part.figure($0)] } ?? []
    return Page(
      title: "Verification of the heavy-ball model",
      overline: "hbcheck verify, seed \(seed)" + (part.map { ", \($0)" } ?? ""),
      verdict: (headline, judgement.verdict.rawValue), introduction: [introduction],
      parts: [claimSection] + failureParts + coverage,
      footer: [
        Markup("p", text: "Made by:"), Markup("pre", text: "swift run -c release \(command) --report page.html"),
      ])
  }
}
