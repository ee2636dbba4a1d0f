import HBModel
import HBSuite
import Testing

/// The derivation files that come with the package: the right ones hold, the wrong ones are found out.
@Suite struct ExamplesTests {
  /// What must be said of each wrong file: the observed order, the trees and the slip.
  private static let faults: [String: (order: Double, terms: [String], slip: String?)] = [
    "wrong-delayed-warm-up-heavy-ball-per-iteration-order1.hb": (1, ["g"], nil),
    "wrong-factor-2-heavy-ball-stationary-order2.hb": (1, ["D[g]"], "it is 2 times too large"),
    "wrong-forgotten-warm-up-heavy-ball-per-iteration-order2.hb": (
      1, ["g", "D[g]", "D[g,g]", "D[D[g]]"], "the warm-up from rest is forgotten"
    ),
    "wrong-method-nesterov-stationary-order1.hb": (1, ["D[g]"], nil),
    "wrong-missing-sigma-heavy-ball-stationary-order2.hb": (2, ["D[g,g]"], "sigma = 2 of the tree is not divided out"),
    "wrong-missing-term-gradient-descent-stationary-order2.hb": (2, ["D[D[g]]"], nil),
    "wrong-product-rule-heavy-ball-stationary-order2.hb": (2, ["D[g,g]"], nil),
    "wrong-sign-nesterov-stationary-order1.hb": (1, ["D[g]"], "the sign is wrong"),
    "wrong-superfluous-term-gradient-descent-stationary-order3.hb": (3, ["D[g,g,g]"], nil),
    "wrong-transposed-coefficients-heavy-ball-stationary-order2.hb": (
      2, ["D[g,g]", "D[D[g]]"], "this is the coefficient of"
    ),
    "wrong-transposed-coefficients-nesterov-stationary-order3.hb": (
      3, ["D[g,D[g]]", "D[D[g,g]]"], "this is the coefficient of"
    ),
  ]

  @Test func `there is a right file for each method, kind and order, and a wrong one for each classic slip`() {
    var names = Set(Self.faults.keys)
    for method in MomentumMethod.all {
      for kind in Derivation.Kind.allCases {
        for order in 1...3 { names.insert("\(method)-\(kind.rawValue)-order\(order).hb") }
      }
    }
    #expect(Set(ExampleFiles.names) == names)
  }

  @Test(arguments: ExampleFiles.names)
  func `an example is judged as its name says`(name: String) throws {
    let derivation = try Derivation(parsing: ExampleFiles.text(name), file: name)
    #expect(name.hasSuffix("\(derivation.method)-\(derivation.kind.rawValue)-order\(derivation.order).hb"))
    guard let fault = Self.faults[name] else {
      // It is the exact derivation, which is judged on many problems elsewhere: a few show that the file is read so.
      let settings = ValidationSettings(casesPerOrder: 4, orderCases: 2)
      let validation = try Validation(derivation, settings: settings)
      #expect(validation.agree == true)
      #expect(validation.judgement.verdict == .holds, "\(validation.judgement.reason)")
      return
    }
    let validation = try Validation(derivation)
    #expect(validation.agree == true)
    #expect(validation.judgement.verdict == .falsified)
    #expect(validation.exact.faults.map(\.term) == fault.terms)
    let observed = try #require(validation.numerical.observedOrder)
    #expect(abs(observed - fault.order) < 0.1)
    let slips = validation.exact.faults.map { validation.slip(in: $0) }
    for slip in slips { #expect(fault.slip.map { slip?.contains($0) == true } ?? (slip == nil), "\(slip ?? "none")") }
  }
}
