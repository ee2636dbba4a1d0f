/// Builds straight-line code with common subexpressions shared.
struct ProgramBuilder {
  typealias Instruction = StraightLineProgram.Instruction

  private var instructions: [Instruction] = []
  private var positions: [Instruction: Int] = [:]
  /// The position of each applied function; its derivative is filled in after it.
  private var applied: [Application: Int] = [:]

  private struct Application: Hashable {
    let function: ElementaryFunction
    let argument: Int
  }

  let minusOne = Rational(-1)
  /// Whether zero times a part, or zero over it, is left as it stands: the part may have no value.
  let keepsUndefined: Bool

  init(keepsUndefined: Bool = false) { self.keepsUndefined = keepsUndefined }

  // MARK: Lowering

  mutating func lower(_ expression: Expression) -> Int {
    switch expression {
    case .constant(let value): return constant(value)
    case .variable(let index): return emit(.variable(index))
    case .negate(let a): return scaled(minusOne, lower(a))
    case .add(let a, let b): return add(lower(a), lower(b))
    case .subtract(let a, let b): return subtract(lower(a), lower(b))
    case .multiply(let a, let b): return multiply(lower(a), lower(b))
    case .divide(let a, let b): return divide(lower(a), lower(b))
    case .power(let a, let exponent): return power(lower(a), exponent)
    case .apply(let function, let a): return apply(function, lower(a))
    }
  }

  /// The instructions that the outputs need, renumbered in order.
  func program(dimension: Int, outputs: [Int]) -> StraightLineProgram {
    var needed = Array(repeating: false, count: instructions.count)
    var pending = outputs
    while let position = pending.popLast() {
      if needed[position] { continue }
      needed[position] = true
      pending.append(contentsOf: operands(of: instructions[position]))
    }
    var renumbered = Array(repeating: 0, count: instructions.count)
    var next = 0
    for position in instructions.indices where needed[position] {
      renumbered[position] = next
      next += 1
    }
    let kept = instructions.indices.filter { needed[$0] }.map { position -> Instruction in
      switch instructions[position] {
      case .constant, .variable: instructions[position]
      case .add(let a, let b): .add(renumbered[a], renumbered[b])
      case .subtract(let a, let b): .subtract(renumbered[a], renumbered[b])
      case .multiply(let a, let b): .multiply(renumbered[a], renumbered[b])
      case .divide(let a, let b): .divide(renumbered[a], renumbered[b])
      case .scale(let factor, let a): .scale(factor, renumbered[a])
      case .power(let a, let exponent): .power(renumbered[a], exponent)
      case .apply(let function, let a, let derivative):
        .apply(function, renumbered[a], derivative: renumbered[derivative])
      }
    }
    return StraightLineProgram(dimension: dimension, instructions: kept, outputs: outputs.map { renumbered[$0] })
  }

