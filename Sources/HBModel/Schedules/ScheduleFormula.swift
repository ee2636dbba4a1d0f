/// How a parameter of a method changes from iteration to iteration: smooth pieces, one after the other.
///
/// Expressions are in n, the iteration, and `s = n/N`, the part of the run that is over, with the constant pi. Each piece
/// but the last ends at a rational s, which is compared exactly.
///
/// ```swift
/// let warmUp = try ScheduleFormula(parsing: "1/10+18/5*s if s<1/4; 1")
/// print(warmUp.pieces.count)  // 2
/// ```
public struct ScheduleFormula: Hashable, Sendable {
  /// An expression that holds up to an end.
  public struct Piece: Hashable, Sendable {
    /// The value, with the variables of `ScheduleFormula.variables`.
    public let expression: Expression
    /// The s before which it holds, in (0, 1]; 1 for the last piece.
    public let end: Rational

    /// A piece.
    public init(_ expression: Expression, end: Rational = .one) {
      self.expression = expression
      self.end = end
    }
  }

  /// The names of the variables of a piece's expression, in order.
  public static let variables = ["n", "s", "pi"]
  /// The largest denominator of an end: it is compared with n/N in 128 bits.
  public static let largestDenominator: Int128 = 1_000_000

  /// The pieces; ends increase, the last is 1.
  public let pieces: [Piece]

  /// A formula from its pieces.
  ///
  /// - Precondition: there is a piece, ends increase within (0, 1], the last is 1, and denominators are at most
  ///   `largestDenominator`.
  public init(pieces: [Piece]) {
    precondition(pieces.last?.end == .one, "the last piece ends at 1")
    precondition(pieces.allSatisfy { $0.end.denominator <= Self.largestDenominator }, "ends have small denominators")
    precondition(
      zip([.zero] + pieces.map(\.end), pieces.map(\.end)).allSatisfy { Self.isAscending($0, $1) }, "ends increase")
    self.pieces = pieces
  }

  /// The same value at every iteration.
  public init(_ value: Rational) { self.init(pieces: [Piece(.constant(value))]) }

  /// Whether the iteration itself occurs, and not only the part of the run that is over.
  public var dependsOnIteration: Bool { pieces.contains { $0.expression.contains(variable: 0) } }

  /// The ends of the pieces but the last.
  public var breaks: [Rational] { pieces.dropLast().map(\.end) }

  /// Whether the first of two ends comes before the second.
  ///
  /// - Precondition: denominators are at most `largestDenominator`.
  static func isAscending(_ first: Rational, _ second: Rational) -> Bool {
    first.numerator * second.denominator < second.numerator * first.denominator
  }

  /// The piece that holds at iteration `n` of `iterations`.
  ///
  /// - Precondition: `0 <= n < 2^64`, and `0 < iterations < 2^64`.
  public func piece(iteration n: Int, of iterations: Int) -> Int {
    pieces.firstIndex { Int128(n) * $0.end.denominator < $0.end.numerator * Int128(iterations) } ?? pieces.count - 1
  }
}

extension ScheduleFormula: CustomStringConvertible {
  /// The formula as it is parsed: `EXPRESSION if s<END; ...; EXPRESSION`.
  public var description: String {
    pieces.map { piece in
      piece.expression.text(variables: Self.variables) + (piece.end == .one ? "" : " if s<\(piece.end)")
    }.joined(separator: "; ")
  }
}

extension Expression {
  /// Whether the variable of index `variable` occurs.
  ///
  /// - Complexity: O(size).
  func contains(variable: Int) -> Bool {
    switch self {
    case .constant: false
    case .variable(let index): index == variable
    case .negate(let a), .power(let a, _), .apply(_, let a): a.contains(variable: variable)
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b):
      a.contains(variable: variable) || b.contains(variable: variable)
    }
  }
}
