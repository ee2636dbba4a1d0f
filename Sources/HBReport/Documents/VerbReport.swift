import HBModel

/// What a verb found, as text for a person or as one JSON document.
public protocol VerbReport: Sendable {
  /// The verb, as the document names it.
  var verb: String { get }
  /// The conclusion with its reason; it decides the exit code.
  var judgement: Judgement { get }
  /// What a person reads, without a line break at the end.
  var text: String { get }
  /// The same in LaTeX, where the verb has such a form.
  var latex: String? { get }
  /// What the document has besides `schema`, `verb`, `verdict` and `reason`.
  var fields: [String: JSONValue] { get }
}

extension VerbReport {
  /// Most verbs have no LaTeX.
  public var latex: String? { nil }

  /// The JSON document: `schema`, `verb`, `verdict`, `reason` and the verb's own fields.
  public var document: JSONValue {
    var all = fields
    all["schema"] = .string("hbcheck/1")
    all["verb"] = .string(verb)
    all["verdict"] = .string(judgement.verdict.rawValue)
    all["reason"] = .string(judgement.reason)
    return .object(all)
  }
}

extension HBModel.Verdict {
  /// The exit code: 0 holds, 1 falsified, 3 inconclusive; 2 is for bad usage and bad input.
  public var exitCode: Int32 {
    switch self {
    case .holds: 0
    case .falsified: 1
    case .inconclusive: 3
    }
  }

  /// The verdict as a headline.
  public var headline: String { rawValue.uppercased() }
}