  private func operands(of instruction: Instruction) -> [Int] {
    switch instruction {
    case .constant, .variable: []
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b): [a, b]
    case .scale(_, let a), .power(let a, _): [a]
    case .apply(_, let a, let derivative): [a, derivative]
    }
  }

  // MARK: Instructions with their algebraic simplifications

  private mutating func emit(_ instruction: Instruction) -> Int {
    if let known = positions[instruction] { return known }
    instructions.append(instruction)
    positions[instruction] = instructions.count - 1
    return instructions.count - 1
  }

  mutating func constant(_ value: Rational) -> Int { emit(.constant(value)) }

  private func value(_ position: Int) -> Rational? {
    if case .constant(let value) = instructions[position] { value } else { nil }
  }

  mutating func add(_ a: Int, _ b: Int) -> Int {
    if value(a) == .zero { return b }
    if value(b) == .zero { return a }
    if let l = value(a), let r = value(b), let folded = try? l + r { return constant(folded) }
    if a == b { return scaled(Rational(2), a) }
    return emit(.add(min(a, b), max(a, b)))
  }

  mutating func subtract(_ a: Int, _ b: Int) -> Int {
    if value(b) == .zero { return a }
    if a == b, !keepsUndefined { return constant(.zero) }
    if let l = value(a), let r = value(b), let folded = try? l - r { return constant(folded) }
    return emit(.subtract(a, b))
  }

  mutating func scaled(_ factor: Rational, _ a: Int) -> Int {
    if factor == .one { return a }
    if factor == .zero, !keepsUndefined { return constant(.zero) }
    if let known = value(a), let folded = try? factor * known { return constant(folded) }
    if case .scale(let inner, let b) = instructions[a], let folded = try? factor * inner { return scaled(folded, b) }
    return emit(.scale(factor, a))
  }

  mutating func multiply(_ a: Int, _ b: Int) -> Int {
    if let left = value(a) { return scaled(left, b) }
    if let right = value(b) { return scaled(right, a) }
    if case .scale(let factor, let c) = instructions[a] { return scaled(factor, multiply(c, b)) }
    if case .scale(let factor, let c) = instructions[b] { return scaled(factor, multiply(a, c)) }
    return emit(.multiply(min(a, b), max(a, b)))
  }

  mutating func divide(_ a: Int, _ b: Int) -> Int {
    if let right = value(b), let inverse = try? Rational.one / right { return scaled(inverse, a) }
    if value(a) == .zero, !keepsUndefined { return a }
    return emit(.divide(a, b))
  }

  mutating func power(_ a: Int, _ exponent: Rational) -> Int {
    guard exponent.denominator == 1, let whole = Int(exactly: exponent.numerator) else {
      return exponent.denominator == 2 && exponent.numerator == 1 ? apply(.sqrt, a) : emit(.power(a, exponent))
    }
    if whole < 0 { return divide(constant(.one), power(a, Rational(-whole))) }
    if whole == 0 { return constant(.one) }
    let half = whole / 2
    if half == 0 { return a }
    let root = power(a, Rational(half))
    let square = multiply(root, root)
    return whole.isMultiple(of: 2) ? square : multiply(square, a)
  }

  /// The function and, after it, the instruction of its derivative.
  mutating func apply(_ function: ElementaryFunction, _ a: Int) -> Int {
    let key = Application(function: function, argument: a)
    if let known = applied[key] { return known }
    let position = instructions.count
    applied[key] = position
    instructions.append(.apply(function, a, derivative: position))
    let derivative = self.derivative(of: function, at: a, value: position)
    instructions[position] = .apply(function, a, derivative: derivative)
    return position
  }

  private mutating func derivative(of function: ElementaryFunction, at a: Int, value y: Int) -> Int {
    let one = constant(.one)
    switch function {
    case .exp: return y
    case .log: return divide(one, a)
    case .sin: return apply(.cos, a)
    case .cos: return scaled(minusOne, apply(.sin, a))
    case .tan: return add(one, multiply(y, y))
    case .sinh: return apply(.cosh, a)
    case .cosh: return apply(.sinh, a)
    case .tanh: return subtract(one, multiply(y, y))
    case .atan: return divide(one, add(one, multiply(a, a)))
    case .sqrt: return divide(one, scaled(Rational(2), y))
    case .softplus: return apply(.sigmoid, a)
    case .sigmoid: return subtract(y, multiply(y, y))
    case .logcosh: return apply(.tanh, a)
    }
  }

  // MARK: Reverse-mode differentiation

  /// Positions of the partial derivatives of the value at `root`.
  mutating func gradient(of root: Int, dimension: Int) -> [Int] {
    var result = Array(repeating: constant(.zero), count: dimension)
    var adjoint: [Int: Int] = [root: constant(.one)]
    let zero = constant(.zero)

    func accumulate(_ position: Int, _ term: Int, in builder: inout ProgramBuilder) {
      adjoint[position] = builder.add(adjoint[position] ?? zero, term)
    }
    for position in stride(from: root, through: 0, by: -1) {
      guard let bar = adjoint[position] else { continue }
      switch instructions[position] {
      case .constant: break
      case .variable(let index): if index < dimension { result[index] = bar }
      case .add(let a, let b):
        accumulate(a, bar, in: &self)
        accumulate(b, bar, in: &self)
      case .subtract(let a, let b):
        accumulate(a, bar, in: &self)
        accumulate(b, scaled(minusOne, bar), in: &self)
      case .multiply(let a, let b):
        accumulate(a, multiply(bar, b), in: &self)
        accumulate(b, multiply(bar, a), in: &self)
      case .divide(let a, let b):
        let quotient = divide(bar, b)
        accumulate(a, quotient, in: &self)
        accumulate(b, scaled(minusOne, multiply(quotient, position)), in: &self)
      case .scale(let factor, let a): accumulate(a, scaled(factor, bar), in: &self)
      case .power(let a, let exponent):
        let lowered = (try? exponent - .one).map { power(a, $0) } ?? position
        accumulate(a, scaled(exponent, multiply(bar, lowered)), in: &self)
      case .apply(_, let a, let derivative): accumulate(a, multiply(bar, derivative), in: &self)
      }
    }
    return result
  }
}
