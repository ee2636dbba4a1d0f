import HBModel
import HBSuite

/// What came of validating a derivation file: every term beside the exact one, and the run on random problems.
public struct ValidationReport: VerbReport {
  /// The validation.
  public let validation: Validation
  /// The name of the file.
  public let file: String

  /// A report of `validation`.
  public init(_ validation: Validation, file: String) {
    self.validation = validation
    self.file = file
  }

  /// The verb.
  public var verb: String { "validate" }

  /// The validation's judgement.
  public var judgement: Judgement { validation.judgement }

  /// The keys of a validation document: `exact`, `numerical` and `agree`, null where the numbers do not tell.
  ///
  /// The `order` of a term is that of its tree, one more than the index of the field it belongs to.
  public var fields: [String: JSONValue] {
    let terms = validation.exact.terms.map { term in
      JSONValue.object([
        "order": JSONValue(term.tree.order), "tree": .string(term.tree.description), "term": .string(term.term),
        "given": .string(DerivationNotation.text(of: term.given)),
        "expected": .string(DerivationNotation.text(of: term.expected)),
        "difference": term.difference.map { .string(DerivationNotation.text(of: $0)) } ?? .null,
        "verdict": .string(term.verdict.rawValue),
      ])
    }
    return [
      "exact": .array(terms),
      "numerical": NumericalText.document(validation.numerical),
      "agree": validation.agree.map(JSONValue.boolean) ?? .null,
    ]
  }
}
