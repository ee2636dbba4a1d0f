import HBModel

/// A run of a map with its models, at the iterations of the recording: every one, or every second with half the step.
struct RefinedRun {
  let map: MomentumMap
  let start: [DoubleDouble]
  let steps: Int
  let factor: Int
  /// The iterates, one for each iteration of the recording.
  let iterates: [[DoubleDouble]]

  init(_ map: MomentumMap, start: [DoubleDouble], steps: Int, factor: Int, program: StraightLineProgram) {
    (self.map, self.start, self.steps, self.factor) = (map, start, steps * factor, factor)
    var stepper = MomentumStepper(map, program: program, precision: .double)
    var state = MomentumState.atRest(start)
    var result = [start]
    for n in 1...steps * factor {
      state = stepper.advance(state).state
      if n % factor == 0 { result.append(state.position) }
    }
    iterates = result
  }

  /// The model at the iterations of the recording, displaced like the iterates.
  ///
  /// - Throws: `DynamicsError` with the iteration of the recording at which the model ends.
  func model(order: Int, _ problem: MomentumProblem) throws(DynamicsError) -> [[DoubleDouble]] {
    let table = FirstStepModel(map).coefficients(order: order + 1, iterations: steps)
    var states: [[DoubleDouble]]
    do throws(DynamicsError) {
      states = try ModelRun<DoubleDouble>(
        problem, table: table, order: order, step: DoubleDouble(map.step), steps: steps,
        integrator: ExtrapolationIntegrator(), tolerance: 1e-22, start: start
      ).states
    } catch {
      throw DynamicsError(
        kind: error.kind, subject: error.subject, iteration: error.iteration / factor, found: error.found)
    }
    if map.isShifted {
      let mu = DoubleDouble(map.momentum)
      states = states.indices.map { n in
        let (current, previous) = (states[n], states[max(0, n - 1)])
        return current.indices.map { current[$0] + mu * (current[$0] - previous[$0]) }
      }
    }
    return stride(from: 0, through: steps, by: factor).map { states[$0] }
  }
}
