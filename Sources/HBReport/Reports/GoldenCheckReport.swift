import HBModel
import HBSuite

/// The comparison with the recorded truth, a line an entry.
public struct GoldenCheckReport: VerbReport {
  /// What was compared.
  public let report: GoldenReport

  /// The report of a comparison.
  public init(_ report: GoldenReport) { self.report = report }

  /// The verb.
  public var verb: String { "golden check" }

  /// Falsified where one entry is, else inconclusive where one is, or where there are none.
  public var judgement: Judgement {
    func count(_ verdict: HBModel.Verdict) -> Int { report.entries.filter { $0.verdict == verdict }.count }
    let total = report.entries.count
    if count(.falsified) > 0 { return Judgement(.falsified, "\(count(.falsified)) of \(total) entries differ") }
    if count(.inconclusive) > 0 {
      return Judgement(.inconclusive, "\(count(.inconclusive)) of \(total) entries are inconclusive")
    }
    return total == 0 ? Judgement(.inconclusive, "no entries") : Judgement(.holds, "all \(total) entries agree")
  }

  /// The entries.
  public var fields: [String: JSONValue] {
    let entries = report.entries.map { entry in
      JSONValue.object([
        "name": .string(entry.name), "detail": .string(entry.detail), "verdict": .string(entry.verdict.rawValue),
      ])
    }
    return ["entries": .array(entries)]
  }

  /// A line an entry, the verdict last.
  public var text: String {
    let table = TextTable(
      [.left("entry"), .left("verdict"), .left("detail")],
      rows: report.entries.map { [$0.name, $0.verdict.rawValue, $0.detail] })
    return (table.lines() + ["", "\(judgement.verdict.headline)  \(judgement.reason)"]).joined(separator: "\n")
  }
}

/// What there is to be recorded anew.
public struct GoldenRecordReport: VerbReport {
  /// What a person is told.
  public let notice: String

  /// A report with that notice.
  public init(notice: String) { self.notice = notice }

  /// The verb.
  public var verb: String { "golden record" }

  /// Nothing is changed, so nothing can be wrong.
  public var judgement: Judgement {
    Judgement(.holds, notice.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// Nothing besides the reason.
  public var fields: [String: JSONValue] { [:] }

  /// The notice.
  public var text: String { notice }
}
