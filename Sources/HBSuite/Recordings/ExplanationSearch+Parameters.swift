import HBModel

extension ExplanationSearch {
  /// Maps with parameters that a person may have typed, the likeliest first.
  func proposals(
    _ estimate: ParameterFit.Estimate, shape: MomentumMap, fitsFirstStep: Bool
  ) -> [MomentumMap] {
    var result: [MomentumMap] = []
    for momentum in SimplestNumber.candidates(
      near: estimate.momentum, error: estimate.momentumError, known: [settings.momentum])
    where momentum.numerator >= 0 && momentum.numerator < momentum.denominator {
      for step in steps(near: estimate.step, error: estimate.stepError, momentum: momentum) {
        var map = shape
        (map.momentum, map.step, map.firstStep) = (momentum, step, step)
        guard fitsFirstStep else {
          result.append(map)
          continue
        }
        for first in steps(near: estimate.firstStep, error: estimate.firstStepError, momentum: momentum) {
          map.firstStep = first
          result.append(map)
        }
      }
    }
    return result
  }

  private func steps(near value: Double, error: Double, momentum: Rational) -> [Rational] {
    let averaged = try? settings.step * (.one - momentum)
    let amplified = try? settings.step / (.one - momentum)
    return SimplestNumber.candidates(
      near: value, error: error, known: [settings.step] + [averaged, amplified].compactMap { $0 })
  }

  /// The convention with the parameters of a map, and those that were given or came before, where they are others.
  func words(_ convention: MomentumConvention, _ map: MomentumMap, before: MomentumMap? = nil) -> String {
    let isDampened = map.firstStep != map.step
    let step = before == nil ? map.firstStep : map.step
    var parts: [String] = []
    if map.momentum != .zero {
      let other = before?.momentum ?? settings.momentum
      let contrast = map.momentum == other ? "" : " rather than \(other.readable)"
      parts.append("mu = \(map.momentum.readable)\(contrast)")
    }
    let other = before?.step ?? settings.step
    let factor = step == other ? nil : try? step / other
    let contrast = factor.map { " rather than \(other.readable) (\(factorText($0, momentum: map.momentum)))" } ?? ""
    parts.append("step \(step.readable)\(contrast)")
    if before == nil, isDampened, let rest = try? .one - map.step / map.firstStep {
      parts.append("dampening \(rest.readable)")
    }
    return "\(name(convention, map)) with " + parts.joined(separator: " and ")
  }

  private func name(_ convention: MomentumConvention, _ map: MomentumMap) -> String {
    if map.momentum == .zero { return MomentumConvention.gradientDescent.rawValue }
    let isPlain = convention == .dampening && map.firstStep == map.step
    return (isPlain ? MomentumConvention.heavyBall : convention).rawValue
  }

  /// What a step was multiplied by.
  private func factorText(_ factor: Rational, momentum: Rational) -> String {
    if let averaged = try? .one - momentum {
      if factor == averaged { return "times 1-mu" }
      if let inverse = try? .one / averaged, factor == inverse { return "times 1/(1-mu)" }
    }
    return "times \(factor.readable)"
  }
}
