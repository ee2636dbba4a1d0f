/// How often a label that was asked for came, and whether that is enough.
public struct Coverage: Sendable, Equatable {
  /// What is known about a share.
  public enum Decision: Sendable, Equatable {
    /// The share is large enough, or nearly so.
    case met
    /// The share is too small.
    case missed
    /// More cases are needed to say.
    case undecided
  }

  /// The label.
  public let label: String
  /// The cases that bear it.
  public let hits: Int
  /// All judged cases.
  public let cases: Int
  /// The least share of cases that must bear it, 0 to 1.
  public let required: Double

  /// Judges the share by its confidence interval, so that chance alone decides wrongly less than once in 10^9 times.
  ///
  /// A share counts as large enough from nine tenths of what is required; without such a margin a share that is
  /// met exactly would never be decided.
  ///
  /// - Complexity: O(1).
  /// - SeeAlso: Wilson, *Probable inference, the law of succession, and statistical inference* (1927).
  public var decision: Decision {
    guard !(required <= 0) else { return .met }
    guard cases > 0 else { return .undecided }
    let quantile = 6.1
    let total = Double(cases)
    let share = Double(hits) / total
    let square = quantile * quantile
    let centre = share + square / (2 * total)
    let spread = quantile * (share * (1 - share) / total + square / (4 * total * total)).squareRoot()
    let scale = 1 + square / total
    if (centre - spread) / scale >= 0.9 * required { return .met }
    if share < required, (centre + spread) / scale < required { return .missed }
    return .undecided
  }

  /// One line for a person: the share, what is required, and what follows from them.
  var text: String {
    let percent = { (share: Double) in (share * 1000).rounded(.toNearestOrEven) / 10 }
    return "'\(label)' in \(percent(Double(hits) / Double(max(1, cases)))) % of \(counted(cases, "case")), "
      + "at least \(percent(required)) % required"
  }
}

extension Tally {
  /// What is known about the labels asked for, in the order of their names.
  func coverage(_ required: [String: Double]) -> [Coverage] {
    required.sorted { $0.key < $1.key }.map { label, share in
      Coverage(label: label, hits: labels[label] ?? 0, cases: counts.judged - counts.searched, required: share)
    }
  }
}
