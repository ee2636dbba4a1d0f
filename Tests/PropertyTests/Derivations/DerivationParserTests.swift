import HBModel
import HBSuite
import Testing

@Suite struct DerivationParserTests {
  private func field(_ text: String, kind: Derivation.Kind = .stationary, before: String = "") throws -> Derivation {
    let head = "method heavy-ball\nmodel \(kind.rawValue)\n"
    let filling = text.hasPrefix("F0") ? "" : text.hasPrefix("F1") ? "F0 = 0\n" : "F0 = 0\nF1 = 0\n"
    return try Derivation(parsing: head + filling + before + text + "\n")
  }

  @Test(arguments: [
    ("F0 = D[]", "F0 = g"), ("F0 = -g", "F0 = -g"), ("F0 = 2*g - g", "F0 = g"), ("F0 = g - g", "F0 = 0"),
    ("F0 = g/(1-mu)", "F0 = 1/(1-mu) * g"), ("F0 = mu^2/mu*g", "F0 = mu * g"), ("F0 = 0", "F0 = 0"),
    ("F0 = -mu^2*g", "F0 = -mu^2 * g"), ("F0 = (-mu)^2*g", "F0 = mu^2 * g"), ("F0 = 2^3^0*g", "F0 = 2 * g"),
    ("F0 = 1/2/2*g", "F0 = 1/4 * g"), ("F0 = 0.125*g + 1e-1*g", "F0 = 9/40 * g"), ("F0 = --g", "F0 = g"),
    ("F0 = 2*-g", "F0 = -2 * g"), ("F0 = (1-mu)^-2*g", "F0 = 1/(1-mu)^2 * g"), ("F0=g#end", "F0 = g"),
    ("F0 = (1-mu^2)/(1+mu)*g", "F0 = (1-mu) * g"), ("F1 = D[-2*g]", "F1 = -2 * D[g]"),
    ("F2 = D[g,g]", "F2 = D[g,g]"), ("F2 = D[D[2*g]]/2", "F2 = D[D[g]]"),
    ("F2 = D[(1+mu)*g, g - 3*g]", "F2 = -2*(1+mu) * D[g,g]"), ("F2 = D[D[g]] + D[g,g]", "F2 = D[g,g] + D[D[g]]"),
  ])
  func `expressions mean what they say`(text: String, printed: String) throws {
    let lines = try field(text).description.split(separator: "\n").map(String.init)
    #expect(lines.last == printed)
    #expect(try field(printed) == field(text))
  }

  @Test func `contractions are symmetric and linear in each argument`() throws {
    let head = "method heavy-ball\nmodel stationary\nF0 = 0\nF1 = 0\nF2 = 0\n"
    let one = try Derivation(parsing: head + "F3 = D[g,D[g]]\nF4 = D[D[g]+D[g],D[g]] - D[D[g],g,g]")
    let other = try Derivation(parsing: head + "F3 = D[D[g],g]\nF4 = 2*D[D[g],D[g]] - D[g,D[g],g]")
    #expect(one == other)
    #expect(one.trees(ofField: 3).map(\.description) == ["[[][[]]]"])
    #expect(one.trees(ofField: 4).map(\.description) == ["[[][][[]]]", "[[[]][[]]]"])
  }

  @Test func `names stand for scalars and fields, and a field for an earlier one`() throws {
    let text = """
      method nesterov   # with a comment
      model stationary

      c = 1/(1-mu)
      minus_g = -g
      F0 = c*minus_g
      F1 = (1-mu+2*mu^2)*c^2/2
        * D[F0]
      """
    let exact = try Derivation.exact(method: .nesterov, kind: .stationary, order: 1)
    #expect(try Derivation(parsing: text) == exact)
    #expect(try Derivation(parsing: "\u{FEFF}" + text.replacing("\n", with: "\r\n")) == exact)
  }

  @Test(arguments: [
    ("F0 = mu^n*g", "F0 = q * g"), ("F0 = mu^(n+1)*g", "F0 = mu*q * g"), ("F0 = mu^(2*n-1)*mu*g", "F0 = q^2 * g"),
    ("F0 = (n+1)*q*g", "F0 = (q + n*q) * g"), ("F0 = (q-n)^2*g", "F0 = (n^2 - 2*n*q + q^2) * g"),
    ("F0 = (1-q)/(1-mu)*g", "F0 = (1/(1-mu) - 1/(1-mu)*q) * g"),
  ])
  func `per-iteration coefficients are polynomials in n and q`(text: String, printed: String) throws {
    let derivation = try field(text, kind: .perIteration)
    #expect(derivation.description.split(separator: "\n").last.map(String.init) == printed)
    #expect(try field(printed, kind: .perIteration) == derivation)
  }

  @Test(arguments: ["1/(1+mu)", "1/(2-mu)", "1/(1+mu+mu^2)", "1/(1-mu)^9", "1/(mu^2-2*mu+2)", "1/(1+mu^2)"])
  func `poles outside of the momenta are allowed`(coefficient: String) throws {
    #expect(try field("F0 = \(coefficient)*g").coefficients.count == 1)
  }

  @Test(arguments: MomentumMethod.all, Derivation.Kind.allCases)
  func `the right derivation prints a file that reads back`(method: MomentumMethod, kind: Derivation.Kind) throws {
    for order in 0...kind.maximumOrder {
      let exact = try Derivation.exact(method: method, kind: kind, order: order)
      #expect(try Derivation(parsing: exact.description) == exact)
    }
  }

  @Test func `the printed file is one that a person would write`() throws {
    #expect(
      try Derivation.exact(method: .heavyBall, kind: .stationary, order: 3).description == """
        method heavy-ball
        model stationary
        F0 = -1/(1-mu) * g
        F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
        F2 = -(1+10*mu+mu^2)/(12*(1-mu)^5) * D[g,g] - (1+4*mu+mu^2)/(3*(1-mu)^5) * D[D[g]]
        F3 = -mu*(1+mu)/(2*(1-mu)^7) * D[g,g,g]
          - (1+mu)*(1+28*mu+mu^2)/(12*(1-mu)^7) * D[g,D[g]]
          - (1+mu)*(1+16*mu+mu^2)/(12*(1-mu)^7) * D[D[g,g]]
          - (1+mu)*(1+8*mu+mu^2)/(4*(1-mu)^7) * D[D[D[g]]]

        """)
  }
}
