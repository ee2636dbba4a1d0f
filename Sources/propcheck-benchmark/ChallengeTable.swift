import PropCheck
import PropCheckChallenges

/// For each challenge: runs at the minimum, the median and the largest number of calls after the first failure.
struct ChallengeTable {
  let seeds: Int

  /// Prints the table; true if every run ended at a minimum.
  func printed() -> Bool {
    var isComplete = true
    var rows = [["challenge", "at minimum", "median", "largest"] + PeerFigures.all.map(\.framework)]
    for (index, challenge) in Challenge.all.enumerated() {
      let runs = (0..<seeds).map { challenge.run(UInt64($0), ShrinkPass.all) }
      let hits = runs.count { challenge.minima.contains($0.description) }
      let calls = runs.map(\.calls).sorted()
      isComplete = isComplete && hits == seeds
      let own = ["\(hits)/\(seeds)", "\(calls[seeds / 2])", "\(calls[seeds - 1])"]
      rows.append([challenge.name] + own + PeerFigures.all.map { $0.cells[index] })
    }
    print("Shrinking: runs at the known minimum, calls of the body after the first failure (others: median)\n")
    printColumns(rows)
    return isComplete
  }
}

/// Prints rows with their columns below one another.
func printColumns(_ rows: [[String]]) {
  let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  for row in rows {
    let cells = row.indices.map { row[$0] + String(repeating: " ", count: widths[$0] - row[$0].count) }
    print(cells.joined(separator: "  "))
  }
}
