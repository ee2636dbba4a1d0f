import HBModel
import HBSuite

/// The experiments, the claims and what else there is, as one page.
public struct ExperimentReport: VerbReport {
  /// The name of the file.
  public let file: String
  /// The claims; nil where they were not asked for.
  public let claims: VerificationReport?
  /// The page.
  public let page: Page
  /// How many planted faults survive.
  private let survivors: Int
  /// The convergence studies among the experiments.
  private let ladders: [StepLadderExperiment.Ladder]

  /// A report.
  ///
  /// - Parameters:
  ///   - file: the name of the file of the page.
  ///   - experiments: what the experiments found, in order.
  ///   - claims: the claims; nil where they were not asked for.
  ///   - mutants: the matrix of mutants; nil where there is none.
  ///   - options: what the command line that makes the page has beyond claims and mutants, e.g. ` --figure regime`.
  /// - Complexity: one convergence study for each counterexample of a claim whose evidence is a ladder.
  public init(
    file: String, experiments: [(experiment: Experiment, outcome: Experiment.Outcome)], claims: VerificationReport?,
    mutants: MutantDocument? = nil, options: String = ""
  ) {
    self.file = file
    self.claims = claims
    survivors = mutants?.mutants("survived").count ?? 0
    ladders = experiments.flatMap { _, outcome -> [StepLadderExperiment.Ladder] in
      if case .errorAgainstStep(let experiment) = outcome { experiment.ladders } else { [] }
    }
    page = ExperimentReport.page(
      figures: experiments.flatMap { PageFigure.figures(of: $0.outcome, $0.experiment) }, claims: claims,
      mutants: mutants.flatMap(PageFigure.mutants),
      fault: ExperimentReport.fault(ladders: ladders, claims: claims, survivors: survivors), options: options)
  }

  /// The verb.
  public var verb: String { "report" }

  /// What the claims come to, the ladders among the experiments, and the mutants.
  public var judgement: Judgement {
    if let fault = ExperimentReport.fault(ladders: ladders, claims: claims, survivors: survivors) { return fault }
    let figures = Figures.counted(page.figures.count, "figure")
    return Judgement(.holds, "\(figures) in \(file)" + (claims.map { "; " + $0.judgement.reason } ?? ""))
  }

  /// What does not hold; nil where all does.
  private static func fault(
    ladders: [StepLadderExperiment.Ladder], claims: VerificationReport?, survivors: Int
  ) -> Judgement? {
    for ladder in ladders where ladder.judgement.verdict == .falsified {
      return Judgement(.falsified, "error against step, order \(ladder.order): \(ladder.judgement.reason)")
    }
    if let claims, claims.judgement.verdict != .holds { return claims.judgement }
    guard survivors > 0 else { return nil }
    return Judgement(.falsified, Figures.counted(survivors, "planted fault") + " not caught by any claim")
  }

  /// What was written, one line a figure.
  public var text: String {
    let figures = page.figures
    let rows = figures.enumerated().map { ["figure \($0 + 1)", $1.name, $1.finding] }
    return
      (TextTable([.left(), .left(), .left()], rows: rows).lines()
      + ["", "\(judgement.verdict.headline)  \(judgement.reason)"]).joined(separator: "\n")
  }

  /// The figures with their data, and the claims.
  public var fields: [String: JSONValue] {
    let figures = page.figures.map { figure in
      JSONValue.object([
        "name": .string(figure.name), "finding": .string(figure.finding),
        "columns": .array(figure.table.columns.map { .string($0) }),
        "rows": .array(figure.table.rows.map { .array($0.map { .string($0) }) }),
      ])
    }
    var result: [String: JSONValue] = ["file": .string(file), "figures": .array(figures)]
    if let claims { for (key, value) in claims.fields { result[key] = value } }
    return result
  }

  private static func page(
    figures list: [PageFigure], claims: VerificationReport?, mutants: PageFigure?, fault: Judgement?, options: String
  ) -> Page {
    let figures = list.map(Page.Part.figure)
    var parts: [Page.Part] = figures
    if let claims {
      parts = [claims.claimSection] + claims.failureParts + figures
      if let coverage = claims.coverageFigure { parts.append(.figure(coverage)) }
    }
    if let mutants { parts.append(.figure(mutants)) }
    let headline = claims?.headline ?? Figures.counted(parts.count, "figure")
    let isOfClaims = fault == nil || claims?.judgement.verdict != .holds && claims != nil
    let verdict = (isOfClaims ? headline : fault?.reason ?? headline, fault?.verdict.rawValue ?? "holds")
    return Page(
      title: "Heavy-ball momentum in continuous time",
      overline: "hbcheck report" + (claims.map { ", seed \($0.seed)" } ?? ""), verdict: verdict,
      introduction: introduction, parts: parts,
      footer: [
        Markup("p", text: "Everything on this page, the figures with their data included, was made by:"),
        Markup(
          "pre",
          text: "swift run -c release hbcheck report page.html"
            + (claims.map { $0.command.replacing("hbcheck verify", with: "") } ?? "")
            + options + (mutants == nil ? "" : " --mutants mutants.json")),
      ])
  }

  private static var introduction: [Markup] {
    var method = Markup("p")
    method.content = FormulaText.content(
      "Heavy ball, x_{n+1} = x_n − h ∇L(x_n) + mu (x_n − x_{n-1}), is a method in discrete steps. Its model of order k is"
        + " a differential equation whose right-hand side has k counter terms for the error of discretization; order 0 is"
        + " gradient flow in rescaled time. The model is right when its distance from the method falls like h^(k+1), a"
        + " power of the step size h.")
    var reading = Markup("p")
    reading.append(
      text: "Where methods and models are compared, dots are the method itself and curves are models: the warmer and"
        + " lighter the colour, the lower the order. Point at a mark, or walk over marks by the arrow keys, to read its values."
    )
    return [method, reading]
  }
}
