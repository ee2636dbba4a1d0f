import HBModel
import HBSuite

/// The matrix of mutants: which claim caught which, after how many cases, by how large a counterexample.
public struct MutantReport: VerbReport {
  /// The matrix.
  public let matrix: MutantMatrix

  /// A report of a matrix.
  public init(_ matrix: MutantMatrix) { self.matrix = matrix }

  /// The verb.
  public var verb: String { "mutants" }

  /// Holds where no mutant survives that is not equivalent.
  public var judgement: Judgement { matrix.judgement }

  /// The seed, and one object for each mutant.
  public var fields: [String: JSONValue] {
    ["seed": .integer(Int128(matrix.seed)), "mutants": .array(matrix.rows.map { document($0) })]
  }

  private func document(_ row: MutantMatrix.Row) -> JSONValue {
    var fields: [String: JSONValue] = [
      "name": .string(row.name), "group": .string(row.group), "verdict": .string(row.verdict.rawValue),
      "claim": row.found.map { .string($0.claim) } ?? .null, "cases": row.found.map { JSONValue($0.cases) } ?? .null,
      "counterexample": row.found.map(MutantReport.document) ?? .null,
      "proof": row.proof.map { .string($0) } ?? .null,
    ]
    if matrix.isFull {
      fields["catches"] = .array(
        row.catches.map { .object(["claim": .string($0.claim), "cases": JSONValue($0.cases)]) })
    }
    return .object(fields)
  }

  private static func document(_ found: MutantCatch) -> JSONValue {
    guard let problem = found.problem else { return .object(["case": .string(found.description)]) }
    let size = CounterexampleSize(problem)
    return .object([
      "problem": JSONValue(problem), "variables": JSONValue(size.variables), "terms": JSONValue(size.terms),
      "stepDenominator": .integer(size.stepDenominator), "momentumDenominator": .integer(size.momentumDenominator),
    ])
  }

  /// A table for each group, what each claim caught, the equivalent mutants with their proofs, and the survivors.
  public var text: String {
    var lines = ["seed \(matrix.seed)", ""] + table
    lines += ["", matrix.isFull ? "caught by" : "caught first by"] + catches
    lines += list("equivalent", matrix.rows(.equivalent).map { "\($0.group): \($0.name)\n    \($0.proof ?? "")" })
    lines += list("survived", matrix.rows(.survived).map { "\($0.group): \($0.name)" })
    return (lines + ["", "\(judgement.verdict.headline)  \(judgement.reason)"]).joined(separator: "\n")
  }

  private func list(_ title: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["", title] + entries.map { "  " + $0 }
  }

  private var table: [String] {
    let columns: [TextTable.Column] = [
      .left("mutant"), .left("claim"), .right("cases"), .right("variables"), .right("terms"), .right("h"),
      .right("mu"), .left(matrix.isFull ? "counterexample; also caught by, after so many cases" : "counterexample"),
    ]
    var group = ""
    let rows = matrix.rows.flatMap { row -> [[String]] in
      let heading = row.group == group ? [] : [[row.group] + Array(repeating: "", count: 7)]
      group = row.group
      return heading + [MutantReport.cells(row)]
    }
    return TextTable(columns, rows: rows).lines()
  }

  private static func cells(_ row: MutantMatrix.Row) -> [String] {
    guard let found = row.found else {
      return ["  " + row.name, "\(row.verdict.rawValue)", "", "", "", "", "", ""]
    }
    let start = ["  " + row.name, found.claim, "\(found.cases)"]
    let further = row.catches.dropFirst().map { "; \($0.claim) \($0.cases)" }.joined()
    guard let problem = found.problem else {
      return start + ["", "", "", "", Figures.abridged(found.description, to: 80) + further]
    }
    let size = CounterexampleSize(problem)
    return start + [
      "\(size.variables)", "\(size.terms)", "\(problem.step)", "\(problem.momentum)",
      "\(problem.objective), order \(problem.order)" + further,
    ]
  }

  /// How many mutants each claim caught, in the order in which they come up.
  private var catches: [String] {
    var counts: [(claim: String, count: Int)] = []
    for found in matrix.rows.flatMap(\.catches) {
      if let known = counts.firstIndex(where: { $0.claim == found.claim }) {
        counts[known].count += 1
      } else {
        counts.append((found.claim, 1))
      }
    }
    return TextTable([.left(), .right()], rows: counts.map { [$0.claim, "\($0.count)"] }).lines(indent: "  ")
  }
}
