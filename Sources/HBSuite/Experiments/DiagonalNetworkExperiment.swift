import HBModel

/// A sparse regression learned by a diagonal linear network with several momenta: the paths of theta, what is recovered,
/// and what the theory predicts of it from one gradient flow.
///
/// Over the time `s = t/(1-mu)` the integrals of `r_i^2` along the gradient flow do not depend on the method, so that
/// `u_i v_i` ends at `u_i v_i (0) exp(-4 eta J_i)` with `J_i` the integral over all s and the *effective step*
/// `eta = h (1+mu)/(1-mu)^2`: step size and momentum act through one number. A smaller `u_i v_i` makes theta_i dearer in
/// the entropy. Since it shrinks most where r is largest, at the coefficients that count, the recovered vector need not
/// become sparser with eta, and in the standard experiment it becomes less so.
public struct DiagonalNetworkExperiment: Sendable {
  /// Training with one momentum.
  public struct Run: Sendable {
    /// The momentum.
    public let momentum: Rational
    /// The step size.
    public let step: Rational
    /// `h (1+mu)/(1-mu)^2`.
    public let effectiveStep: Double
    /// The times of the path, from 0 to the end of training.
    public let times: [Double]
    /// theta at each of the times.
    public let path: [[Double]]
    /// What training ended with.
    public let recovered: Recovery
    /// The minimizer of the hyperbolic entropy with the predicted `u v`.
    public let predicted: Recovery
  }

  /// A recovered vector and what is said of its sparsity.
  public struct Recovery: Sendable {
    /// theta.
    public let theta: [Double]
    /// The effective initialization `u_i v_i` at the end.
    public let scales: [Double]
    /// The sum of the absolute values of theta.
    public var norm: Double { theta.reduce(0) { $0 + abs($1) } }
    /// How many entries are below a twentieth of the largest.
    public var smallEntries: Int {
      let largest = theta.reduce(0) { max($0, abs($1)) }
      return theta.filter { abs($0) < largest / 20 }.count
    }
  }

  /// What is learned, and with which momenta and step sizes.
  public struct Settings: Sendable {
    /// What is to be learned.
    public var regression: LinearRegression
    /// The coefficients that made the targets.
    public var truth: [Rational]
    /// The start `u(0) = v(0)` of every coefficient, above 0.
    public var start: Rational
    /// The step size of the runs whose paths are kept.
    public var step: Rational
    /// Their momenta.
    public var momenta: [Rational]
    /// The step sizes of the sweep, over the same momenta.
    public var sweepSteps: [Rational]

    /// Eight samples of twenty random signs each, of which two count, from `u(0) = v(0) = 1/10`.
    public static let standard: Settings = {
      let signs = [
        [-1, 1, 1, 1, -1, -1, -1, -1, -1, 1, 1, -1, -1, -1, 1, 1, -1, 1, -1, -1],
        [1, -1, -1, 1, -1, 1, -1, -1, -1, 1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1],
        [-1, 1, 1, -1, 1, -1, 1, -1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, 1, -1],
        [1, -1, 1, -1, -1, -1, 1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1, 1, 1, -1],
        [1, -1, 1, 1, -1, -1, 1, 1, -1, 1, 1, -1, -1, 1, 1, -1, 1, -1, -1, -1],
        [-1, -1, 1, 1, -1, 1, -1, 1, 1, 1, 1, -1, 1, -1, 1, 1, -1, 1, 1, -1],
        [-1, 1, 1, 1, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, 1, 1],
        [-1, 1, 1, 1, 1, -1, -1, 1, 1, 1, 1, -1, -1, 1, -1, -1, 1, 1, 1, -1],
      ]
      let truth = [1, -1] + Array(repeating: 0, count: 18)
      let targets = signs.map { row in Rational(zip(row, truth).reduce(0) { $0 + $1.0 * $1.1 }) }
      return Settings(
        regression: LinearRegression(features: signs.map { $0.map { Rational($0) } }, targets: targets),
        truth: truth.map { Rational($0) }, start: fractions([(1, 10)])[0], step: fractions([(1, 512)])[0],
        momenta: fractions([(0, 1), (1, 2), (3, 4), (17, 20)]), sweepSteps: fractions([(1, 2048), (1, 1024), (1, 512)]))
    }()
  }

