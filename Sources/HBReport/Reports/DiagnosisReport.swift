import HBModel
import HBSuite

/// What came of diagnosing a model given as Swift code: every term beside the exact one, and the run on random problems.
///
/// ```swift
/// print(DiagnosisReport(try Diagnosis(MyModel())).text)
/// ```
public struct DiagnosisReport: VerbReport {
  /// The diagnosis.
  public let diagnosis: Diagnosis

  /// A report of `diagnosis`.
  public init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }

  /// The verb of the document.
  public var verb: String { "diagnose" }

  /// The diagnosis's judgement.
  public var judgement: Judgement { diagnosis.judgement }

  /// The keys of a diagnosis document: `model`, `method`, `kind`, `order`, `terms`, `noCombination`, `unclear`,
  /// `numerical` and `agree`.
  ///
  /// Terms are those of a validation document; `given` and `difference` are null where the coefficient is not recognized,
  /// and `values` has it in decimals.
  public var fields: [String: JSONValue] {
    [
      "model": .string(diagnosis.name), "method": .string(diagnosis.method.name),
      "kind": .string(diagnosis.kind.rawValue), "order": JSONValue(diagnosis.order),
      "iterations": .array(diagnosis.iterations.map { JSONValue($0) }),
      "terms": .array(diagnosis.fields.flatMap(\.terms).map(Self.document)),
      "noCombination": .array(diagnosis.fields.compactMap(Self.noCombination)),
      "unclear": .array(diagnosis.fields.filter(\.isUnclear).compactMap(\.complaint).map(JSONValue.string)),
      "numerical": NumericalText.document(diagnosis.numerical),
      "agree": diagnosis.agree.map(JSONValue.boolean) ?? .null,
    ]
  }

  private static func document(_ term: TermDiagnosis) -> JSONValue {
    let exact = term.exact
    let values = term.values.map { value in
      JSONValue.object([
        "momentum": JSONValue(value.momentum), "given": JSONValue(value.given), "expected": JSONValue(value.expected),
      ])
    }
    let recognition = term.recognition.map { recognition in
      JSONValue.object([
        "momenta": JSONValue(recognition.momenta), "heldOut": JSONValue(recognition.heldOut),
        "digits": JSONValue(recognition.digits),
      ])
    }
    return .object([
      "order": JSONValue(term.tree.order), "tree": .string(term.tree.description), "term": .string(term.term),
      "iteration": JSONValue(term.iteration), "wrongIterations": .array(term.wrongIterations.map { JSONValue($0) }),
      "given": exact.map { .string(DerivationNotation.text(of: $0.given)) } ?? .null,
      "expected": exact.map { .string(DerivationNotation.text(of: $0.expected)) } ?? .null,
      "difference": exact?.difference.map { .string(DerivationNotation.text(of: $0)) } ?? .null,
      "verdict": .string(term.verdict.rawValue), "values": .array(values), "recognition": recognition ?? .null,
    ])
  }

  private static func noCombination(_ field: FieldDiagnosis) -> JSONValue? {
    guard case .noCombination(let evidence) = field.finding else { return nil }
    return .object([
      "field": JSONValue(field.index), "iteration": JSONValue(evidence.iteration),
      "momentum": JSONValue(evidence.momentum), "residual": JSONValue(evidence.residual),
      "precision": JSONValue(evidence.precision), "objective": .string(evidence.objective.description),
      "point": .array(evidence.point.map { JSONValue($0) }), "signs": .array(evidence.signs.map(JSONValue.string)),
    ])
  }
}
