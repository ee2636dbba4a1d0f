import HBModel
import PropCheck

/// One way to break the implementation, as a value.
///
/// Most mutants are an `Implementation` with one part replaced. A fault in what a single claim states is that claim
/// with the wrong statement, and what no claim of the catalogue looks at has a trial of its own:
///
/// ```swift
/// Mutant("model", "tree [[]] dropped", Implementation(model: broken))
/// Mutant("modified loss", "13 for 12 below h^2", claim: .modifiedLoss(denominator: 13))
/// Mutant("shrinking", "pass \"halve pairs\" left out", trial: { settings in ... })
/// ```
public struct Mutant: Sendable {
  /// What is broken.
  public enum Subject: Sendable {
    /// A part of what all claims are checked on; nil for claims that are all of the catalogue.
    case implementation(Implementation, claims: [Claim]?)
    /// The statement of one claim.
    case claim(Claim)
    /// Something else; the trial says what caught it, nil where nothing did.
    case trial(@Sendable (ClaimSettings) -> MutantCatch?)
  }

  /// The group that it is listed in.
  public let group: String
  /// The fault in words.
  public let name: String
  /// What is broken.
  public let subject: Subject
  /// Why it changes nothing, computed; nil where it does change something, or nothing is known.
  public let proof: @Sendable () -> String?

  /// A mutant of a part of the implementation.
  ///
  /// - Parameters:
  ///   - group: the group that it is listed in.
  ///   - name: the fault in words.
  ///   - implementation: the implementation with the fault.
  ///   - claims: the claims that look at that part; all where nil.
  ///   - proof: asked where nothing catches the mutant: a sentence that says why it changes nothing, or nil.
  public init(
    _ group: String, _ name: String, _ implementation: Implementation, claims: [Claim]? = nil,
    proof: @escaping @Sendable () -> String? = { nil }
  ) {
    self.init(group, name, .implementation(implementation, claims: claims), proof: proof)
  }

  /// A claim that states something wrong: the right implementation must falsify it.
  public init(_ group: String, _ name: String, claim: Claim) { self.init(group, name, .claim(claim)) }

  /// A mutant of something that no claim looks at, with its own trial.
  public init(_ group: String, _ name: String, trial: @escaping @Sendable (ClaimSettings) -> MutantCatch?) {
    self.init(group, name, .trial(trial))
  }

  private init(
    _ group: String, _ name: String, _ subject: Subject, proof: @escaping @Sendable () -> String? = { nil }
  ) {
    self.group = group
    self.name = name
    self.subject = subject
    self.proof = proof
  }

  /// The implementation with the fault, where a part of it is broken.
  public var implementation: Implementation? {
    if case .implementation(let implementation, _) = subject { implementation } else { nil }
  }
}

extension Mutant {
  /// The claims that look at the broken part; nil where that is all of them, or no claim of the catalogue.
  public var claims: [Claim]? {
    if case .implementation(_, let claims) = subject { claims } else { nil }
  }
}

/// What caught a mutant.
public struct MutantCatch: Equatable, Sendable {
  /// The name of the claim.
  public let claim: String
  /// How many cases of it were needed.
  public let cases: Int
  /// The smallest case that shows the fault, in words.
  public let description: String
  /// The problem, where that case is one.
  public let problem: Problem?

  /// A catch by `claim` after `cases` cases.
  public init(claim: String, cases: Int, description: String, problem: Problem? = nil) {
    self.claim = claim
    self.cases = cases
    self.description = description
    self.problem = problem
  }
}

extension Mutant {
  /// What catches this mutant, cheap claims first: the first of `claims` that does, or all of them with `isFull`.
  ///
  /// Only the first counterexample is shrunk.
  ///
  /// - Complexity: for each claim the cases up to the first that fails; at most `settings.shrinkCalls` more.
  func catches(among claims: [Claim], settings: ClaimSettings, isFull: Bool) -> [MutantCatch] {
    switch subject {
    case .trial(let trial): return trial(settings).map { [$0] } ?? []
    case .claim(let claim): return MutantCatch(claim.check(settings: settings)).map { [$0] } ?? []
    case .implementation(let implementation, let own):
      let names = own?.map(\.name)
      var own = settings
      var result: [MutantCatch] = []
      for cost in [Claim.Cost.exact, .pointwise, .local, .global] {
        for claim in claims where claim.cost == cost && names?.contains(claim.name) != false {
          guard let found = MutantCatch(claim.check(implementation, settings: own)) else { continue }
          result.append(found)
          guard isFull else { return result }
          own.shrinkCalls = 0
        }
      }
      return result
    }
  }
}

extension MutantCatch {
  /// The catch by a claim that is falsified; nil for any other.
  init?(_ result: ClaimResult) {
    guard result.judgement.verdict == .falsified, let counterexample = result.counterexample else { return nil }
    self.init(
      claim: result.name, cases: (counterexample.caseIndex ?? 0) + 1, description: counterexample.description,
      problem: counterexample.problem)
  }
}
