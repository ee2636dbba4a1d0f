import HBModel
import PropCheck

/// A random diagonal linear network on a random smooth loss, in the asymptotic regime.
struct NetworkCase: Sendable, CustomStringConvertible {
  let network: DiagonalNetwork
  let momentum: Rational
  /// The largest step size of the ladder.
  let step: Rational
  /// The number of steps at the largest step size.
  let steps: Int

  var description: String {
    "loss \(network.loss), u(0) = \(listed(network.positive)), v(0) = \(listed(network.negative)),"
      + " momentum \(momentum), step \(step), \(steps) steps"
  }

  /// Networks of one to three coefficients.
  static var generator: Generator<NetworkCase> {
    Generator { source in
      let positive = try source.draw(.array(of: networkScales, count: 1...3), as: "u(0)")
      let negative = try source.draw(
        .array(of: networkScales, count: positive.count...positive.count), as: "v(0)")
      let (loss, _) = try source.draw(ObjectiveGenerator.objective(dimension: positive.count), as: "loss")
      let momentum = try source.draw(networkMomenta(upTo: 0.9), as: "momentum")
      let network = DiagonalNetwork(loss: loss, positive: positive, negative: negative)
      let steps = AsymptoticRegime.warmUpSteps(momentum: DoubleDouble(momentum).doubleValue)
      guard let step = stepInRegime(network.problem(momentum: momentum), steps: steps) else {
        try source.discard("no curvature along the path")
      }
      return NetworkCase(network: network, momentum: momentum, step: step, steps: steps)
    }
  }

  /// The largest power of two with which `steps` steps lie in the asymptotic regime; nil where there is none.
  private static func stepInRegime(_ problem: MomentumProblem, steps: Int) -> Rational? {
    let remainder = 1 - DoubleDouble(problem.momentum).doubleValue
    var exponent = 3
    // The path, and with it the curvature along it, depends on the step: a few rounds settle both.
    for _ in 0..<6 {
      guard abs(exponent) <= 20 else { return nil }
      let step = DoubleDouble.one.scaled(byPowerOfTwo: -exponent)
      let regime = AsymptoticRegime(problem, time: step * DoubleDouble(steps), samples: 16)
      let wanted = remainder * remainder / 16 / regime.curvature
      guard wanted.isFinite, wanted > 0 else { return nil }
      if wanted.exponent == -exponent { break }
      exponent = max(-21, min(21, -Int(wanted.exponent)))
    }
    return powerOfTwo(-exponent)
  }
}

/// Starts of u and v, which must be positive.
let networkScales = Generator<Rational>.element(
  of: fractions([(1, 1), (1, 2), (2, 3), (3, 4), (1, 3), (5, 4), (3, 2)]))

/// Momenta in [0, bound], a quarter of them 0.
func networkMomenta(upTo bound: Double) -> Generator<Rational> {
  Generator<Rational>.weighted([
    (1, .constant(.zero)),
    (
      3,
      Generator.rational(in: 0.05...bound, maximumDenominator: 20).map {
        fractions([($0.numerator, $0.denominator)])[0]
      }
    ),
  ])
}

/// The exact power of two with an exponent of size below 64.
func powerOfTwo(_ exponent: Int) -> Rational? {
  let size = Int128(1) << Int128(abs(exponent))
  return exponent < 0 ? try? Rational(1, size) : try? Rational(size, 1)
}

/// Exact numbers with commas between them.
func listed(_ values: [Rational]) -> String { values.map(\.description).joined(separator: ",") }
