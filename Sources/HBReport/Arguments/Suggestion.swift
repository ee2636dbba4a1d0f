/// The word that a person may have meant.
public enum Suggestion {
  /// The candidate nearest to `word`; nil where none is within a third of its length, or two edits of a short word.
  ///
  /// - Complexity: O(length of the word times total length of the candidates).
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    let limit = max(typed.count < 4 ? 1 : 2, typed.count / 3)
    let scored = candidates.map { (candidate: $0, distance: distance(typed, Array($0.lowercased()))) }
    guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
      // Half a name is no typing error, but it is clear what is meant.
      let completions = candidates.filter { typed.count >= 3 && $0.lowercased().hasPrefix(String(typed)) }
      return completions.count == 1 ? completions[0] : nil
    }
    return best.candidate
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        var best = min(last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        let isSwap = i > 0 && j > 0 && first[i] == second[j - 1] && first[i - 1] == second[j]
        if isSwap { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[second.count]
  }
}
