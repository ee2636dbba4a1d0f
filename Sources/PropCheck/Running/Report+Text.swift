extension Report {
  /// The report as a person reads it: the verdict in the first line, then what is needed to understand and to
  /// repeat it.
  ///
  /// - Parameters:
  ///   - place: where the property stands, such as "Tests.swift:12".
  ///   - command: the command that replays a token, given the token.
  /// - Returns: lines without a line break at the end.
  public func text(place: String = "", command: ((String) -> String)? = nil) -> String {
    var lines = [headline + (place.isEmpty ? "" : " (\(place))")]
    if let found = counterexample {
      lines += found.lines
      lines.append(Report.line("seed", "\(seed)"))
      lines.append(Report.line("token", found.token))
      if let command { lines.append(Report.line("again", command(found.token))) }
    } else {
      if let failure { lines.append(Report.line("because", failure.message)) }
      lines.append(Report.line("cases", casesText))
      lines.append(Report.line("seed", "\(seed)"))
    }
    if keptCases > 0 { lines.append(Report.line("kept cases", "\(keptCases) ran first and did not fail")) }
    for stale in staleCases { lines.append(Report.line("stale", stale)) }
    for unusable in unusableExamples { lines.append(Report.line("example", unusable)) }
    for line in advice { lines.append(Report.line("advice", line)) }
    return (lines + statistics).joined(separator: "\n")
  }

  /// One line for each label and each entry of a table, with its share of the judged cases; most frequent first.
  public var statistics: [String] {
    var lines: [String] = []
    if !labels.isEmpty { lines.append(Report.line("labels", share(labels))) }
    for entry in coverage { lines.append(Report.line("coverage", "\(entry.text): \(entry.decision)")) }
    for (table, rows) in tables.sorted(by: { $0.key < $1.key }) {
      lines.append(Report.line(table, share(rows)))
    }
    return lines
  }

  private var headline: String {
    switch verdict {
    case .passed: "property '\(property)' holds"
    case .failed:
      counterexample?.isFlaky == true ? "property '\(property)' is flaky" : "property '\(property)' is falsified"
    case .inconclusive(let reason): "property '\(property)' is inconclusive: \(reason)"
    case .gaveUp(let reason): "property '\(property)' gave up: \(reason)"
    }
  }

  private var casesText: String {
    "\(counts.judged) judged: \(counts.passed) passed, \(counts.failed) failed, "
      + "\(counts.inconclusive) inconclusive; \(counts.discarded) discarded"
      + (counts.searched == 0 ? "" : "; \(counts.searched) made by search")
  }

  private func share(_ entries: [String: Int]) -> String {
    let sorted = entries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.map { "\($0.key) \(100 * $0.value / max(1, counts.judged - counts.searched)) %" }.joined(
      separator: ", ")
  }

  fileprivate static func line(_ name: String, _ text: String) -> String {
    reportLine(name, text)
  }
}

/// A description that fits on a screen; the token makes the whole value again.
private func shortened(_ text: String) -> String {
  let length = text.utf8.count
  guard length > 4000 else { return text }
  return "\(text.prefix(1500)) ... (\(length) bytes in all) ... \(text.suffix(500))"
}

/// A name, filled up to a column, and a text whose further lines begin in the same column.
private func reportLine(_ name: String, _ text: String) -> String {
  let column = String(repeating: " ", count: 18)
  let head = "  " + name + String(repeating: " ", count: max(1, 16 - name.count))
  return head + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + column)
}

extension Counterexample {
  /// What is known of the counterexample, one fact a line.
  fileprivate var lines: [String] {
    var lines = [
      reportLine("counterexample", shortened(description)),
      reportLine("because", failure.message),
    ]
    if isFlaky { lines.append(reportLine("flaky", "judged once more, this value did not fail in the same way")) }
    if let text = explanation.text { lines.append(reportLine("does not matter", text)) }
    if let worst, let severity = failure.severity, worst.severity > severity {
      lines.append(
        reportLine("worst seen", "severity \(worst.severity), here \(severity): \(shortened(worstDescription ?? ""))"))
    }
    let found = caseIndex.map { "case \($0 + 1)" } ?? keptFile.map { "the kept case \($0)" } ?? "an example token"
    lines.append(reportLine("original", shortened(originalDescription)))
    lines.append(reportLine("found by", "\(found), \(originalSize) choices"))
    let end = shrinkBudgetExhausted ? "; the calls were used up, so it may not be minimal" : ""
    lines.append(
      reportLine(
        "shrinking", "\(shrinks) \(shrinks == 1 ? "step" : "steps") in \(calls) \(calls == 1 ? "call" : "calls")\(end)")
    )
    for other in otherFailures {
      lines.append(reportLine("also failed", "\(other.failure.kind): \(other.failure.message)"))
      lines.append(reportLine("  for", shortened(other.description)))
      lines.append(reportLine("  token", other.token))
    }
    return lines
  }
}
