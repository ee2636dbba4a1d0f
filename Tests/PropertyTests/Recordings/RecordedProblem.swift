import HBModel
import HBSuite
import PropCheck

/// A random problem, a way to write the update, a precision, and which iterates are recorded.
struct RecordedProblem: CustomStringConvertible {
  let problem: Problem
  let form: PlainRun<Double>.Form
  let dampening: Rational
  let isSingle: Bool
  let iterations: [Int]

  var description: String {
    "\(problem); \(form.rawValue), dampening \(dampening), \(isSingle ? "single" : "double"), iterations \(iterations)"
  }

  /// The number of iterations of each run.
  static let steps = 24

  /// Random ones; iteration 0 is always recorded, and at least two more.
  static let all = Generator<RecordedProblem> { source in
    let generated = try source.draw(ProblemGenerator(orders: 0...0, scaling: .fixedSteps(steps)).problems)
    let form = try source.draw(.element(of: PlainRun<Double>.Form.allCases))
    let tenths = try source.draw(.int(in: 1...9))
    let isSingle = try source.draw(.bool)
    let gaps = try source.draw(.array(of: .int(in: 1...4), count: 2...10))
    var iterations = [0]
    for gap in gaps where iterations[iterations.count - 1] + gap <= steps {
      iterations.append(iterations[iterations.count - 1] + gap)
    }
    return RecordedProblem(
      problem: generated.problem, form: form, dampening: try Rational(Int128(tenths), 10), isSingle: isSingle,
      iterations: iterations)
  }

  /// The recording.
  func recording() -> Recording { isSingle ? recording(Float.self) : recording(Double.self) }

  private func recording<Number: BinaryFloatingPoint>(_: Number.Type) -> Recording {
    func number(_ value: Rational) -> Number { Number(DoubleDouble(value).doubleValue) }
    let run = PlainRun<Number>(
      form: PlainRun<Number>.Form(rawValue: form.rawValue) ?? .difference,
      gradient: PlainGradient(expression: problem.objective), step: number(problem.step),
      momentum: number(problem.momentum), dampening: number(dampening))
    return PlainRun<Number>.recording(run.iterates(from: problem.start.map(number), steps: Self.steps), of: iterations)
  }

  /// What a person says of the run.
  var settings: RecordingSettings {
    let isDampened = form == .dampening || form == .dampeningFromFirst
    return RecordingSettings(
      objective: problem.objective, step: problem.step, momentum: problem.momentum,
      dampening: isDampened ? dampening : nil)
  }

  /// The convention of the run, under the name that it has at these settings.
  var expected: MomentumConvention {
    let convention = form.convention
    // Without momentum, and with d = mu, conventions are the same iteration, and have one name.
    if problem.momentum == .zero, convention != .dampening, convention != .dampeningFromFirst {
      return .gradientDescent
    }
    if convention == .dampeningFromFirst, dampening == problem.momentum { return .exponentialAverage }
    return convention
  }
}
