import HBModel
import HBSuite

extension VerificationReport {
  /// The run in the XML form that continuous integration reads: a test case a claim.
  ///
  /// A falsified claim is a failure; an inconclusive one is an error, for it is never a pass.
  ///
  /// - Complexity: one convergence study for each counterexample whose evidence is a ladder.
  public var junit: String {
    func count(_ verdict: HBModel.Verdict) -> String {
      "\(rows.filter { $0.result.judgement.verdict == verdict }.count)"
    }
    var suite = Markup(
      "testsuite",
      [
        "name": "hbcheck verify", "tests": "\(rows.count)", "failures": count(.falsified),
        "errors": count(.inconclusive), "skipped": "0",
        "time": VerificationReport.seconds(rows.compactMap(\.duration).reduce(.zero, +)),
      ])
    suite.append(
      Markup("properties", [:], [Markup("property", ["name": "seed", "value": "\(seed)"])]))
    for row in rows { suite.append(testCase(row)) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Markup("testsuites", [:], [suite]).description + "\n"
  }

  private func testCase(_ row: Row) -> Markup {
    let parts = row.result.name.split(separator: "/", maxSplits: 1).map(String.init)
    var element = Markup(
      "testcase",
      [
        "classname": "hbcheck." + (parts.count > 1 ? parts[1] : "claims"), "name": row.result.name,
        "time": VerificationReport.seconds(row.duration ?? .zero),
      ])
    let reason = row.result.judgement.reason
    switch row.result.judgement.verdict {
    case .holds: break
    case .falsified:
      let block = FailureBlock(row.result, seed: seed, cases: row.requested, implementation: implementation)
      element.append(
        Markup(
          "failure", ["type": "falsified", "message": reason], text: block?.lines.joined(separator: "\n") ?? reason))
    case .inconclusive: element.append(Markup("error", ["type": "inconclusive", "message": reason], text: reason))
    }
    return element
  }

  /// Seconds with three decimals.
  private static func seconds(_ duration: Duration) -> String {
    let parts = duration.components
    let thousandths = parts.attoseconds / 1_000_000_000_000_000
    let digits = String(thousandths)
    return "\(parts.seconds)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
