import PropCheck
import PropCheckChallenges

extension Mutant {
  /// A shrink pass left out, measured on the shrinking challenges: which one no longer ends at its minimum.
  static func without(_ pass: ShrinkPass) -> Mutant {
    Mutant("shrinking", "pass \"\(pass.name)\" left out") { _ in
      firstMissedChallenge(with: ShrinkPass.all.filter { $0 != pass })
    }
  }

  /// The first challenge that some passes do not bring to its minimum on every seed, in as few calls as it must take.
  ///
  /// - Complexity: `Challenge.seeds` runs of each challenge, up to some milliseconds each.
  static func firstMissedChallenge(with passes: [ShrinkPass]) -> MutantCatch? {
    for challenge in Challenge.all + Challenge.numbers + Challenge.further {
      var calls: [Int] = []
      for seed in 0..<UInt64(Challenge.seeds) {
        let run = challenge.run(seed, passes)
        calls.append(run.calls)
        guard !challenge.minima.contains(run.description) else { continue }
        let minimum = challenge.minima.sorted()[0]
        return MutantCatch(
          claim: "shrinking/\(challenge.name)", cases: calls.count,
          description: "ends at \(run.description), not at \(minimum)")
      }
      let median = calls.sorted()[calls.count / 2]
      if median > challenge.calls {
        return MutantCatch(
          claim: "shrinking/\(challenge.name)", cases: calls.count,
          description: "the median of calls is \(median), above \(challenge.calls)")
      }
    }
    return nil
  }
}
