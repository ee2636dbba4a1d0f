import HBModel
import HBSuite
import Testing

@Suite struct DiagnosisTests {
  @Test func `the example of the documentation misses the symmetry, and both judgements say so`() throws {
    let diagnosis = try Diagnosis(ModifiedFlow())
    let terms = diagnosis.fields.flatMap(\.terms)
    #expect(terms.map(\.term) == ["g", "D[g]", "D[g,g]", "D[D[g]]"])
    #expect(terms.map(\.verdict) == [.right, .right, .wrong, .right])
    let exact = try #require(terms[2].exact)
    #expect(DerivationNotation.text(of: exact.given) == "-(1+10*mu+mu^2)/(6*(1-mu)^5)")
    #expect(DerivationNotation.text(of: exact.expected) == "-(1+10*mu+mu^2)/(12*(1-mu)^5)")
    #expect(terms[2].slip?.contains("sigma = 2") == true)
    let recognition = try #require(terms[2].recognition)
    #expect(recognition.heldOut >= 4 && recognition.digits >= 24)
    #expect(diagnosis.numerical.judgement.verdict == .falsified)
    #expect(diagnosis.agree == true)
    #expect(diagnosis.judgement.verdict == .falsified)
  }

  @Test(arguments: [
    (MomentumMethod.heavyBall, Derivation.Kind.stationary, 2), (.nesterov, .stationary, 1),
    (.heavyBall, .perIteration, 1), (.nesterov, .perIteration, 0),
  ])
  func `right fields hold, with their order observed`(
    method: MomentumMethod, kind: Derivation.Kind, order: Int
  ) throws {
    let field = DerivationField(derivation: try .exact(method: method, kind: kind, order: order))
    let diagnosis = try Diagnosis(field, settings: ValidationSettings(casesPerOrder: 6, orderCases: 2))
    #expect(diagnosis.judgement.verdict == .holds, "\(diagnosis.judgement.reason)")
    #expect(diagnosis.agree == true)
    let observed = try #require(diagnosis.numerical.observedOrder)
    #expect(abs(observed - Double(order + 1)) < 0.1)
  }

