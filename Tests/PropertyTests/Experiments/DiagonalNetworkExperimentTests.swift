import HBModel
import HBSuite
import Testing

@Suite struct DiagonalNetworkExperimentTests {
  private static let experiment = Result { try DiagonalNetworkExperiment() }

  @Test func everyRunInterpolatesAndKeepsItsPath() throws {
    let experiment = try Self.experiment.get()
    let regression = experiment.settings.regression
    #expect(experiment.runs.map(\.momentum) == experiment.settings.momenta)
    for run in experiment.runs {
      #expect(run.times.count == run.path.count)
      #expect(run.times.count >= 100 && run.times.count <= 8001)
      #expect(run.path[0].allSatisfy { $0 == 0 })
      // theta is a difference of doubles in the path, and exact at the end.
      for (last, end) in zip(run.path[run.path.count - 1], run.recovered.theta) { #expect(abs(last - end) < 1e-15) }
      for (row, target) in zip(regression.features, regression.targets) {
        for theta in [run.recovered.theta, run.predicted.theta] {
          let value = zip(row, theta).reduce(0.0) { $0 + DoubleDouble($1.0).doubleValue * $1.1 }
          #expect(abs(value - DoubleDouble(target).doubleValue) < 1e-6)
        }
      }
    }
  }

  @Test func momentumShrinksTheInitializationMostWhereItCountsAndTheSparsityIsPredicted() throws {
    let experiment = try Self.experiment.get()
    let (runs, base) = (experiment.runs, experiment.unshrunk.norm)
    for (less, more) in zip(runs, runs.dropFirst()) {
      #expect(zip(more.recovered.scales, less.recovered.scales).allSatisfy { $0 < $1 && $0 > 0 })
      #expect(more.recovered.norm > less.recovered.norm && more.predicted.norm > less.predicted.norm)
      #expect(more.recovered.smallEntries <= less.recovered.smallEntries)
      #expect(more.predicted.smallEntries <= less.predicted.smallEntries)
    }
    for run in runs {
      // The effect is of first order in the effective step, what the law leaves of second: a part of it that is a few
      // effective steps (2.4 of them where measured).
      #expect(abs(run.recovered.norm - run.predicted.norm) < 4 * run.effectiveStep * (run.predicted.norm - base))
      // The two coefficients that count.
      let mean = run.recovered.scales.reduce(0, +) / 20
      #expect(run.recovered.scales[0] < mean && run.recovered.scales[1] < mean)
    }
  }

  @Test func thePredictionFromOneGradientFlowIsOffBySecondOrderInTheEffectiveStep() throws {
    let sweep = try Self.experiment.get().sweep
    #expect(zip(sweep, sweep.dropFirst()).allSatisfy { $0.effectiveStep <= $1.effectiveStep })
    let least = try #require(sweep.first { $0.momentum == .zero })
    for run in sweep where run.momentum == .zero && run.step != least.step {
      func distance(_ run: DiagonalNetworkExperiment.Run) -> Double {
        zip(run.recovered.theta, run.predicted.theta).reduce(0) { max($0, abs($1.0 - $1.1)) }
      }
      let ratio = run.effectiveStep / least.effectiveStep
      #expect(abs(distance(run) / distance(least) / (ratio * ratio) - 1) < 0.2)
    }
  }
}
