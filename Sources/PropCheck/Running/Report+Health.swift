extension Report {
  /// What to change about the generator, one line each; none where it is healthy.
  ///
  /// Draws and discards are counted, not times, so that the advice is the same on every machine.
  public var advice: [String] {
    var lines: [String] = []
    let attempts = counts.judged + counts.discarded
    if counts.judged > 0, counts.discarded > 2 * counts.judged {
      lines.append(
        "\(counts.discarded) of \(counted(attempts, "attempt")) were discarded: build values that fit (map, flatMap) "
          + "instead of filtering or discarding")
    }
    let each = draws / max(1, attempts)
    if each > Report.manyDraws {
      lines.append(
        "a case takes \(each) draws on average: above \(Report.manyDraws) cases are slow and shrinking may end "
          + "early; ask for fewer elements (count:) or a smaller depth")
    }
    return lines
  }

  /// So many draws a case are too many.
  private static var manyDraws: Int { 10_000 }
}
