/// What a run says about its property.
public enum Verdict: Sendable, Equatable {
  /// No case failed and enough of them were conclusive.
  case passed
  /// A case failed.
  case failed
  /// No case failed, but too many were inconclusive, too few bear a label that was asked for, or a token of the
  /// examples or of the store could not be replayed.
  case inconclusive(String)
  /// The run ended early without a failure, for the reason given.
  case gaveUp(String)
}

/// How many cases ended how.
public struct CaseCounts: Sendable, Equatable {
  /// Cases in which the property held.
  public var passed = 0
  /// Cases in which it did not hold.
  public var failed = 0
  /// Cases about which nothing can be said.
  public var inconclusive = 0
  /// Attempts that were abandoned; another value took their place.
  public var discarded = 0
  /// How many of the judged cases were made by search rather than at random; they bear no labels.
  public var searched = 0

  /// No cases.
  public init() {}

  /// Cases that were judged: all but the discarded ones.
  public var judged: Int { passed + failed + inconclusive }
}

/// Everything that is known after a run.
public struct Report<Value> {
  /// The name of the property.
  public let property: String
  /// The seed of the run.
  public let seed: UInt64
  /// What the run says about the property.
  public let verdict: Verdict
  /// How many cases ended how.
  public let counts: CaseCounts
  /// How the first failing case failed before it was shrunk, nil if none failed.
  public let failure: Failure?
  /// The minimal failing case, nil if none failed, or if the generator itself threw an error.
  public let counterexample: Counterexample<Value>?
  /// How the generator threw an error, nil if it did not.
  public let generatorFailure: GeneratorFailure?
  /// How many cases bear each label.
  public let labels: [String: Int]
  /// What is known about the labels that were asked for.
  public let coverage: [Coverage]
  /// For each table, how often each value came.
  public let tables: [String: [String: Int]]
  /// How often each reason made a case inconclusive.
  public let inconclusiveReasons: [String: Int]
  /// How often each reason made an attempt be discarded.
  public let discardReasons: [String: Int]
  /// The case of the largest score, nil if none was noted.
  public let best: (value: Value, score: Double)?
  /// One line for each example token that cannot be replayed, and for each of the store that is damaged; the run is
  /// then inconclusive, unless it is falsified.
  public let unusableExamples: [String]
  /// How many cases of the store were replayed and do not fail.
  public let keptCases: Int
  /// One line for each file of the store that names this property but cannot be replayed, and for each that
  /// cannot be read.
  public let staleCases: [String]
  /// How many decisions the generator took in all.
  public let draws: Int
}

/// A failing case, shrunk.
public struct Counterexample<Value> {
  /// The minimal value.
  public let value: Value
  /// Its description.
  public let description: String
  /// How it fails.
  public let failure: Failure
  /// Which case of the run found it; nil if an example token or a kept case did.
  public let caseIndex: Int?
  /// The file of the store that holds the case that failed first; nil if none does.
  public let keptFile: String?
  /// The seed of the run.
  public let seed: UInt64
  /// The decisions that make the value.
  public let choices: [Choice]
  /// The text that replays it.
  public let token: String
  /// How many times a simpler failing value was found.
  public let shrinks: Int
  /// How often shrinking ran the body.
  public let calls: Int
  /// The description of the value that failed first.
  public let originalDescription: String
  /// How many choices that value took.
  public let originalSize: Int
  /// The failing value of the largest severity, nil where no failure has one.
  public let worst: (value: Value, severity: Double)?
  /// The description of that value.
  public let worstDescription: String?
  /// What ended shrinking.
  public let shrinkEnd: ShrinkEnd
  /// Whether the minimal value passed or failed otherwise when it was judged once more.
  public let isFlaky: Bool
  /// Failures of other kinds that shrinking came across, one for each kind, each shrunk by itself.
  public let otherFailures: [OtherFailure]
  /// Which parts of the minimal value do not matter.
  public let explanation: Explanation

  /// Whether shrinking ended before nothing simpler was left to try; the value may then not be minimal.
  public var shrinkBudgetExhausted: Bool { shrinkEnd != .settled }
}

/// A case for which the generator threw an error, so that there is no value to judge.
public struct GeneratorFailure: Sendable, Equatable {
  /// What it threw.
  public let failure: Failure
  /// Which case of the run found it, from 0.
  public let caseIndex: Int
  /// The text that repeats it: the simplest choices found with which the generator throws an error of this type.
  public let token: String
}

/// A failure of another kind than the one that was looked for, with its own minimal case.
public struct OtherFailure: Sendable, Equatable {
  /// How the case fails.
  public let failure: Failure
  /// The description of its value.
  public let description: String
  /// The text that replays it.
  public let token: String
}

extension Report: Sendable where Value: Sendable {}
extension Counterexample: Sendable where Value: Sendable {}
