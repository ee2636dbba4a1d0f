/// Evaluates straight-line code over a truncated graded algebra, one weight after the other.
///
/// The evaluation is relaxed: after `advance(toWeight: w)` every instruction's coefficients of weight up to `w` are
/// known, and the inputs of weight `w + 1` may be set from them. One pass over all weights costs one truncated
/// product for each non-linear instruction.
///
/// - SeeAlso: J. van der Hoeven, *Relax, but don't be too lazy* (2002); A. Griewank and A. Walther, *Evaluating
///   Derivatives* (2008), 10.2, for the recurrences.
public struct JetEvaluator<T: Real>: Sendable {
  /// The code that is evaluated.
  public let program: StraightLineProgram
  /// The table of the algebra.
  public let algebra: GradedAlgebra
  /// Coefficients, `algebra.count` for each instruction.
  private var coefficients: [T]
  /// Coefficients times their weight, for the arguments of functions.
  private var graded: [T]
  /// The slot in `graded` of an instruction that is a function's argument; -1 for others.
  private let gradedSlot: [Int]
  private let constants: [T]
  private let variablePosition: [Int?]
  private let weightInverses: [T]

  /// A workspace for `program` over `algebra`; all inputs are zero.
  public init(program: StraightLineProgram, algebra: GradedAlgebra) {
    self.program = program
    self.algebra = algebra
    var slots = Array(repeating: -1, count: program.instructions.count)
    var slotCount = 0
    var variables: [Int?] = Array(repeating: nil, count: program.dimension)
    var constants: [T] = []
    for (position, instruction) in program.instructions.enumerated() {
      var constant = T.zero
      switch instruction {
      case .constant(let value), .scale(let value, _): constant = T(value)
      case .power(_, let exponent): constant = T(exponent)
      case .apply(_, let argument, _):
        if slots[argument] < 0 { (slots[argument], slotCount) = (slotCount, slotCount + 1) }
      case .variable(let index): variables[index] = position
      default: break
      }
      constants.append(constant)
    }
    self.constants = constants
    self.gradedSlot = slots
    self.variablePosition = variables
    self.coefficients = Array(repeating: .zero, count: program.instructions.count * algebra.count)
    self.graded = Array(repeating: .zero, count: slotCount * algebra.count)
    self.weightInverses = (0...max(1, algebra.maximumWeight)).map { T.one / T(Double(max(1, $0))) }
  }

  /// Sets the coefficient of variable `variable` at basis element `element`.
  public mutating func setInput(_ variable: Int, at element: Int, to value: T) {
    if let position = variablePosition[variable] { coefficients[position * algebra.count + element] = value }
  }

  /// The coefficient of output `output` at basis element `element`.
  public func output(_ output: Int, at element: Int) -> T {
    coefficients[program.outputs[output] * algebra.count + element]
  }

  /// The value of an instruction, its coefficient at the unit.
  func value(ofInstruction position: Int) -> T { coefficients[position * algebra.count] }

  /// Computes the coefficients of weight `weight`; those of lower weight and the inputs must be known.
  ///
  /// - Complexity: one multiply-add a split of that weight for each non-linear instruction.
  public mutating func advance(toWeight weight: Int) {
    let size = algebra.count
    let block = algebra.blocks[weight]
    let factor = T(Double(weight))
    let (instructions, constants, gradedSlot) = (program.instructions, self.constants, self.gradedSlot)
    withKernel(weight: weight) { kernel in
      let all = kernel.all
      for (position, instruction) in instructions.enumerated() {
        let result = position * size
        switch instruction {
        case .variable: break
        case .constant: if weight == 0 { all[result] = constants[position] }
        case .add(let a, let b): for e in block { all[result + e] = all[a * size + e] + all[b * size + e] }
        case .subtract(let a, let b): for e in block { all[result + e] = all[a * size + e] - all[b * size + e] }
        case .scale(_, let a):
          let constant = constants[position]
          for e in block { all[result + e] = constant * all[a * size + e] }
        case .multiply(let a, let b): kernel.multiply(a * size, b * size, into: result)
        case .divide(let a, let b): kernel.divide(a * size, b * size, into: result)
        case .power(let a, _):
          if weight == 0 {
            all[result] = T.pow(all[a * size], constants[position])
          } else {
            kernel.power(a * size, exponent: constants[position], into: result)
          }
        case .apply(let function, let a, let derivative):
          if weight == 0 {
            all[result] = function(all[a * size])
          } else {
            kernel.integrate(derivative * size, gradedSlot[a] * size, into: result)
          }
        }
        let slot = gradedSlot[position] * size
        if slot >= 0, weight > 0 {
          for e in block { kernel.graded[slot + e] = factor * all[result + e] }
        }
      }
    }
  }

  private mutating func withKernel(weight: Int, _ body: (Kernel<T>) -> Void) {
    coefficients.withUnsafeMutableBufferPointer { all in
      graded.withUnsafeMutableBufferPointer { graded in
        algebra.splits.withUnsafeBufferPointer { splits in
          algebra.starts.withUnsafeBufferPointer { starts in
            algebra.weights.withUnsafeBufferPointer { weights in
              body(
                Kernel(
                  all: all, graded: graded, splits: splits, starts: starts, weights: weights,
                  block: algebra.blocks[weight], weight: weight, inverse: weightInverses[weight]))
            }
          }
        }
      }
    }
  }
}

/// The products and recurrences of one weight; operands and results are offsets of coefficient rows.
private struct Kernel<T: Real> {
  let all: UnsafeMutableBufferPointer<T>
  let graded: UnsafeMutableBufferPointer<T>
  let splits: UnsafeBufferPointer<GradedAlgebra.Split>
  let starts: UnsafeBufferPointer<Int>
  let weights: UnsafeBufferPointer<Int>
  let block: Range<Int>
  let weight: Int
  let inverse: T

  func multiply(_ a: Int, _ b: Int, into result: Int) {
    for e in block {
      var sum = T.zero
      for s in starts[e]..<starts[e + 1] {
        let split = splits[s]
        sum += all[a + Int(split.left)] * all[b + Int(split.right)]
      }
      all[result + e] = sum
    }
  }

  /// `q b = a`, solved for the coefficient that multiplies the unit part of `b`.
  func divide(_ a: Int, _ b: Int, into result: Int) {
    for e in block {
      var sum = all[a + e]
      for s in starts[e]..<starts[e + 1] where Int(splits[s].left) != e {
        let split = splits[s]
        sum -= all[result + Int(split.left)] * all[b + Int(split.right)]
      }
      all[result + e] = sum / all[b]
    }
  }

  /// `D y = v D a` with the derivation `D` that multiplies by the weight.
  func integrate(_ derivative: Int, _ argument: Int, into result: Int) {
    for e in block {
      var sum = T.zero
      for s in (starts[e] + 1)..<starts[e + 1] {
        let split = splits[s]
        sum += graded[argument + Int(split.left)] * all[derivative + Int(split.right)]
      }
      all[result + e] = inverse * sum
    }
  }

  /// `a D y = p y D a`.
  func power(_ a: Int, exponent: T, into result: Int) {
    for e in block {
      var sum = T.zero
      for s in (starts[e] + 1)..<starts[e + 1] {
        let split = splits[s]
        let leftWeight = weights[Int(split.left)]
        let factor = exponent * T(Double(leftWeight)) - T(Double(weight - leftWeight))
        sum += factor * all[a + Int(split.left)] * all[result + Int(split.right)]
      }
      all[result + e] = inverse * sum / all[a]
    }
  }
}
