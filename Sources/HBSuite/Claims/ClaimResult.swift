import HBModel
import PropCheck

/// What came of checking one claim; a value that prints itself and can be merged into tables.
public struct ClaimResult: Sendable {
  /// The claim's name.
  public let name: String
  /// The number of cases judged.
  public let cases: Int
  /// How many of them were inconclusive.
  public let inconclusive: Int
  /// The worst figure seen, in words; empty where the claim has none.
  public let worst: String
  /// The conclusion with its reason.
  public let judgement: Judgement
  /// The smallest failing case, where there is one.
  public let counterexample: ClaimCounterexample?
  /// How often each value of each table occurred: coverage of the input space.
  public let coverage: [String: [String: Int]]
  /// One line for each kept case that can no longer be judged.
  public var staleCases: [String] = []
}

/// The smallest failing case of a claim.
public struct ClaimCounterexample: Sendable {
  /// The token that replays it.
  public let token: String
  /// The case in words.
  public let description: String
  /// The problem, where the case is one.
  public let problem: Problem?
  /// What shows that it fails.
  public let evidence: Evidence
  /// Why it fails.
  public let message: String
  /// What is wrong, where that can be told.
  public var cause: String?
  /// The number of the case that failed first, from 0; nil for a replayed example.
  public let caseIndex: Int?
  /// How many simplifications led here.
  public let shrinks: Int
  /// How many further cases were tried on the way.
  public let calls: Int
  /// The case that failed first.
  public let original: String
  /// The worst case seen: its description and by how much it fails.
  public let worst: (description: String, severity: Double)?
  /// Which parts of the case do not matter, in words; nil where all do.
  public let irrelevant: String?
  /// Whether shrinking stopped for want of calls.
  public let budgetExhausted: Bool
  /// The file of the kept case that failed, where it was one.
  public var keptFile: String?
  /// The case as it can be kept; nil where it does not fail every time.
  public var keptCase: KeptCase?
}
