import HBModel
import PropCheck

/// A random case of a claim: it says what it is and judges itself.
public struct ClaimCase: Sendable, CustomStringConvertible {
  /// The case in words.
  public let description: String
  /// The problem, where the case is one.
  public let problem: Problem?
  /// What shows how the case fails.
  let evidence: @Sendable () -> Evidence
  /// What is wrong, where the case fails and that can be told.
  let cause: @Sendable () -> String?
  /// The outcome, with what it notes for coverage tables.
  let judge: @Sendable (inout CaseNotes) throws -> Outcome
}

/// A statement about the model that is checked on random cases, or exactly.
///
/// ```swift
/// let result = Claim.named("order")[0].check()
/// print(result.judgement.verdict)  // holds
/// ```
public struct Claim: Sendable {
  /// The name: `what/method`.
  public let name: String
  /// The statement in one line.
  public let statement: String
  /// How many cases are tried unless asked otherwise.
  public let defaultCases: Int
  /// What one of its cases costs.
  public let cost: Cost
  /// The property for an implementation; settings say which orders are drawn.
  public let property: @Sendable (Implementation, ClaimSettings) -> Property<ClaimCase>

  /// What a case costs: cheap claims meet a mutant first.
  public enum Cost: Int, Sendable, Comparable {
    /// Rational numbers.
    case exact
    /// The derivatives at a few points.
    case pointwise
    /// A few steps on a ladder of step sizes.
    case local
    /// Whole trajectories on a ladder of step sizes.
    case global

    /// The cheaper one is less.
    public static func < (lhs: Cost, rhs: Cost) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Called with the cases done and the cases in all.
  public typealias Progress = @Sendable (Int, Int) -> Void

  /// The prefix of tokens of this version.
  public static let tokenPrefix = "hb1"

  /// A claim whose cases are values of a generator.
  ///
  /// - Parameters:
  ///   - cost: what a case costs.
  ///   - problem: the problem that a case is, where it is one.
  ///   - generator: the cases for some settings.
  ///   - evidence: what shows how a case fails.
  ///   - cause: what is wrong, asked where a case fails; nil where that cannot be told.
  ///   - judge: the outcome of a case for an implementation.
  init<Value: Sendable & CustomStringConvertible>(
    _ name: String, statement: String, cases: Int, cost: Cost = .local,
    generator: @escaping @Sendable (ClaimSettings) -> Generator<Value>,
    problem: @escaping @Sendable (Value) -> Problem? = { _ in nil },
    evidence: @escaping @Sendable (Value, Implementation) -> Evidence = { _, _ in .message },
    cause: @escaping @Sendable (Value, Implementation) -> String? = { _, _ in nil },
    judge: @escaping @Sendable (Value, Implementation, inout CaseNotes) throws -> Outcome
  ) {
    self.name = name
    self.statement = statement
    defaultCases = cases
    self.cost = cost
    property = { implementation, settings in
      let cases = generator(settings).map { value in
        ClaimCase(
          description: value.description, problem: problem(value),
          evidence: { evidence(value, implementation) }, cause: { cause(value, implementation) },
          judge: { notes in try judge(value, implementation, &notes) })
      }
      return Property(name, cases, describe: { $0.description }) { example, notes in try example.judge(&notes) }
    }
  }

  /// The settings of the claim's property.
  public func propertySettings(_ settings: ClaimSettings) -> Settings {
    Settings(
      seed: settings.seed, cases: settings.cases ?? defaultCases, threads: settings.threads,
      shrinkCalls: settings.shrinkCalls, explainCalls: settings.explainCalls, targeting: settings.searchedPart,
      store: settings.store, tokenPrefix: Claim.tokenPrefix, isolation: settings.isolation)
  }

  /// Checks the claim.
  ///
  /// - Complexity: the cases, then at most `settings.shrinkCalls` more where one fails.
  public func check(
    _ implementation: Implementation = Implementation(), settings: ClaimSettings = ClaimSettings(),
    progress: Progress? = nil
  ) -> ClaimResult {
    ClaimResult(
      PropCheck.check(
        property(implementation, settings), settings: propertySettings(settings), progress: progress))
  }

  /// Judges the case of a token once more.
  ///
  /// - Throws: `TokenError` where the token is another claim's or its generator has changed.
  public func replay(
    _ token: Token, implementation: Implementation = Implementation(), settings: ClaimSettings = ClaimSettings()
  ) throws(TokenError) -> ClaimReplay {
    let result = try PropCheck.replay(token, property(implementation, settings))
    var cause: String?
    if case .failed = result.outcome { cause = result.value.cause() }
    return ClaimReplay(
      claim: name, description: result.description, problem: result.value.problem,
      evidence: result.value.evidence(), outcome: result.outcome, cause: cause)
  }
}

/// What came of replaying a token.
public struct ClaimReplay: Sendable {
  /// The claim.
  public let claim: String
  /// The case in words.
  public let description: String
  /// The problem, where the case is one.
  public let problem: Problem?
  /// What shows how the case fails, or holds.
  public let evidence: Evidence
  /// How it is judged now.
  public let outcome: Outcome
  /// What is wrong, where the case fails and that can be told.
  public var cause: String?
}
