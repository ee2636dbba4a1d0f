import HBModel

/// An arithmetic in which the results of one operation lose their low part: they have 53 bits, not 104.
protocol LossyOperation: RealFault {
  /// The operation.
  static var operation: ArithmeticOperation { get }
}

extension LossyOperation {
  /// The result, rounded to a double where the operation is the lossy one.
  static func result(_ exact: DoubleDouble, of operation: ArithmeticOperation) -> DoubleDouble {
    operation == Self.operation ? DoubleDouble(exact.doubleValue) : exact
  }

  /// The numbers with this fault.
  fileprivate static var arithmetic: (operation: ArithmeticOperation, type: any Real.Type) {
    (operation, FaultyReal<Self>.self)
  }
}

/// The arithmetics with one lossy operation.
enum LossyArithmetic {
  /// Each operation with the numbers that lose the low part of its results.
  static let all: [(operation: ArithmeticOperation, type: any Real.Type)] = [
    Sum.arithmetic, Difference.arithmetic, Product.arithmetic, Quotient.arithmetic, Conversion.arithmetic,
    Power.arithmetic, Exp.arithmetic, Log.arithmetic, Sin.arithmetic, Cos.arithmetic, Tan.arithmetic,
    Sinh.arithmetic, Cosh.arithmetic, Tanh.arithmetic, Atan.arithmetic, Sqrt.arithmetic, Softplus.arithmetic,
    Sigmoid.arithmetic, Logcosh.arithmetic,
  ]

  private enum Sum: LossyOperation { static let operation = ArithmeticOperation.sum }
  private enum Difference: LossyOperation { static let operation = ArithmeticOperation.difference }
  private enum Product: LossyOperation { static let operation = ArithmeticOperation.product }
  private enum Quotient: LossyOperation { static let operation = ArithmeticOperation.quotient }
  private enum Conversion: LossyOperation { static let operation = ArithmeticOperation.conversion }
  private enum Power: LossyOperation { static let operation = ArithmeticOperation.power }
  private enum Exp: LossyOperation { static let operation = ArithmeticOperation.function(.exp) }
  private enum Log: LossyOperation { static let operation = ArithmeticOperation.function(.log) }
  private enum Sin: LossyOperation { static let operation = ArithmeticOperation.function(.sin) }
  private enum Cos: LossyOperation { static let operation = ArithmeticOperation.function(.cos) }
  private enum Tan: LossyOperation { static let operation = ArithmeticOperation.function(.tan) }
  private enum Sinh: LossyOperation { static let operation = ArithmeticOperation.function(.sinh) }
  private enum Cosh: LossyOperation { static let operation = ArithmeticOperation.function(.cosh) }
  private enum Tanh: LossyOperation { static let operation = ArithmeticOperation.function(.tanh) }
  private enum Atan: LossyOperation { static let operation = ArithmeticOperation.function(.atan) }
  private enum Sqrt: LossyOperation { static let operation = ArithmeticOperation.function(.sqrt) }
  private enum Softplus: LossyOperation { static let operation = ArithmeticOperation.function(.softplus) }
  private enum Sigmoid: LossyOperation { static let operation = ArithmeticOperation.function(.sigmoid) }
  private enum Logcosh: LossyOperation { static let operation = ArithmeticOperation.function(.logcosh) }
}
