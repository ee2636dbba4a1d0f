import PropCheck
import PropCheckChallenges

/// For each challenge: runs at the minimum, the median and the largest number of calls after the first failure.
struct ChallengeTable {
  let seeds: Int

  /// Prints the tables; true if every run ended at a minimum.
  func printed() -> Bool {
    print("Shrinking: runs at the known minimum, calls of the body after the first failure (others: median)\n")
    let challenges = printed(Challenge.all, peers: PeerFigures.all) { $0.cells }
    print("\nNumbers: runs at the number that a person would write (others: where they end, calls)\n")
    let numbers = printed(Challenge.numbers, peers: [.hypothesis, .hegel]) { $0.numbers }
    return challenges && numbers
  }

  private func printed(
    _ challenges: [Challenge], peers: [PeerFigures], cells: (PeerFigures) -> [String]
  ) -> Bool {
    var isComplete = true
    var rows = [["challenge", "at minimum", "median", "largest"] + peers.map(\.framework)]
    for (index, challenge) in challenges.enumerated() {
      let runs = (0..<seeds).map { challenge.run(UInt64($0), ShrinkPass.all) }
      let hits = runs.count { challenge.minima.contains($0.description) }
      let calls = runs.map(\.calls).sorted()
      isComplete = isComplete && hits == seeds
      let own = ["\(hits)/\(seeds)", "\(calls[seeds / 2])", "\(calls[seeds - 1])"]
      rows.append([challenge.name] + own + peers.map { cells($0)[index] })
    }
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
