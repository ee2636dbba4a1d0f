import HBModel
import HBSuite

extension VerificationReport {
  /// The claims with their verdicts as a section of a page.
  var claimSection: Page.Part {
    let heads = ["Claim", "Cases", "Inconclusive", "Worst", "Verdict"]
    var table = Markup("table", ["class": "claims"])
    let cells = heads.enumerated().map { index, head in
      Markup("th", ["scope": "col", "class": (1...3).contains(index) ? "num" : ""], text: head)
    }
    table.append(Markup("thead", [:], [Markup("tr", [:], cells)]))
    table.append(Markup("tbody", [:], rows.map(VerificationReport.markup)))
    var note = Markup("p")
    note.append(
      text: "A claim holds when no random case falsifies it and at least nine in ten are conclusive. The figure “worst”"
        + " is the largest deviation seen, on the scale of the claim. Seed \(seed)" + (part.map { ", \($0)" } ?? "")
        + ": the same seed gives the same cases on every machine.")
    return .section(name: "claims", title: claimFinding, content: [table, note])
  }

  /// How many cases were judged in all.
  var judgedCases: Int { rows.reduce(0) { $0 + $1.result.cases } }

  /// What the claims come to, in a few words.
  var headline: String {
    judgement.verdict == .holds ? "Verified: \(judgement.reason)" : judgement.reason
  }

  /// What the claims come to, in a sentence.
  var claimFinding: String {
    let cases = Figures.grouped(judgedCases)
    switch judgement.verdict {
    case .holds:
      return rows.count == 1
        ? "The claim holds on \(cases) random cases" : "All \(rows.count) claims hold on \(cases) random cases"
    case .falsified, .inconclusive:
      let count = rows.filter { $0.result.judgement.verdict == judgement.verdict }.count
      return "\(count) of \(Figures.counted(rows.count, "claim")) \(count == 1 ? "is" : "are")"
        + " \(judgement.verdict.rawValue)"
    }
  }

  /// A figure as a book prints it; words stay as they are.
  private static func typeset(_ worst: String) -> String {
    if worst.isEmpty { return "–" }
    return Double(worst).map { Figures.typeset($0) } ?? worst
  }

  private static func markup(_ row: Row) -> Markup {
    let result = row.result
    let verdict = result.judgement.verdict.rawValue
    var name = Markup("td", ["class": "name"])
    name.append(text: result.name)
    var statement = Markup("small")
    statement.content = FormulaText.content(row.statement)
    name.append(statement)
    if result.judgement.verdict == .inconclusive { name.append(Markup("small", text: result.judgement.reason)) }
    let symbol =
      switch result.judgement.verdict {
      case .holds: "✓ "
      case .falsified: "✗ "
      case .inconclusive: "? "
      }
    let cell = Markup("span", ["class": "mark \(verdict)"], text: symbol + verdict)
    return Markup(
      "tr", [:],
      [
        name, Markup("td", ["class": "num", "data-head": "cases"], text: "\(result.cases)"),
        Markup("td", ["class": "num", "data-head": "inconclusive"], text: "\(result.inconclusive)"),
        Markup("td", ["class": "num", "data-head": "worst"], text: VerificationReport.typeset(result.worst)),
        Markup("td", ["class": "verdictcell"], [cell]),
      ])
  }
}
