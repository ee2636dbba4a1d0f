extension Report {
  /// The report as a person reads it: the verdict in the first line, then what is needed to understand and to
  /// repeat it.
  ///
  /// - Parameters:
  ///   - place: where the property stands, such as "Tests.swift:12".
  ///   - isWhole: whether values and tokens are printed that do not fit on a screen; otherwise the middle of a long one
  ///     is left out.
  ///   - wholeText: where a person finds the whole of what was left out.
  ///   - command: the command that replays a token, given the token.
  /// - Returns: lines without a line break at the end.
  public func text(
    place: String = "", isWhole: Bool = false,
    wholeText: String = "text(isWhole: true), and the counterexample's values",
    command: ((String) -> String)? = nil
  ) -> String {
    var writer = ReportWriter(headline + (place.isEmpty ? "" : " (\(place))"), isWhole: isWhole)
    if let found = counterexample {
      found.write(to: &writer)
    } else if let failure = generatorFailure?.failure ?? failure {
      writer.add("because", failure.message)
    }
    if let thrown = generatorFailure { writer.add("found by", "case \(thrown.caseIndex + 1)") }
    if counterexample == nil { writer.add("cases", casesText) }
    writer.add("seed", "\(seed)")
    if let token = counterexample?.token ?? generatorFailure?.token {
      writer.add("token", token: token)
      if let command { writer.add("again", command(token)) }
    }
    if keptCases > 0 { writer.add("kept cases", "\(keptCases) ran first and did not fail") }
    for stale in staleCases { writer.add("stale", stale) }
    // a single one is in the first line already
    if verdict == .failed || unusableExamples.count > 1 {
      for unusable in unusableExamples { writer.add("not replayed", unusable) }
    }
    for line in advice { writer.add("advice", line) }
    if writer.hasShortened { writer.add("in full", wholeText) }
    return (writer.lines + statistics).joined(separator: "\n")
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
}

extension Counterexample {
  /// Writes what is known of the counterexample, one fact a line.
  fileprivate func write(to writer: inout ReportWriter) {
    writer.add("counterexample", description)
    writer.add("because", failure.message)
    if isFlaky { writer.add("flaky", "judged once more, this value did not fail in the same way") }
    if let text = explanation.text { writer.add("does not matter", text) }
    if let worst, let severity = failure.severity, worst.severity > severity {
      writer.add("worst seen", "severity \(worst.severity), here \(severity): \(worstDescription ?? "")")
    }
    writer.add("original", originalDescription)
    let found = caseIndex.map { "case \($0 + 1)" } ?? keptFile.map { "the kept case \($0)" } ?? "an example token"
    writer.add("found by", "\(found), \(counted(originalSize, "choice"))")
    let end = shrinkEnd == .settled ? "" : "; " + shrinkEnd.text
    writer.add("shrinking", "\(counted(shrinks, "step")) in \(counted(calls, "call"))\(end)")
    for other in otherFailures {
      writer.add("also failed", "\(other.failure.kind): \(other.failure.message)")
      writer.add("  for", other.description)
      writer.add("  token", token: other.token)
    }
  }
}
