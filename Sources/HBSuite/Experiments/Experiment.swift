import HBModel

/// One of the experiments that show what the models are worth; a new one is one file and a few lines here.
public enum Experiment: String, CaseIterable, Sendable {
  /// Trajectories on landscapes of two variables.
  case landscapes
  /// The error of each order over time.
  case errorOverTime = "error-over-time"
  /// The error of each order against the step size.
  case errorAgainstStep = "error-against-step"
  /// The observed order over the plane of step size and momentum.
  case regime
  /// Logistic regression on the Iris data.
  case logisticIris = "logistic-iris"
  /// A small tanh network.
  case network
  /// The directional smoothness in training.
  case smoothness
  /// What diagonal networks recover.
  case diagonalNetwork = "diagonal-network"

  /// What an experiment found.
  public enum Outcome: Sendable {
    /// Trajectories on landscapes.
    case landscapes([LandscapeExperiment])
    /// Errors along one run.
    case errorOverTime(TrackedRun)
    /// Errors on ladders of steps.
    case errorAgainstStep(StepLadderExperiment)
    /// The map of observed orders.
    case regime(RegimeMapExperiment)
    /// Training a model on data.
    case training(TrackedRun)
    /// The directional smoothness in training.
    case smoothness(SmoothnessExperiment)
    /// What diagonal networks recover.
    case diagonalNetwork(DiagonalNetworkExperiment)
  }

  /// Runs the experiment; equal on every machine and for any number of threads.
  ///
  /// - Throws: `DynamicsError` or `ExpressionError` where a setting is not what it must be.
  public func run(threads: Int) throws -> Outcome {
    switch self {
    case .landscapes: .landscapes(try Experiment.landscapes(threads: threads))
    case .errorOverTime:
      .errorOverTime(
        try TrackedRun(
          TrackedRun.Setting(
            Experiment.mixed, start: Experiment.mixedStart, momentum: exact(1, 2), step: exact(1, 64), steps: 512),
          orders: Array(0...5)))
    case .errorAgainstStep:
      .errorAgainstStep(
        try StepLadderExperiment(
          TrackedRun.Setting(
            Experiment.mixed, start: Experiment.mixedStart, momentum: exact(1, 2), step: exact(1, 32), steps: 16),
          time: exact(1, 2), orders: 0...5, rungs: 5, threads: threads))
    case .regime:
      .regime(
        RegimeMapExperiment(
          try TrackedRun.Setting(
            Experiment.mixed, start: Experiment.mixedStart, momentum: .zero, step: .one, steps: 16),
          order: 2, exponents: -10...0, threads: threads))
    case .logisticIris:
      .training(
        try TrackedRun(
          TrackedRun.Setting("@logistic-iris", momentum: exact(4, 5), step: exact(1, 100), steps: 200),
          orders: Array(0...3)))
    case .network:
      .training(
        try TrackedRun(
          TrackedRun.Setting("@xor-network", momentum: exact(4, 5), step: exact(1, 100), steps: 500),
          orders: Array(0...3)))
    case .smoothness:
      .smoothness(
        try SmoothnessExperiment(
          TrackedRun.Setting("@xor-network", momentum: exact(4, 5), step: exact(1, 50), steps: 250), order: 2))
    case .diagonalNetwork: .diagonalNetwork(try DiagonalNetworkExperiment())
    }
  }

  /// An objective whose terms tell all trees of small order apart.
  private static let mixed = "log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3"
  private static let mixedStart = fractions([(9, 10), (-3, 5)])

  private static func landscapes(threads: Int) throws -> [LandscapeExperiment] {
    let cases: [(String, TrackedRun.Setting, LandscapeExperiment.Window)] = [
      (
        "Double well",
        try TrackedRun.Setting(
          "@double-well", start: fractions([(1, 10), (1, 1)]), momentum: exact(1, 2), step: exact(1, 16), steps: 80),
        .init(x: -0.1...1.2, y: -0.25...1.1)
      ),
      (
        "Himmelblau’s function",
        try TrackedRun.Setting(
          "@himmelblau", start: fractions([(0, 1), (0, 1)]), momentum: exact(3, 5), step: exact(1, 1200), steps: 80),
        .init(x: -0.4...3.8, y: -0.4...3.8)
      ),
    ]
    let results = concurrentMap(cases.count, threads: threads) { index in
      Result { try LandscapeExperiment(cases[index].0, cases[index].1, orders: [0, 1, 3], window: cases[index].2) }
    }
    return try results.map { try $0.get() }
  }
}

/// A fraction of integers that are known to make one.
private func exact(_ numerator: Int, _ denominator: Int) -> Rational { fractions([(numerator, denominator)])[0] }
