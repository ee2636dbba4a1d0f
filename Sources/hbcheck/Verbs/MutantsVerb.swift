import Foundation
import HBReport
import HBSuite

extension Verb {
  /// `mutants`: breaks the implementation in every named way.
  static let mutants = Verb(
    name: "mutants", summary: "breaks the implementation in every named way: which claim catches it",
    options: [
      .option("order", "K", "models of order up to K are broken, trees of order up to K+1, 0 to 6 (default 4)"),
      .option("group", "NAME", "only the mutants of this group", isRepeatable: true),
      .option("claim", "NAME", "let only this claim catch, or all whose name starts with NAME/", isRepeatable: true),
      .flag("full", "try each mutant on every claim, not just up to the first that catches it (some minutes)"),
      .option("cases", "N", "cases of each claim (default: each claim's own number)"),
      .option("seed", "S", "the seed of the claims (default 42)"),
      .option("threads", "T", "threads (default: the processors); no result depends on them"),
    ],
    notes: [
      "Each mutant is another value or type: a table of coefficients, an iteration, an integrator, a multiplication table,",
      "an arithmetic, a list of shrink passes. It is tried on the claims, cheap ones first, up to the first that is",
      "falsified. A mutant that none catches is equivalent where a proof says that it changes nothing; otherwise it",
      "survives, and the verdict is falsified. The shrinking challenges catch what is wrong with shrinking.",
    ],
    example: { "hbcheck mutants --group integrator" },
    run: { arguments in
      let order = try arguments.integer("order", in: 0...6, default: 4)
      let all = Mutant.catalogue(order: order)
      let groups = all.map(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let wanted = try arguments.all("group").map { try Arguments.choice($0, among: groups, subject: "--group") }
      let processors = max(1, ProcessInfo.processInfo.activeProcessorCount)
      let settings = ClaimSettings(
        seed: try arguments.seed("seed", default: ClaimSettings().seed),
        cases: arguments.has("cases") ? try arguments.integer("cases", in: 1...1_000_000) : nil,
        threads: try arguments.integer("threads", in: 1...256, default: processors), orders: 0...max(4, order),
        explainCalls: 0)
      let bar = ProgressBar()
      let matrix = MutantMatrix.measure(
        all.filter { wanted.isEmpty || wanted.contains($0.group) }, claims: try claims(named: arguments.all("claim")),
        isFull: arguments.has("full"), settings: settings
      ) { name, done, total in bar.show(name, done: done, total: total) }
      bar.clear()
      return MutantReport(matrix)
    })
}
