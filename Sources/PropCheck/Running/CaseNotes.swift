/// What the body of a property notes about its case; it is added up over the run.
public struct CaseNotes: Sendable, Equatable {
  var labels: [String] = []
  var rows: [Row] = []
  /// The score noted last by ``target(_:)``, nil if none.
  public private(set) var score: Double?

  /// One entry of a table.
  struct Row: Sendable, Equatable {
    let table: String
    let value: String
  }

  /// Nothing noted.
  public init() {}

  /// Counts this case under a label; the report says which part of the cases bears it.
  ///
  /// - Parameter label: a class of cases, such as "empty".
  public mutating func label(_ label: String) { labels.append(label) }

  /// Counts this case under a label if a condition holds.
  ///
  /// - Parameters:
  ///   - label: a class of cases.
  ///   - condition: whether this case belongs to it.
  public mutating func label(_ label: String, if condition: Bool) {
    if condition { labels.append(label) }
  }

  /// Adds a value to a table; the report says how often each value came.
  ///
  /// - Parameters:
  ///   - table: the name of the table, such as "dimension".
  ///   - value: its entry for this case, printed by its description.
  public mutating func collect(_ table: String, _ value: some CustomStringConvertible) {
    rows.append(Row(table: table, value: value.description))
  }

  /// Notes how near to failing this case came; the report names the case of the largest score.
  ///
  /// - Parameter score: bigger is nearer; the last one of a case counts, and NaN is ignored.
  public mutating func target(_ score: Double) {
    if !score.isNaN { self.score = score }
  }

  /// Adds what was noted elsewhere about the same case.
  ///
  /// - Parameter other: the other notes; their score counts if they have one.
  public mutating func add(_ other: CaseNotes) {
    labels += other.labels
    rows += other.rows
    score = other.score ?? score
  }

  mutating func clear() {
    if !labels.isEmpty { labels.removeAll(keepingCapacity: true) }
    if !rows.isEmpty { rows.removeAll(keepingCapacity: true) }
    score = nil
  }
}
