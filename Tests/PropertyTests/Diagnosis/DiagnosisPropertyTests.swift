import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

/// One or two coefficients of a right model spoiled at random: each is named with its exact value.
///
/// The full measure: `PROPCHECK_CASES=1000 swift test --filter DiagnosisPropertyTests`.
@Suite(.propertyTesting) struct DiagnosisPropertyTests {
  /// A right model with one fault, or two on top of each other.
  private static let spoiled = Generator<(right: Derivation, spoiled: Derivation, faults: Int)> { source in
    let first = try source.draw(Corruption.upTo(order: 3))
    guard try source.draw(.bool) else { return (first.right, first.spoiled, 1) }
    let second = try source.draw(Corruption.of(first.spoiled))
    return (first.right, second.spoiled, 2)
  }

  @Test func everyFaultIsNamedWithItsExactCoefficient() {
    let property = Property("every fault is named with its exact coefficient", Self.spoiled) { model, notes in
      let (right, spoiled, faults) = model
      notes.collect("faults", faults)
      notes.collect("model", "\(spoiled.method) \(spoiled.kind.rawValue) of order \(spoiled.order)")
      let fields = try Diagnosis.fields(of: DerivationField(derivation: spoiled))
      for tree in TreeTable.upTo(spoiled.order + 1).trees {
        guard let term = fields[tree.order - 1].terms.first(where: { $0.tree == tree }) else {
          return .failed("combination", "\(tree): \(fields[tree.order - 1].complaint ?? "no term")")
        }
        let (given, expected) = (spoiled.coefficient(of: tree), right.coefficient(of: tree))
        guard given != expected else {
          if term.verdict == .right { continue }
          return .failed("false alarm", "\(tree) is right, and \(term.verdict): \(term.values)")
        }
        // The first iteration at which the two differ.
        let iteration = try (0...8).first { try given.value(iteration: $0) != expected.value(iteration: $0) } ?? 0
        guard !term.isRight else { return .failed("missed", "\(tree) is wrong, and \(term.verdict)") }
        guard let exact = term.exact, term.iteration == iteration else {
          return .failed("unrecognized", "\(tree) at n = \(iteration): \(term.values)")
        }
        guard try exact.given == ExponentialPolynomial(given.value(iteration: iteration)),
          try exact.expected == ExponentialPolynomial(expected.value(iteration: iteration))
        else { return .failed("value", "\(tree) at n = \(iteration): \(exact)") }
        notes.collect("digits", term.recognition.map { $0.digits / 5 * 5 } ?? 0)
      }
      return .passed
    }
    expectHolds(property, settings: Settings(cases: 40, threads: 2, shrinkCalls: 40))
  }
}
