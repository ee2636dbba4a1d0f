// Prints how PropCheck does on the public challenge set, beside the recorded figures of others, and how many cases
// of a trivial property it runs in a second. An argument says how many seeds each challenge gets; 100 by default.

guard CommandLine.arguments.count <= 2, let seeds = Int(CommandLine.arguments.dropFirst().first ?? "100"), seeds > 0
else {
  print("usage: propcheck-benchmark [seeds]")
  throw UsageError()
}

let isComplete = ChallengeTable(seeds: seeds).printed()
ThroughputTable().printed()
if !isComplete { throw MissedMinimum() }

/// The arguments make no sense.
struct UsageError: Error {}

/// A challenge did not end at its minimum on every seed.
struct MissedMinimum: Error {}
