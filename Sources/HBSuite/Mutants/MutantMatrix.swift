import Dispatch
import HBModel
import Synchronization

/// Which claim catches which mutant: the measure of what the claims are worth.
public struct MutantMatrix: Sendable {
  /// What became of a mutant.
  public enum Verdict: String, Sendable {
    /// A claim is falsified.
    case caught
    /// No claim is, and nothing says why.
    case survived
    /// No claim is, and a proof says that the mutant changes nothing.
    case equivalent
  }

  /// One mutant.
  public struct Row: Sendable {
    /// The group that it is listed in.
    public let group: String
    /// The fault in words.
    public let name: String
    /// What became of it.
    public let verdict: Verdict
    /// What caught it: the first claim with a small counterexample; in a full matrix further ones follow.
    public let catches: [MutantCatch]
    /// Why it changes nothing, where it is equivalent.
    public let proof: String?
  }

  /// The mutants in the order of their catalogue.
  public let rows: [Row]
  /// The seed of the claims.
  public let seed: UInt64
  /// Whether each mutant was tried on every claim, not just up to the first that caught it.
  public let isFull: Bool

  /// A matrix of given rows.
  public init(rows: [Row], seed: UInt64, isFull: Bool = false) {
    self.rows = rows
    self.seed = seed
    self.isFull = isFull
  }

  /// Tries every mutant, each up to the first claim that catches it, or on every claim.
  ///
  /// The rows do not depend on the number of threads: mutants are tried side by side, the cases of a claim in turn.
  ///
  /// - Parameters:
  ///   - mutants: what is measured.
  ///   - claims: the claims that may catch, cheap ones first whatever their order.
  ///   - isFull: whether claims are tried beyond the first that catches.
  ///   - settings: the seed, the orders drawn, the threads; cases are each claim's default unless given.
  ///   - progress: called with the name of a mutant, how many are done and how many there are, one call at a time.
  /// - Complexity: a few cases for each mutant; a survivor costs a whole run of the claims.
  public static func measure(
    _ mutants: [Mutant], claims: [Claim] = Claim.catalogue, isFull: Bool = false, settings: ClaimSettings,
    progress: (@Sendable (String, Int, Int) -> Void)? = nil
  ) -> MutantMatrix {
    var each = settings
    each.threads = 1
    each.explainCalls = 0
    let own = each
    let state = Mutex((next: 0, done: 0, rows: [Row?](repeating: nil, count: mutants.count)))
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let index = state.withLock { state in
          state.next += 1
          return state.next - 1
        }
        guard index < mutants.count else { return }
        let row = Row(mutants[index], claims: claims, settings: own, isFull: isFull)
        state.withLock { state in
          state.rows[index] = row
          state.done += 1
          progress?(row.name, state.done, mutants.count)
        }
      }
    }
    DispatchQueue.concurrentPerform(iterations: max(1, settings.threads), execute: work)
    return MutantMatrix(rows: state.withLock { $0.rows.compactMap { $0 } }, seed: settings.seed, isFull: isFull)
  }

  /// The rows of a verdict.
  public func rows(_ verdict: Verdict) -> [Row] { rows.filter { $0.verdict == verdict } }

  /// Holds where no mutant survives.
  public var judgement: Judgement {
    let survivors = rows(.survived)
    let counts =
      "\(rows(.caught).count) of \(rows.count) mutants caught, \(rows(.equivalent).count) equivalent,"
      + " \(survivors.count) survived"
    guard let first = survivors.first else { return Judgement(.holds, counts) }
    return Judgement(.falsified, counts + ": \(first.name)" + (survivors.count == 1 ? "" : ", ..."))
  }
}

extension MutantMatrix.Row {
  /// The claim that caught it first.
  public var found: MutantCatch? { catches.first }

  fileprivate init(_ mutant: Mutant, claims: [Claim], settings: ClaimSettings, isFull: Bool) {
    let catches = mutant.catches(among: claims, settings: settings, isFull: isFull)
    let proof = catches.isEmpty ? mutant.proof() : nil
    self.init(
      group: mutant.group, name: mutant.name,
      verdict: !catches.isEmpty ? .caught : proof == nil ? .survived : .equivalent, catches: catches, proof: proof)
  }
}