  /// What was asked.
  public let settings: Settings
  /// One run with its path for each momentum.
  public let runs: [Run]
  /// What an infinitely small step recovers: the minimizer with `u v` as at the start.
  public let unshrunk: Recovery
  /// The ends of training for every pair of momentum and step size of the sweep, without paths, by effective step.
  public let sweep: [Run]

  /// Trains the networks.
  ///
  /// - Throws: `DynamicsError` where the gradient flow cannot be followed.
  /// - Complexity: up to 2^20 steps of training for each run.
  public init(
    _ settings: Settings = .standard, law: EffectiveInitialization = .heavyBall
  ) throws(DynamicsError) {
    self.settings = settings
    let theory = try Theory(settings.regression, start: settings.start, law: law)
    unshrunk = theory.recovery(scales: theory.initial.map { $0 * $0 })
    runs = settings.momenta.map { theory.run(momentum: $0, step: settings.step, pathLength: 4000) }
    sweep = settings.sweepSteps.flatMap { step in
      settings.momenta.map { theory.run(momentum: $0, step: step, pathLength: nil) }
    }.sorted { $0.effectiveStep < $1.effectiveStep }
  }

  /// The gradient flow of a regression, from which every prediction follows.
  private struct Theory {
    let regression: LinearRegression
    let initial: [DoubleDouble]
    let law: EffectiveInitialization
    /// `J_i`, the integral of `r_i^2` over the whole gradient flow.
    let integrals: [DoubleDouble]

    init(_ regression: LinearRegression, start: Rational, law: EffectiveInitialization) throws(DynamicsError) {
      self.regression = regression
      self.law = law
      initial = Array(repeating: DoubleDouble(start), count: regression.dimension)
      // Gradient descent tells how long the flow takes to end, and how far an integrator can step.
      let step = 1.0 / 256
      let descent = NetworkTraining(
        regression, initial: initial.map(\.doubleValue), momentum: 0, step: step, steps: 1 << 20, tolerance: 1e-8)
      let network = DiagonalNetwork(
        loss: regression.loss, positive: Array(repeating: start, count: initial.count),
        negative: Array(repeating: start, count: initial.count))
      integrals = try network.flow(
        momentum: DoubleDouble.zero, time: DoubleDouble(step * Double(descent.steps)), intervals: descent.steps / 8 + 1,
        tolerance: 1e-12
      ).integrals
    }

    func run(momentum: Rational, step: Rational, pathLength: Int?) -> Run {
      let (mu, h) = (DoubleDouble(momentum), DoubleDouble(step))
      let start = initial.map(\.doubleValue)
      func train(steps: Int, recording: Int?) -> NetworkTraining {
        NetworkTraining(
          regression, initial: start, momentum: mu.doubleValue, step: h.doubleValue, steps: steps, tolerance: 1e-8,
          recording: recording)
      }
      var training = train(steps: 1 << 20, recording: nil)
      if let pathLength { training = train(steps: training.steps, recording: max(1, training.steps / pathLength)) }
      let remainder = DoubleDouble.one - mu
      let scales = law.scales(
        initial: initial.map { $0 * $0 }, integrals: integrals.map { remainder * $0 }, step: h, momentum: mu)
      return Run(
        momentum: momentum, step: step,
        effectiveStep: (h * (DoubleDouble.one + mu) / (remainder * remainder)).doubleValue,
        times: training.path.map { h.doubleValue * Double($0.iteration) }, path: training.path.map(\.theta),
        recovered: Recovery(
          theta: DiagonalNetwork.coefficients(of: training.state).map(\.doubleValue),
          scales: DiagonalNetwork.scales(of: training.state).map(\.doubleValue)),
        predicted: recovery(scales: scales))
    }

    /// The minimizer of the hyperbolic entropy over the least-squares solutions.
    func recovery(scales: [DoubleDouble]) -> Recovery {
      let space = regression.rowSpace(DoubleDouble.self)
      let minimizer = HyperbolicEntropy(scales: scales).minimizer(
        over: space, coordinates: regression.leastSquares(in: space))
      return Recovery(theta: minimizer?.theta.map(\.doubleValue) ?? [], scales: scales.map(\.doubleValue))
    }
  }
}
