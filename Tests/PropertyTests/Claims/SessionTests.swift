import HBModel
import Testing

@testable import HBSuite

/// The sessions of heavy ball: faults in how it is used are found, each by a short session.
@Suite struct SessionTests {
  private func smallest(_ sessions: QuadraticSessions, seed: UInt64) -> String? {
    Claim.sessions(sessions).check(settings: ClaimSettings(seed: seed)).counterexample?.description
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func anotherMethodIsFoundInTwoSteps(seed: UInt64) {
    #expect(smallest(QuadraticSessions(method: .nesterov), seed: seed) == "step(2)")
    #expect(smallest(QuadraticSessions(method: .gradientDescent), seed: seed) == "step(2)")
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func aRestartThatKeepsItsMomentumIsFoundAtOnce(seed: UInt64) {
    #expect(smallest(QuadraticSessions(restart: { _ in }), seed: seed) == "step(1), restart()")
  }

  @Test func theClosedFormIsTheRecursion() throws {
    for roots in [
      RootPair.real(.zero, fractions([(1, 2)])[0]), .complex(fractions([(3, 4)])[0], fractions([(1, 4)])[0]),
    ] {
      let (sum, product) = (try Rational.one + roots.momentum() - roots.step(), try roots.momentum())
      var (before, now) = (Rational.zero, Rational.one)
      for n in 1...12 {
        #expect(try roots.solution(n) == now)
        (before, now) = (now, try sum * now - product * before)
      }
    }
  }
}
