import HBModel
import HBReport
import HBSuite
import PropCheck

extension Verb {
  /// `replay`: one case of a claim from its token.
  static let replay = Verb(
    name: "replay", summary: "judges one case once more, from the token that a failure prints",
    options: [],
    operands: [OperandSpecification("TOKEN", expected: "a token such as hb1.AbC...")],
    notes: [
      "A token holds the random choices of a case. Where the generator has changed since, replay says so and judges",
      "nothing; the order command printed beside the token never goes stale.",
    ],
    example: { "hbcheck replay \(sampleToken)" },
    run: { arguments in
      let token = try Token.decode(arguments.operands[0], prefix: Claim.tokenPrefix)
      guard let claim = Claim.catalogue.first(where: { $0.name == token.property }) else {
        throw TokenError.unknownProperty(name: token.property, known: Claim.catalogue.map(\.name))
      }
      return ReplayReport(try replay(token, of: claim), statement: claim.statement)
    })

  /// Replays a token, whatever orders the run that made it drew from.
  ///
  /// The orders are part of the generator, so that a token of `verify --orders` is stale for any others.
  ///
  /// - Throws: `TokenError`; that the token is stale only where it is for all orders.
  private static func replay(_ token: Token, of claim: Claim) throws(TokenError) -> ClaimReplay {
    let ranges = orders.flatMap { first in (first...orders.upperBound).map { first...$0 } }
    for range in [ClaimSettings().orders] + ranges {
      do { return try claim.replay(token, settings: ClaimSettings(orders: range)) } catch {
        guard case .staleGenerator = error else { throw error }
      }
    }
    throw .staleGenerator(property: claim.name)
  }

  /// A token of this build, of a case that holds: it fails for a model without warm-up, which fails soon.
  private static var sampleToken: String {
    let wrong = Implementation(model: StationaryModel())
    // a local claim, which is soon judged, before those that need long trajectories
    for claim in Claim.named("local-defect") + Claim.catalogue {
      for seed in 1...10 as ClosedRange<UInt64> {
        let settings = ClaimSettings(seed: seed, cases: 5, shrinkCalls: 0, explainCalls: 0)
        let found = claim.check(wrong, settings: settings).counterexample
        guard let found, let token = try? Token.decode(found.token, prefix: Claim.tokenPrefix) else { continue }
        if case .passed? = try? claim.replay(token).outcome { return found.token }
      }
    }
    return "TOKEN"
  }
}
