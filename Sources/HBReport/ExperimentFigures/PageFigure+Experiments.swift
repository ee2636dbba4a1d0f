import HBSuite

extension PageFigure {
  /// The figures of an experiment.
  static func figures(of outcome: Experiment.Outcome, _ experiment: Experiment) -> [PageFigure] {
    switch outcome {
    case .landscapes(let list): [landscapes(list)]
    case .errorOverTime(let run): [errorOverTime(run)]
    case .errorAgainstStep(let ladders): [errorAgainstStep(ladders)]
    case .regime(let map): [regime(map)]
    case .training(let run):
      [
        training(
          run, name: experiment.rawValue,
          subject: experiment == .network ? "A tanh network learns XOR" : "Logistic regression on Iris")
      ]
    case .smoothness(let experiment): [smoothness(experiment)]
    case .diagonalNetwork(let experiment): [diagonalNetwork(experiment)]
    }
  }
}
