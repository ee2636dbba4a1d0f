import HBModel
import PropCheck

extension Claim {
  /// Claim 10 (a): momentum and step size shrink the effective initialization.
  public static let effectiveInitialization = Claim(
    "diagonal-network/effective-initialization",
    statement: "u_i v_i (T) = u_i v_i (0) exp(-4 h (1+mu)/(1-mu)^3 int r_i^2 dt) + O(h^2) on smooth losses", cases: 200,
    generator: { _ in NetworkCase.generator },
    evidence: { example, implementation in
      (try? residual(example, implementation.effectiveInitialization)).map(Evidence.residual) ?? .message
    }
  ) { example, implementation, notes in
    notes.collect("coefficients", example.network.dimension)
    notes.collect("momentum", momentumBin(example.momentum))
    do {
      return outcome(
        of: try residual(example, implementation.effectiveInitialization), kind: "effective-initialization",
        notes: &notes)
    } catch let error as DynamicsError { return .inconclusive("\(error)") }
  }

  /// The logarithm of the measured over the predicted `u_i v_i (T)`.
  private static func residual(
    _ example: NetworkCase, _ law: EffectiveInitialization
  ) throws(DynamicsError) -> SecondOrderResidual {
    let problem = example.network.problem(momentum: example.momentum)
    let momentum = DoubleDouble(example.momentum)
    let step = DoubleDouble(example.step)
    let flow = try example.network.flow(
      momentum: momentum, time: step * DoubleDouble(example.steps), intervals: 8)
    let initial = DiagonalNetwork.scales(of: problem.startingPoint(DoubleDouble.self))
    var residuals: [[DoubleDouble]] = []
    var effect = 0.0
    var size = step
    for level in 0..<5 {
      let run = try MethodRun<DoubleDouble>(problem, step: size, steps: example.steps << level)
      let measured = DiagonalNetwork.scales(of: run.states[example.steps << level])
      let predicted = law.scales(initial: initial, integrals: flow.integrals, step: size, momentum: momentum)
      residuals.append(zip(measured, predicted).map { DoubleDouble.log($0 / $1) })
      effect = maximumNorm(zip(measured, initial).map { DoubleDouble.log($0 / $1) }) / size.doubleValue
      size = size.scaled(byPowerOfTwo: -1)
    }
    // 2^-104 a step like a random walk, which momentum carries on; the flow's error enters times the rate and h.
    let rounding = Double(16 * example.steps).squareRoot() * 0x1p-100 / (1 - momentum.doubleValue)
    let rate = law.rate.evaluate(at: momentum).doubleValue
    return SecondOrderResidual(
      step: step, residuals: residuals, effect: effect, floor: rounding + step.doubleValue * rate * flow.errorEstimate,
      quantity: "log of the measured over the predicted u v")
  }
}

/// A property's outcome for a residual, with its deviation noted; a case without an effect makes place for another one.
func outcome(of residual: SecondOrderResidual, kind: String, notes: inout CaseNotes) -> Outcome {
  guard residual.hasEffect else { return .discarded("momentum and step size have no effect here") }
  if residual.judgement.verdict != .inconclusive { notes.target(residual.deviation) }
  return outcome(of: residual.judgement, kind: kind, severity: residual.deviation)
}

extension Evidence {
  /// The residual on each rung, with its slope, which must tend to 2.
  static func residual(_ residual: SecondOrderResidual) -> Evidence {
    let rows = residual.steps.indices.map { index in
      [
        exactStep(DoubleDouble(residual.steps[index])), DoubleDouble(residual.sizes[index]).formatted(digits: 4),
        residual.slopes.indices.contains(index - 1) && residual.slopes[index - 1].isFinite
          ? DoubleDouble(residual.slopes[index - 1]).formatted(digits: 4) : "",
      ]
    }
    return .table(
      title: "what the law leaves: must scale like h^2", columns: ["step", "residual", "slope"], rows: rows)
  }
}
