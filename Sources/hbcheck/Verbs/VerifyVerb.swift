import Foundation
import HBModel
import HBReport
import HBSuite
import PropCheck

extension Verb {
  /// `verify`: the claims on random problems.
  static let verify = Verb(
    name: "verify", summary: "checks the claims on random problems; the main job",
    options: [
      .option("claim", "NAME", "only this claim, or all whose name starts with NAME/", isRepeatable: true),
      .option("cases", "N", "cases of each claim (default: each claim's own number)"),
      .option("seed", "S", "the seed of the random problems (default 42)"),
      .option("shard", "I/N", "the I-th of N parts: a seed of its own, and an N-th of the cases of each claim"),
      .option("threads", "T", "threads (default: the processors); no result depends on them"),
      .option("orders", "A..B", "the orders of the models, within 0..8 (default 0..4)"),
      .option("search", "PERCENT", "how many of the cases are searched for worse figures, 0 to 90 (default 0)"),
      .flag("keep", "write counterexamples to \(ClaimSettings.keptCases), where they run first from then on"),
      .flag("isolate", "run the cases in child processes, where one that traps or never ends is a failure too"),
    ] + VerificationFiles.options,
    notes: [
      "A claim holds when no case is falsified and at least 90 % are conclusive. The same seed gives the same cases,",
      "the same minimal counterexample and the same JSON on every machine.",
      "Shard I of N, for N above 1, draws from the I-th number of the random stream of the seed, and checks the cases",
      "of each claim divided by N, rounded up; all shards together are at least as many cases as one whole run.",
      "Cases kept in \(ClaimSettings.keptCases) are judged before any random one. Where CI is set, nothing is written.",
      "On GitHub Actions what does not hold is annotated, and the summary of the step gets the table.",
    ],
    example: { "hbcheck verify --claim order --cases 20 --seed 7" },
    run: { arguments in
      let claims = try claims(named: arguments.all("claim"))
      let seed = try arguments.seed("seed", default: ClaimSettings().seed)
      let shard = try arguments.optional("shard").map(Shard.init)
      let processors = max(1, ProcessInfo.processInfo.activeProcessorCount)
      var settings = ClaimSettings(
        seed: shard?.seed(from: seed) ?? seed,
        threads: try arguments.integer("threads", in: 1...256, default: processors))
      let cases = arguments.has("cases") ? try arguments.integer("cases", in: 1...1_000_000) : nil
      if let orders = arguments.optional("orders") { settings.orders = try orderRange(orders) }
      settings.searchedPart = Double(try arguments.integer("search", in: 0...90, default: 0)) / 100
      settings.store = ClaimSettings.keptCases
      let keeps = arguments.has("keep")
      if keeps { try requireProject() }
      let files = try VerificationFiles(arguments)
      let isolates = arguments.has("isolate")
      let rows = check(
        claims, settings: settings, keeps: keeps, isolation: { isolates ? isolation(of: $0, arguments) : nil }
      ) { claim in
        let requested = cases ?? claim.defaultCases
        return shard?.share(of: requested) ?? requested
      }
      let given = ["claim", "cases", "seed", "shard", "orders", "search"].flatMap { option in
        arguments.all(option).map { " --\(option) \($0)" }
      }
      let report = VerificationReport(
        rows, seed: seed, part: shard?.description, command: "hbcheck verify" + given.joined())
      try files.write(report)
      return report
    })

  /// How long one case may run in a child process.
  private static let caseTimeLimit = Duration.seconds(60)

  /// The command of a child process that comes to one claim with the same generator.
  private static func isolation(of claim: Claim, _ arguments: Arguments) -> Isolation {
    let orders = arguments.optional("orders").map { ["--orders", $0] } ?? []
    return Isolation(
      command: [CommandLine.arguments[0], "verify", "--claim", claim.name, "--isolate"] + orders,
      caseTimeLimit: caseTimeLimit)
  }

