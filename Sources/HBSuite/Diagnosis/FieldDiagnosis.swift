import HBModel

/// What is found out about one `F_j` of a field given as code.
public struct FieldDiagnosis: Sendable {
  /// Why `F_j` is no combination of trees.
  public struct NoCombination: Equatable, Sendable {
    /// The iteration at which it was seen.
    public let iteration: Int
    /// The momentum at which it was seen.
    public let momentum: Rational
    /// What is left of `F_j` beside the nearest combination, relative to its size.
    public let residual: Double
    /// The precision of the measurement, relative to the size of `F_j`.
    public let precision: Double
    /// The objective and the point where most is left.
    public let objective: Expression
    /// The point.
    public let point: [Rational]
    /// How `F_j` behaves otherwise than every combination of trees, in words.
    public let signs: [String]
  }

  /// What `F_j` is.
  public enum Finding: Sendable {
    /// A combination of trees, term by term.
    case terms([TermDiagnosis])
    /// Something else.
    case noCombination(NoCombination)
    /// Not to be told, for the reason given.
    case unclear(String)
  }

  /// The index j.
  public let index: Int
  /// What `F_j` is.
  public let finding: Finding

  /// The terms; none where `F_j` is no combination of trees.
  public var terms: [TermDiagnosis] { if case .terms(let terms) = finding { terms } else { [] } }

  /// Whether everything about `F_j` is right.
  public var isRight: Bool { if case .terms(let terms) = finding { terms.allSatisfy(\.isRight) } else { false } }

  /// Whether nothing can be said.
  public var isUnclear: Bool { if case .unclear = finding { true } else { false } }
}
