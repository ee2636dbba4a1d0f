extension Report {
  /// One line for the labels, one for each label that was asked for, and one for each table, each with what its shares
  /// are parts of; most frequent first.
  ///
  /// A case may bear several labels, and make several entries of a table: shares of labels are parts of the random cases
  /// and need not add up, those of a table are parts of its entries and add up to 100 %.
  public var statistics: [String] {
    var lines: [String] = []
    if !labels.isEmpty {
      let cases = counts.judged - counts.searched
      let shares = labels.map { Share(name: $0.key, order: $0.value, percent: Share.nearest($0.value, of: cases)) }
      lines.append(ReportWriter.line("labels", "of \(counted(cases, "case")): \(Share.listed(shares))"))
    }
    for entry in coverage { lines.append(ReportWriter.line("coverage", "\(entry.text): \(entry.decision)")) }
    for (table, rows) in tables.sorted(by: { $0.key < $1.key }) {
      let total = rows.values.reduce(0, +)
      let all = counted(total, "entry", plural: "entries")
      lines.append(ReportWriter.line(table, "of \(all): \(Share.listed(Share.ofWhole(rows)))"))
    }
    return lines
  }
}

/// What part of all a name has, in whole per cent.
private struct Share {
  let name: String
  /// How often it came; below all others for what is added up.
  let order: Int
  let percent: Int

  /// So many names are listed.
  static let mostListed = 40

  static func nearest(_ count: Int, of total: Int) -> Int { (200 * count + total) / max(1, 2 * total) }

  /// Shares that add up to 100: what rounding down leaves goes to those that lost the most. Of very many rows, those
  /// below one per cent are added up.
  static func ofWhole(_ rows: [String: Int]) -> [Share] {
    let total = max(1, rows.values.reduce(0, +))
    var listed = rows.map { (name: $0.key, count: $0.value, order: $0.value) }
    if rows.count > mostListed {
      let rare = listed.filter { 100 * $0.count < total }
      listed.removeAll { 100 * $0.count < total }
      if !rare.isEmpty { listed.append(("\(counted(rare.count, "other"))", rare.reduce(0) { $0 + $1.count }, -1)) }
    }
    listed.sort { (100 * $1.count % total, $0.name) < (100 * $0.count % total, $1.name) }
    let left = 100 - listed.reduce(0) { $0 + 100 * $1.count / total }
    return listed.enumerated().map { place, row in
      Share(name: row.name, order: row.order, percent: 100 * row.count / total + (place < left ? 1 : 0))
    }
  }

  /// Names with their shares, the most frequent first.
  static func listed(_ shares: [Share]) -> String {
    let sorted = shares.filter { $0.order >= 0 }.sorted { ($1.order, $0.name) < ($0.order, $1.name) }
    let addedUp = shares.filter { $0.order < 0 }
    let shown = (sorted.prefix(mostListed) + addedUp).map { share in
      "\(shortened(share.name, to: 80)) (\(share.percent == 0 ? "below 1" : "\(share.percent)") %)"
    }
    return shown.joined(separator: ", ")
      + (sorted.count > mostListed ? ", and \(sorted.count - mostListed) more" : "")
  }
}
