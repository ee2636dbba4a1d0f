import HBModel
import HBSuite

/// Runs of momentum methods in plain floating-point arithmetic, each written as a person writes it.
struct PlainRun<Number: BinaryFloatingPoint> {
  /// How the update is written.
  enum Form: String, CaseIterable, Sendable {
    case difference, expandedDifference, velocityInside, velocityOutside
    case exponentialAverage, dampening, dampeningFromFirst, nesterov, nesterovLibrary

    /// The convention that the form is.
    var convention: MomentumConvention {
      switch self {
      case .difference, .expandedDifference, .velocityInside, .velocityOutside: .heavyBall
      case .exponentialAverage: .exponentialAverage
      case .dampening: .dampening
      case .dampeningFromFirst: .dampeningFromFirst
      case .nesterov: .nesterov
      case .nesterovLibrary: .nesterovLibrary
      }
    }
  }

  /// What may happen before the step from an iteration.
  enum Event {
    case momentum(Number)
    case step(Number)
    case restart
    case move([Number])
  }

  let form: Form
  let gradient: PlainGradient<Number>
  var step: Number
  var momentum: Number
  var dampening: Number = 0

  /// The iterates `x_0, ..., x_N`.
  ///
  /// - Parameter events: what happens before the step from the iteration that is the key.
  func iterates(from start: [Number], steps: Int, events: [Int: Event] = [:]) -> [[Number]] {
    var (h, mu) = (step, momentum)
    var x = start
    var previous = start
    var v = start.map { _ in Number.zero }
    var isFresh = true
    var result = [x]
    for n in 0..<steps {
      switch events[n] {
      case .momentum(let value): mu = value
      case .step(let value): h = value
      case .restart:
        v = v.map { _ in 0 }
        previous = x
        isFresh = true
      case .move(let offset):
        x = zip(x, offset).map { $0 + $1 }
        result[n] = x
      case nil: break
      }
      let y = form == .nesterov ? x.indices.map { x[$0] + mu * (x[$0] - previous[$0]) } : x
      let g = gradient(y)
      let old = x
      for i in x.indices {
        switch form {
        case .difference: x[i] = x[i] - h * g[i] + mu * (x[i] - previous[i])
        case .expandedDifference: x[i] = (1 + mu) * x[i] - mu * previous[i] - h * g[i]
        case .nesterov: x[i] = y[i] - h * g[i]
        case .velocityInside:
          v[i] = mu * v[i] - h * g[i]
          x[i] += v[i]
        case .velocityOutside:
          v[i] = mu * v[i] + g[i]
          x[i] -= h * v[i]
        case .exponentialAverage:
          v[i] = mu * v[i] + (1 - mu) * g[i]
          x[i] -= h * v[i]
        case .dampening:
          v[i] = isFresh ? g[i] : mu * v[i] + (1 - dampening) * g[i]
          x[i] -= h * v[i]
        case .dampeningFromFirst:
          v[i] = mu * v[i] + (1 - dampening) * g[i]
          x[i] -= h * v[i]
        case .nesterovLibrary:
          v[i] = mu * v[i] + g[i]
          x[i] -= h * (g[i] + mu * v[i])
        }
      }
      previous = old
      isFresh = false
      result.append(x)
    }
    return result
  }

  /// The iterates as a recording of the iterations of `numbers`.
  static func recording(_ iterates: [[Number]], of numbers: some Sequence<Int>) -> Recording {
    let rows = numbers.map { n in
      Recording.Row(
        iteration: n, state: iterates[n].map { DoubleDouble(Double($0)) }, uncertainty: iterates[n].map { _ in 0 })
    }
    return Recording(dimension: iterates[0].count, rows: rows)
  }
}
