import HBModel

/// Why a model given as code cannot be diagnosed.
public struct DiagnosisError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the model.
  public let model: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String

  /// One line: `MODEL: found FOUND, expected EXPECTED`.
  public var description: String { "\(model): found \(found), expected \(expected)" }
}

/// A model given as Swift code, judged numerically, and diagnosed: which term of its field is wrong, and what it must be.
///
/// The field is expanded in h on random objectives, each power is projected on the elementary differentials of its
/// order, and a coefficient that is not the right one is recognized as a rational function of mu: the report reads like
/// that of a derivation file. Independently the field is run beside the method on random problems; the two judgements
/// must agree.
///
/// ```swift
/// let diagnosis = try Diagnosis(MyModel())
/// for field in diagnosis.fields { for term in field.terms { print(term.term, term.verdict) } }
/// print(diagnosis.judgement)
/// ```
public struct Diagnosis: Sendable {
  /// The name of the model.
  public let name: String
  /// The method that is modelled.
  public let method: MomentumMethod
  /// Which model of it.
  public let kind: Derivation.Kind
  /// The order k of the model.
  public let order: Int
  /// What `F_0, ..., F_k` are.
  public let fields: [FieldDiagnosis]
  /// The iterations at which the field was looked at.
  public let iterations: [Int]
  /// On random problems.
  public let numerical: NumericalJudgement
  /// Whether both judgements say the same; nil where one of them cannot tell.
  public let agree: Bool?

  /// The largest order k of a model that is diagnosed.
  public static let maximumOrder = 5

  /// Fewer random problems than a derivation file gets: code takes many times as long as a table of coefficients, and
  /// what the field is made of is known from the diagnosis.
  public static let settings = ValidationSettings(casesPerOrder: 16, orderCases: 6)

  /// Diagnoses a model.
  ///
  /// - Parameters:
  ///   - model: the model with its field.
  ///   - settings: the random problems of the numerical judgement; the objectives on which the field is expanded depend
  ///     on the seed as well.
  /// - Throws: `DiagnosisError` for an order outside of `0...maximumOrder`.
  /// - Complexity: some 50 evaluations of the field for each momentum and iteration looked at, and what
  ///   `NumericalJudgement` takes: half a million evaluations for a right field of order 3, soon done for a wrong one.
  public init(_ model: some FieldModel, settings: ValidationSettings = Self.settings) throws(DiagnosisError) {
    let fields = try Self.fields(of: model, seed: settings.seed)
    self.init(model, fields: fields, numerical: NumericalJudgement(model, settings: settings))
  }

  /// The diagnosis alone, without the numerical judgement.
  ///
  /// - Throws: `DiagnosisError` for an order outside of `0...maximumOrder`.
  public static func fields(of model: some FieldModel, seed: UInt64 = 42) throws(DiagnosisError) -> [FieldDiagnosis] {
    guard (0...maximumOrder).contains(model.order) else {
      throw DiagnosisError(
        model: model.name, found: "the order \(model.order)", expected: "an order in 0...\(maximumOrder)")
    }
    var examination = FieldExamination(model, seed: seed)
    return examination.fields()
  }

  init<Model: FieldModel>(_ model: Model, fields: [FieldDiagnosis], numerical: NumericalJudgement) {
    name = model.name
    method = model.method
    kind = model.start == .slowManifold ? .stationary : .perIteration
    order = model.order
    iterations = FieldExamination<Model>.iterations(model.start)
    self.fields = fields
    self.numerical = numerical
    agree = Self.agreement(fields, numerical.judgement.verdict, kind: kind)
  }

  /// Whether the diagnosis and the numerical judgement say the same.
  ///
  /// A field from rest is looked at in some iterations only, so that where all of these are right the numbers may know
  /// better.
  private static func agreement(_ fields: [FieldDiagnosis], _ numerically: Verdict, kind: Derivation.Kind) -> Bool? {
    let isWrong = fields.contains(where: \.hasFault)
    let isRight = fields.allSatisfy(\.isRight)
    switch numerically {
    case .inconclusive: return nil
    case .falsified: return isWrong ? true : isRight && kind == .stationary ? false : nil
    case .holds: return isRight ? true : fields.contains(where: \.isVisible) ? false : nil
    }
  }

  /// The conclusion of the diagnosis alone, with the first fault.
  public var exactly: Judgement {
    let count = fields.reduce(0) { $0 + $1.terms.count }
    if let fault = fields.first(where: \.hasFault) {
      return Judgement(.falsified, fault.complaint ?? "F\(fault.index) is wrong")
    }
    if let unclear = fields.first(where: \.isUnclear), let reason = unclear.complaint {
      return Judgement(.inconclusive, reason)
    }
    return Judgement(.holds, count == 1 ? "the one term is right" : "\(count) of \(count) terms are right")
  }

  /// Holds where both judgements do, falsified where the diagnosis is and the other does not contradict it.
  public var judgement: Judgement {
    let (exactly, numerically) = (exactly, numerical.judgement)
    if agree == false {
      return Judgement(
        .inconclusive,
        "the two judgements disagree, which is a fault of the suite or a field that differs from one call to the next:"
          + " by its terms \(exactly.verdict.rawValue) (\(exactly.reason)), numerically"
          + " \(numerically.verdict.rawValue) (\(numerically.reason))")
    }
    switch (exactly.verdict, numerically.verdict) {
    case (.falsified, _): return exactly
    case (_, .falsified): return Judgement(.falsified, numerically.reason)
    case (.holds, .holds): return Judgement(.holds, exactly.reason + "; " + numerically.reason)
    case (.holds, _):
      return Judgement(.inconclusive, exactly.reason + ", but the numbers do not tell: " + numerically.reason)
    case (.inconclusive, _): return exactly
    }
  }
}

extension FieldDiagnosis {
  /// Whether something about `F_j` is wrong for certain.
  var hasFault: Bool {
    switch finding {
    case .terms(let terms): !terms.allSatisfy(\.isRight)
    case .noCombination: true
    case .unclear: false
    }
  }

  /// Whether what is wrong is so large that the numerical judgement must see it.
  var isVisible: Bool {
    switch finding {
    case .terms(let terms): terms.contains { !$0.isRight && $0.relativeSize >= Validation.resolution }
    case .noCombination(let evidence): evidence.residual >= Validation.resolution
    case .unclear: false
    }
  }

  /// What is said of the first fault, in one line; nil where nothing is wrong.
  public var complaint: String? {
    switch finding {
    case .terms(let terms): return terms.first { !$0.isRight }.flatMap(\.complaint).map { "F\(index): " + $0 }
    case .noCombination(let evidence):
      let share = DoubleDouble(evidence.residual).formatted(digits: 3)
      return "F\(index) is no combination of trees: \(share) of its size is left beside the nearest one"
    case .unclear(let reason): return "F\(index): " + reason
    }
  }
}
