/// An expression and its derivatives as straight-line code, each subexpression computed once.
///
/// Instructions refer to earlier ones, except that a function names the instruction that computes its derivative,
/// which may come later: the recurrences of truncated series need only its lower coefficients.
public struct StraightLineProgram: Hashable, Sendable {
  /// One instruction; operands are positions in `instructions`.
  public enum Instruction: Hashable, Sendable {
    /// An exact constant.
    case constant(Rational)
    /// The variable of that index.
    case variable(Int)
    /// A sum.
    case add(Int, Int)
    /// A difference.
    case subtract(Int, Int)
    /// A product.
    case multiply(Int, Int)
    /// A quotient.
    case divide(Int, Int)
    /// A constant multiple.
    case scale(Rational, Int)
    /// A power whose exponent is no integer.
    case power(Int, Rational)
    /// A function of an operand; `derivative` computes the function's derivative there.
    case apply(ElementaryFunction, Int, derivative: Int)
  }

  /// The number of variables.
  public let dimension: Int
  /// The instructions in order of evaluation.
  public let instructions: [Instruction]
  /// The positions of the results.
  public let outputs: [Int]

  /// Code from its parts.
  ///
  /// - Precondition: operands are positions of earlier instructions; only a function's derivative may come later.
  public init(dimension: Int, instructions: [Instruction], outputs: [Int]) {
    self.dimension = dimension
    self.instructions = instructions
    self.outputs = outputs
  }

  /// Code for `g = -grad expression`, the right-hand side of the gradient flow.
  ///
  /// - Complexity: O(size of the expression): the gradient is formed in reverse mode.
  public static func negativeGradient(of expression: Expression, dimension: Int) -> StraightLineProgram {
    var builder = ProgramBuilder()
    let root = builder.lower(expression)
    let gradient = builder.gradient(of: root, dimension: dimension)
    let outputs = gradient.map { builder.scaled(builder.minusOne, $0) }
    return builder.program(dimension: dimension, outputs: outputs)
  }

  /// Code for the value of `expression`, undefined wherever a part of the expression is, even one times zero.
  public static func value(of expression: Expression, dimension: Int) -> StraightLineProgram {
    var builder = ProgramBuilder(keepsUndefined: true)
    let root = builder.lower(expression)
    return builder.program(dimension: dimension, outputs: [root])
  }
}