  /// Makes sure that cases are kept in the project, not wherever the program happens to run.
  private static func requireProject() throws(UsageError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: "golden", isDirectory: &isDirectory), isDirectory.boolValue else {
      throw UsageError("--keep", found: "no directory golden here", expected: "the directory of the package")
    }
  }

  /// Keeps the counterexample of a result, if it has one; says where.
  private static func kept(_ result: ClaimResult) -> String? {
    guard let kept = result.counterexample?.keptCase else { return nil }
    do { return try CaseDirectory(ClaimSettings.keptCases).keep(kept) } catch { return "\(error)" }
  }

  /// Checks claims one after the other, with a bar on terminals.
  ///
  /// - Parameters:
  ///   - keeps: whether counterexamples are written to the directory of kept cases.
  ///   - isolation: the child processes of a claim; none where nil.
  ///   - cases: how many cases of a claim are checked.
  static func check(
    _ claims: [Claim], settings: ClaimSettings, keeps: Bool = false,
    isolation: (Claim) -> Isolation? = { _ in nil }, cases: (Claim) -> Int
  ) -> [VerificationReport.Row] {
    let bar = ProgressBar()
    defer { bar.clear() }
    return claims.map { claim in
      var settings = settings
      let share = cases(claim)
      settings.cases = share
      settings.isolation = isolation(claim)
      bar.show(claim.name, done: 0, total: share)
      let start = ContinuousClock.now
      let result = claim.check(settings: settings) { done, total in bar.show(claim.name, done: done, total: total) }
      return .init(
        statement: claim.statement, requested: share, result: result, duration: ContinuousClock.now - start,
        kept: keeps ? kept(result) : nil)
    }
  }

  /// The orders that problems can be drawn with.
  static let orders = 0...8

  /// The claims that are asked for, in the order of the catalogue; all where none is.
  static func claims(named names: [String]) throws(UsageError) -> [Claim] {
    guard !names.isEmpty else { return Claim.catalogue }
    var wanted: Set<String> = []
    for name in names {
      let found = Claim.named(name)
      guard !found.isEmpty else {
        let known = Claim.catalogue.map(\.name)
        throw UsageError(
          "--claim", found: UsageError.quoted(name), expected: "one of \(known.joined(separator: ", "))",
          suggestion: Suggestion.nearest(
            to: name, among: known + known.map { String($0.prefix { $0 != "/" }) }))
      }
      wanted.formUnion(found.map(\.name))
    }
    return Claim.catalogue.filter { wanted.contains($0.name) }
  }

  /// The orders `A..B`, or one order.
  private static func orderRange(_ text: String) throws(UsageError) -> ClosedRange<Int> {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    let isRange = ends.count == 3 && ends[1].isEmpty
    guard isRange || ends.count == 1, let first = Int(ends[0]), let last = Int(ends[ends.count - 1]),
      first <= last, orders.contains(first), orders.contains(last)
    else {
      throw UsageError(
        "--orders", found: UsageError.quoted(text),
        expected: "A..B with 0 <= A <= B <= \(orders.upperBound), such as 0..4")
    }
    return first...last
  }
}

/// One of several parts of a run, each with a seed of its own.
struct Shard: Equatable, CustomStringConvertible {
  /// Which part, from 1.
  let index: Int
  /// How many parts there are.
  let count: Int

  /// Reads `I/N`.
  ///
  /// - Throws: `UsageError` for anything but whole numbers with 1 <= I <= N <= 10000.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), 1 <= index, index <= count,
      count <= 10_000
    else {
      throw UsageError(
        "--shard", found: UsageError.quoted(text), expected: "I/N with 1 <= I <= N <= 10000, such as 1/4")
    }
    self.index = index
    self.count = count
  }

  /// `shard I of N`
  var description: String { "shard \(index) of \(count)" }

  /// The seed of this part: the I-th number of the stream of `seed`; the seed itself where the part is the whole.
  func seed(from seed: UInt64) -> UInt64 {
    guard count > 1 else { return seed }
    var stream = RandomStream(seed: seed)
    for _ in 1..<index { _ = stream.next() }
    return stream.next()
  }

  /// How many of `cases` are this part's.
  func share(of cases: Int) -> Int { (cases + count - 1) / count }
}