  @Test(arguments: MomentumMethod.all, Derivation.Kind.allCases)
  func `right fields of the highest orders have right terms`(method: MomentumMethod, kind: Derivation.Kind) throws {
    let order = kind == .stationary ? Diagnosis.maximumOrder : 3
    let fields = try Diagnosis.fields(of: DerivationField(derivation: .exact(method: method, kind: kind, order: order)))
    for field in fields { #expect(field.isRight, "F\(field.index): \(field.complaint ?? "")") }
  }

  private func finding(_ form: OtherField.Form, order: Int, start: ModelStart = .slowManifold) throws -> FieldDiagnosis
  {
    try Diagnosis.fields(of: OtherField(form, order: order, start: start))[order]
  }

  @Test(arguments: [
    (OtherField.Form.gradientNorm, 2, ["does not scale like s^(-5) where L(x) becomes L(x/s)", "scales like s^(-3)"]),
    (.coordinates, 1, ["does not turn", "does not scale like s^(-3)"]),
    (.laplacian, 1, []),
    (.position, 1, ["origin", "does not scale like L^2", "does not scale like s^(-3)"]),
  ])
  func `what is no combination of trees is refused with the evidence`(
    form: OtherField.Form, order: Int, signs: [String]
  ) throws {
    guard case .noCombination(let evidence) = try finding(form, order: order).finding else {
      Issue.record("a combination of trees was found")
      return
    }
    #expect(evidence.residual > 1e-3)
    #expect(evidence.precision < 1e-20)
    for sign in signs { #expect(evidence.signs.contains { $0.contains(sign) }, "\(sign) in \(evidence.signs)") }
    #expect(signs.isEmpty == evidence.signs.isEmpty, "\(evidence.signs)")
  }

  @Test func `what is no combination of trees falls to the numbers as well`() throws {
    for (form, order) in [(OtherField.Form.gradientNorm, 2), (.laplacian, 1)] {
      let diagnosis = try Diagnosis(OtherField(form, order: order), settings: ValidationSettings(shrinkCalls: 0))
      #expect(diagnosis.agree == true)
      #expect(diagnosis.judgement.verdict == .falsified)
      #expect(diagnosis.judgement.reason.contains("no combination of trees"))
    }
  }

  @Test func `a field that is analytic in h is expanded`() throws {
    let terms = try Diagnosis.fields(of: OtherField(.logarithm, order: 2)).flatMap(\.terms)
    // log(1 + h)/h = 1 - h/2 + h^2/3: a multiple of g is a tree of order 1 only.
    #expect(terms.count == 1)
    #expect(terms[0].verdict == .wrong)
    #expect(terms[0].exact.map { DerivationNotation.text(of: $0.given) } == "-1")
  }

  @Test func `a root of h is no power series`() throws {
    let field = try finding(.singularStep, order: 1)
    #expect(field.isUnclear)
    #expect(field.complaint?.contains("no power series in h") == true)
  }

  @Test func `constants of type Double are named as such, and are no fault`() throws {
    let terms = try finding(.doubleConstants, order: 1).terms
    #expect(terms.map(\.verdict) == [.rounded])
  }

  @Test func `a field that forgets everything misses every term`() throws {
    let terms = try Diagnosis.fields(of: OtherField(.nothing, order: 1)).flatMap(\.terms)
    #expect(terms.map(\.verdict) == [.missing, .missing])
    #expect(terms[1].complaint == "the term D[g] is missing, its coefficient must be -(1+mu)/(2*(1-mu)^3)")
  }

  @Test func `a stationary field that depends on the iteration is found out`() throws {
    let term = try finding(.iterationDependent, order: 1).terms[0]
    #expect(term.verdict == .missing)
    #expect(term.iteration == 8 && term.wrongIterations == [8])
  }

  @Test func `a stationary field from rest has forgotten the warm-up`() throws {
    let exact = try Derivation.exact(method: .heavyBall, kind: .stationary, order: 1)
    let forgotten = Derivation(
      method: .heavyBall, kind: .perIteration, order: 1, coefficients: exact.coefficients)
    let terms = try Diagnosis.fields(of: DerivationField(derivation: forgotten)).flatMap(\.terms)
    for term in terms {
      #expect(term.slip == "this is the stationary coefficient: the warm-up from rest is forgotten")
      #expect(term.iteration == 0)
      #expect(term.wrongIterations.prefix(9) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
    }
  }

  @Test func `coefficients of the next iteration are recognized`() throws {
    let exact = try Derivation.exact(method: .heavyBall, kind: .perIteration, order: 1)
    let shifted = try Derivation(
      method: .heavyBall, kind: .perIteration, order: 1,
      coefficients: exact.coefficients.mapValues { value in
        // n + 1 for n, and mu q for q.
        try value.sortedTerms.reduce(ExponentialPolynomial.zero) { sum, term in
          var product = ExponentialPolynomial(try term.coefficient * RationalFunction.mu.power(term.exponents.q))
          for _ in 0..<term.exponents.n {
            product = try product * ExponentialPolynomial(terms: [.init(n: 1, q: 0): .one, .init(n: 0, q: 0): .one])
          }
          let power = ExponentialPolynomial(terms: [.init(n: 0, q: term.exponents.q): .one])
          return try sum + product * power
        }
      })
    let terms = try Diagnosis.fields(of: DerivationField(derivation: shifted)).flatMap(\.terms)
    #expect(terms.allSatisfy { $0.slip == "this is the coefficient of iteration 1: the warm-up is one iteration off" })
  }

  @Test func `where all terms looked at are right the numbers may know better`() throws {
    let right = DerivationField(derivation: try .exact(method: .gradientDescent, kind: .perIteration, order: 1))
    let settings = ValidationSettings(casesPerOrder: 2, orderCases: 2, shrinkCalls: 0)
    let diagnosis = try Diagnosis(LateFault(right: right), settings: settings)
    #expect(diagnosis.exactly.verdict == .holds)
    #expect(diagnosis.numerical.judgement.verdict == .falsified)
    #expect(diagnosis.agree == nil)
    #expect(diagnosis.judgement.verdict == .falsified)
  }

  @Test func `orders out of range and vectors of the wrong length are refused`() throws {
    let error = try #require(throws: DiagnosisError.self) { try Diagnosis(OtherField(.nothing, order: 6)) }
    #expect("\(error)" == "OtherField: found the order 6, expected an order in 0...5")
    #expect(
      try finding(.short, order: 1).complaint
        == "F1: found a field of 2 components at a point of 3, expected a finite vector")
  }
}
