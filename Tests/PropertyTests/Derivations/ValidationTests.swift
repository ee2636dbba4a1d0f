import HBModel
import HBSuite
import Testing

@Suite struct ValidationTests {
  private static let second = """
    method heavy-ball
    model stationary
    F0 = -1/(1-mu) * g
    F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
    F2 = -(mu^2+10*mu+1)/(6*(1-mu)^5) * D[g,g]
    """

  @Test func `a wrong and a missing term are named with their right values`() throws {
    let validation = try Validation(Derivation(parsing: Self.second))
    let terms = validation.exact.terms
    #expect(terms.map(\.verdict) == [.right, .right, .wrong, .missing])
    #expect(terms.map(\.term) == ["g", "D[g]", "D[g,g]", "D[D[g]]"])
    #expect(
      terms.compactMap(\.complaint) == [
        "F2: the coefficient of D[g,g] is -(1+10*mu+mu^2)/(6*(1-mu)^5), it must be -(1+10*mu+mu^2)/(12*(1-mu)^5)",
        "F2: the term D[D[g]] is missing, its coefficient must be -(1+4*mu+mu^2)/(3*(1-mu)^5)",
      ])
    #expect(DerivationNotation.text(of: terms[2].difference ?? .zero) == "-(1+10*mu+mu^2)/(12*(1-mu)^5)")
    #expect(validation.slip(in: terms[2])?.contains("sigma = 2") == true)
    #expect(validation.agree == true)
    #expect(validation.judgement.verdict == .falsified)
    let observed = try #require(validation.numerical.observedOrder)
    #expect(abs(observed - 2) < 0.02 && validation.numerical.expectedOrder == 3)
    let problem = try #require(validation.numerical.counterexample?.problem)
    #expect(problem.order == 2 && problem.start.count == 1)
  }

  @Test(arguments: MomentumMethod.all, Derivation.Kind.allCases)
  func `right derivations hold, with their order observed`(method: MomentumMethod, kind: Derivation.Kind) throws {
    for order in 0...4 {
      for seed in order == 2 ? [42, 7] : [42] as [UInt64] {
        let exact = try Derivation.exact(method: method, kind: kind, order: order)
        // The largest order judges the same fields F0, F1, ... on the same problems: once is enough.
        let cases = order == 4 ? ValidationSettings().casesPerOrder : 1
        let validation = try Validation(exact, settings: ValidationSettings(seed: seed, casesPerOrder: cases))
        #expect(validation.judgement.verdict == .holds, "order \(order): \(validation.judgement.reason)")
        #expect(validation.agree == true)
        let observed = try #require(validation.numerical.observedOrder)
        #expect(abs(observed - Double(order + 1)) < 0.1)
      }
    }
  }

  @Test func `a disagreement is a fault of the suite, and never a verdict about the file`() throws {
    // An exact derivation that is wrong stands for a fault of the suite.
    let right = try Derivation.exact(method: .heavyBall, kind: .stationary, order: 1)
    var coefficients = right.coefficients
    coefficients[.chain(order: 2)] = .one
    let wrong = Derivation(method: .heavyBall, kind: .stationary, order: 1, coefficients: coefficients)
    for (file, exact) in [(right, wrong), (wrong, wrong)] {
      let validation = try Validation(file, right: exact)
      #expect(validation.agree == false)
      #expect(validation.judgement.verdict == .inconclusive)
      #expect(validation.judgement.reason.contains("a fault of the suite"))
    }
  }

  @Test func `what the numbers cannot see is falsified exactly, without a disagreement`() throws {
    let right = try Derivation.exact(method: .heavyBall, kind: .stationary, order: 1)
    var coefficients = right.coefficients
    let own = right.coefficient(of: .chain(order: 2))
    let factor = try Rational(1_000_000_000_000_001, 1_000_000_000_000_000)
    coefficients[.chain(order: 2)] = try own * ExponentialPolynomial(factor)
    let file = Derivation(method: .heavyBall, kind: .stationary, order: 1, coefficients: coefficients)
    let validation = try Validation(file)
    #expect(validation.numerical.judgement.verdict == .holds)
    #expect(validation.agree == nil)
    #expect(validation.judgement.verdict == .falsified)
  }

  @Test func `the judgement does not depend on the number of threads`() throws {
    let file = try Derivation(parsing: Self.second)
    let (one, two) = (
      NumericalJudgement(file, settings: ValidationSettings(threads: 1)),
      NumericalJudgement(file, settings: ValidationSettings(threads: 2))
    )
    #expect(one.judgement == two.judgement)
    #expect(one.counterexample?.problem == two.counterexample?.problem)
    #expect(one.observedOrder == two.observedOrder)
  }

  @Test func `a difference beyond 128 bits is no trap`() throws {
    let huge = "F0 = \(Int128.max)/(\(Int128.max - 2)+mu)*g"
    let validation = try Validation(Derivation(parsing: "method heavy-ball\nmodel stationary\n" + huge))
    #expect(validation.exact.terms[0].verdict == .wrong)
    #expect(validation.exact.terms[0].difference == nil)
    #expect(validation.judgement.verdict == .falsified)
  }
}
