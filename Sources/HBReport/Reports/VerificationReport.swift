import HBModel
import HBSuite

/// What came of checking claims: a table with one row a claim, coverage, and a block for each failure.
public struct VerificationReport: VerbReport {
  /// One claim with its result.
  public struct Row: Sendable {
    /// The claim's statement.
    public let statement: String
    /// How many cases were to be tried.
    public let requested: Int
    /// What came of it.
    public let result: ClaimResult
    /// How long it took; never part of a document.
    public let duration: Duration?
    /// Where its counterexample was kept, or why it was not, in one line; nil where nobody asked.
    public let kept: String?

    /// A row.
    public init(
      statement: String, requested: Int, result: ClaimResult, duration: Duration? = nil, kept: String? = nil
    ) {
      self.statement = statement
      self.requested = requested
      self.result = result
      self.duration = duration
      self.kept = kept
    }
  }

  /// The rows, in the order in which the claims were checked.
  public let rows: [Row]
  /// The seed.
  public let seed: UInt64
  /// Which part of the run this is, e.g. "shard 2 of 4"; nil for the whole.
  public let part: String?
  /// What the claims were checked on.
  public let implementation: Implementation
  /// The command that makes the run again, without the files that it writes.
  public let command: String

  /// A report of `rows`.
  public init(
    _ rows: [Row], seed: UInt64, part: String? = nil, implementation: Implementation = Implementation(),
    command: String = "hbcheck verify"
  ) {
    self.rows = rows
    self.seed = seed
    self.part = part
    self.implementation = implementation
    self.command = command
  }

  /// The verb.
  public var verb: String { "verify" }

  /// Falsified where one claim is, else inconclusive where one is, else all hold.
  public var judgement: Judgement {
    func named(_ verdict: HBModel.Verdict) -> [String] {
      rows.filter { $0.result.judgement.verdict == verdict }.map(\.result.name)
    }
    let count = Figures.counted(rows.count, "claim")
    let (falsified, inconclusive) = (named(.falsified), named(.inconclusive))
    if !falsified.isEmpty {
      return Judgement(
        .falsified, "\(falsified.count) of \(count) falsified: \(falsified.joined(separator: ", "))")
    }
    if !inconclusive.isEmpty {
      return Judgement(
        .inconclusive, "\(inconclusive.count) of \(count) inconclusive: \(inconclusive.joined(separator: ", "))")
    }
    return Judgement(.holds, rows.count == 1 ? "1 claim holds" : "\(count) hold")
  }

  /// The coverage of the first claim about random problems.
  public var coverage: CoverageText? {
    rows.first { !$0.result.coverage.isEmpty }
      .map { CoverageText(claim: $0.result.name, cases: $0.result.cases, tables: $0.result.coverage) }
  }

  /// The keys of a verification document.
  public var fields: [String: JSONValue] {
    let claims = rows.map { row in
      let result = row.result
      return JSONValue.object([
        "name": .string(result.name), "cases": JSONValue(result.cases), "inconclusive": JSONValue(result.inconclusive),
        "worst": result.worst.isEmpty ? .null : .string(result.worst),
        "verdict": .string(result.judgement.verdict.rawValue),
        "counterexample": result.counterexample.map(VerificationReport.document) ?? .null,
      ])
    }
    return ["seed": .integer(Int128(seed)), "claims": .array(claims), "coverage": coverage?.json ?? .object([:])]
  }

  private static func document(_ counterexample: ClaimCounterexample) -> JSONValue {
    .object([
      "token": .string(counterexample.token),
      "problem": counterexample.problem.map { JSONValue($0) } ?? .string(counterexample.description),
    ])
  }

  /// The table, the coverage and the failures, the verdict last.
  ///
  /// - Complexity: one convergence study for each counterexample that is a problem.
  public var text: String {
    var lines = ["seed \(seed)" + (part.map { ", " + $0 } ?? "")]
    lines += table
    if let coverage { lines += [""] + coverage.lines }
    for row in rows {
      let block = FailureBlock(row.result, seed: seed, cases: row.requested, implementation: implementation)
      if let block { lines += [""] + block.lines }
      if let kept = row.kept { lines.append("  kept:   " + kept) }
    }
    for stale in rows.flatMap(\.result.staleCases) { lines += ["", "STALE  " + stale] }
    for row in rows where row.result.judgement.verdict == .inconclusive {
      lines += ["", "INCONCLUSIVE  \(row.result.name)", "  " + row.result.judgement.reason]
    }
    lines += ["", "\(judgement.verdict.headline)  \(judgement.reason)"]
    return lines.joined(separator: "\n")
  }

  private var table: [String] {
    let columns: [TextTable.Column] = [
      .left("claim"), .right("cases"), .right("inconclusive"), .right("worst"), .left("verdict"), .right("time"),
      .left("statement"),
    ]
    return TextTable(
      columns,
      rows: rows.map { row in
        [
          row.result.name, "\(row.result.cases)", "\(row.result.inconclusive)", row.result.worst,
          row.result.judgement.verdict.rawValue, row.duration.map(Figures.seconds) ?? "", row.statement,
        ]
      }
    ).lines()
  }
}
