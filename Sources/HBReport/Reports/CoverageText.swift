/// How the random cases of a claim are spread over the input space, table by table.
public struct CoverageText: Equatable, Sendable {
  /// The claim that the cases belong to.
  public let claim: String
  /// The number of cases.
  public let cases: Int
  /// How often each value of each table occurred.
  public let tables: [String: [String: Int]]

  /// The coverage of a claim.
  public init(claim: String, cases: Int, tables: [String: [String: Int]]) {
    self.claim = claim
    self.cases = cases
    self.tables = tables
  }

  /// A heading and one line a table; none where nothing was counted.
  public var lines: [String] {
    guard !tables.isEmpty else { return [] }
    let rows = tables.sorted { $0.key < $1.key }.map { table, counts in
      [table, counts.sorted(by: CoverageText.inOrder).map { "\($0.key): \($0.value)" }.joined(separator: "   ")]
    }
    return ["coverage of \(claim), \(Figures.counted(cases, "case"))"]
      + TextTable([.left(), .left()], rows: rows).lines(indent: "  ")
  }

  /// The keys of a document: table, value, count.
  public var json: JSONValue {
    .object(tables.mapValues { counts in .object(counts.mapValues { JSONValue($0) }) })
  }

  /// Numbers in their order, everything else by name.
  static func inOrder(_ first: (key: String, value: Int), _ second: (key: String, value: Int)) -> Bool {
    if let left = Int(first.key), let right = Int(second.key) { return left < right }
    // Intervals and zero among them are ordered by their lower ends, which the name begins with.
    let (left, right) = (first.key.drop { $0 == "(" }, second.key.drop { $0 == "(" })
    return left != right ? left < right : first.key < second.key
  }
}
