/// The first operation of `program` that has no finite value at `point` although its operands have, in words.
///
/// - Complexity: one evaluation of the program.
func undefinedOperation<T: Real>(of program: StraightLineProgram, at point: [T]) -> String? {
  var evaluator = JetEvaluator<T>(program: program, algebra: .taylor(degree: 0))
  for variable in point.indices { evaluator.setInput(variable, at: 0, to: point[variable]) }
  evaluator.advance(toWeight: 0)
  func value(_ position: Int) -> Double { evaluator.value(ofInstruction: position).doubleValue }

  for (position, instruction) in program.instructions.enumerated() where !value(position).isFinite {
    switch instruction {
    case .apply(let function, let a, _) where value(a).isFinite: return "\(function.rawValue) of \(value(a))"
    case .divide(let a, let b) where value(a).isFinite && value(b) == 0: return "a division by zero"
    case .power(let a, let exponent) where value(a).isFinite: return "the power \(exponent) of \(value(a))"
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b):
      if value(a).isFinite, value(b).isFinite { return "an overflow" }
    case .scale(_, let a): if value(a).isFinite { return "an overflow" }
    default: break
    }
  }
  return nil
}
