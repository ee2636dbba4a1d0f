import HBModel

/// The models of a recorded run that starts at rest.
public struct RecordingModels: Sendable {
  /// One entry an order, from 0.
  public let models: [ModelTracking]
  /// The last iteration that was compared.
  public let lastIteration: Int
  /// The largest curvature at the recorded iterates, by the row sums of the Hessian, times the step.
  public let stiffness: Double
  /// Below which stiffness the series of counter terms is asymptotic: `(1-mu)^2 / 16`.
  public let stiffnessLimit: Double

  /// The largest order that is compared.
  public static let largestOrder = 4
  /// How much work is done: iterations, times the instructions of the gradient.
  static let budget = 16_384

  /// Compares the rows of a recording with the models of a map.
  ///
  /// The recorded iterates of Nesterov's method in library form are displaced points, so that they are compared with the
  /// models displaced in the same way.
  ///
  /// - Returns: nil where the recording has no start at rest, or no second row within the budget.
  init?(_ recording: Recording, map: MomentumMap, objective: Expression) {
    let program = StraightLineProgram.negativeGradient(of: objective, dimension: recording.dimension)
    let affordable = Self.budget / max(program.instructions.count, 16)
    let rows = recording.rows.prefix { $0.iteration <= affordable }
    guard let first = rows.first, first.iteration == 0, let last = rows.last, last.iteration > 0 else { return nil }
    lastIteration = last.iteration
    let problem = MomentumProblem(
      objective: objective, start: Array(repeating: .zero, count: recording.dimension),
      momentum: map.momentum, method: map.method)
    let momentum = DoubleDouble(map.momentum).doubleValue
    stiffnessLimit = (1 - momentum) * (1 - momentum) / 16
    var derivative = GradientDerivative<DoubleDouble>(program: program)
    stiffness =
      DoubleDouble(map.step).doubleValue * rows.reduce(0) { max($0, derivative.curvature(at: $1.state)) }
    let run = RefinedRun(map, start: first.state, steps: last.iteration, factor: 1, program: program)
    var half = map
    half.step = (try? map.step / Rational(2)) ?? map.step
    half.firstStep = (try? map.firstStep / Rational(2)) ?? map.firstStep
    let refined = RefinedRun(half, start: first.state, steps: last.iteration, factor: 2, program: program)
    models = (0...Self.largestOrder).map { order in
      do throws(DynamicsError) {
        let coarse = try run.model(order: order, problem)
        let fine = try refined.model(order: order, problem)
        var (largest, place) = (0.0, 0)
        for row in rows {
          let error = maximumNorm(row.state, minus: coarse[row.iteration])
          if error > largest { (largest, place) = (error, row.iteration) }
        }
        let errors = [(run, coarse), (refined, fine)].map { run, states in
          rows.reduce(0) { max($0, maximumNorm(run.iterates[$1.iteration], minus: states[$1.iteration])) }
        }
        return ModelTracking(
          order: order, largestError: largest, iteration: place,
          observedOrder: errors[0] > 0 && errors[1] > 0 ? Self.binaryLogarithm(errors[0] / errors[1]) : nil)
      } catch {
        return ModelTracking(order: order, largestError: nil, iteration: error.iteration, observedOrder: nil)
      }
    }
  }

  private static func binaryLogarithm(_ value: Double) -> Double {
    (DoubleDouble.log(DoubleDouble(value)) / DoubleDouble.log(DoubleDouble(2))).doubleValue
  }
}
