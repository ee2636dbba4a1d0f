import HBModel
import Testing

@testable import HBReport
@testable import HBSuite

@Suite struct ExperimentTests {
  private func setting(steps: Int = 16) throws -> TrackedRun.Setting {
    try TrackedRun.Setting(
      "x1^4/4+x1*x2/3+x2^2", start: [.one, try Rational(-1, 2)], momentum: try Rational(1, 2),
      step: try Rational(1, 64), steps: steps)
  }

  @Test func `a tracked run has the errors of the method and the model run on their own`() throws {
    let setting = try setting()
    let run = try TrackedRun(setting, orders: [0, 2], substeps: 3)
    let step = DoubleDouble(setting.step)
    let method = try MethodRun(setting.problem, step: step, steps: setting.steps)
    for model in run.models {
      let table = CoefficientTable<DoubleDouble>(
        method: .heavyBall, order: model.order + 1, momentum: DoubleDouble(setting.momentum), iterations: setting.steps)
      let own = try ModelRun(
        setting.problem, table: table, order: model.order, step: step, steps: setting.steps,
        integrator: ExtrapolationIntegrator())
      #expect(model.path.count == 3 * setting.steps + 1)
      for n in 0...setting.steps {
        // Three substeps of the tolerance 1e-16 h a step.
        let error = maximumNorm(method.states[n], minus: own.states[n])
        #expect(abs(model.errors[n] - error) <= 1e-16)
      }
    }
    #expect(run.losses([[1, 0]]) == [0.25])
  }

  @Test func `a model that diverges ends where it does, and the figure still stands`() throws {
    let wild = try TrackedRun.Setting(
      "@double-well", start: nil, momentum: try Rational(9, 10), step: try Rational(1, 4), steps: 60)
    let run = try TrackedRun(wild, orders: [0, 3])
    let model = try #require(run.models.last)
    #expect(model.errors.count < 61)
    #expect(model.errors.count == model.path.count)
    #expect(TextCollector.reading(PageFigure.errorOverTime(run).svgFile) != nil)
  }

  @Test func `ladders show the order and do not depend on the number of threads`() throws {
    func ladders(_ threads: Int) throws -> StepLadderExperiment {
      try StepLadderExperiment(
        try setting(), time: try Rational(1, 8), orders: 0...2, rungs: 4, threads: threads)
    }
    let one = try ladders(1)
    #expect(one.ladders.map(\.order) == [0, 1, 2])
    for ladder in one.ladders {
      #expect(ladder.judgement.verdict == .holds)
      #expect(abs(ladder.slope - Double(ladder.order + 1)) < 0.2)
      // What is predicted and what is measured agree up to the next power of h.
      let (step, error) = (ladder.steps[3], ladder.errors[3])
      let predicted = (0...ladder.order).reduce(ladder.principalError) { size, _ in size * step }
      #expect(abs(error / predicted - 1) < 0.1)
    }
    #expect(PageFigure.errorAgainstStep(one).table == PageFigure.errorAgainstStep(try ladders(3)).table)
  }

  @Test func `results come in their order from any number of threads`() {
    for threads in [1, 2, 7] { #expect(concurrentMap(20, threads: threads) { $0 * $0 } == (0..<20).map { $0 * $0 }) }
    #expect(concurrentMap(0, threads: 2) { $0 }.isEmpty)
  }

  @Test func `the regime map shows the order where steps are small, and loses it where they are large`() throws {
    let map = RegimeMapExperiment(try setting(), order: 1, exponents: -8...0, threads: 2)
    #expect(map.cells.count == 10 * 17)
    for cell in map.cells {
      if cell.exponent == -8, cell.momentum <= 0.5 { #expect(abs((cell.slope ?? 0) - 2) < 0.1) }
      if cell.exponent == 0, cell.momentum > 0.5 { #expect(abs((cell.slope ?? 0) - 2) > 0.1) }
    }
  }

  @Test func `the directional smoothness is the curvature along the gradient, at the iterates of each method`() throws {
    let setting = try TrackedRun.Setting(
      "(x1^2+4*x2^2)/2", start: [.one, .one], momentum: try Rational(1, 2), step: try Rational(1, 64), steps: 20)
    let experiment = try SmoothnessExperiment(setting, order: 2)
    let run = try TrackedRun(setting, orders: [2])
    // The gradient is (x1, 4 x2), the Hessian diagonal with 1 and 4.
    func expected(_ state: [Double]) -> Double {
      let (first, second) = (state[0] * state[0], 16 * state[1] * state[1])
      return (first + 4 * second) / (first + second)
    }
    #expect(experiment.rows.map(\.iteration) == Array(0...20))
    var descent = [1.0, 1.0]
    for row in experiment.rows {
      #expect(abs(row.method.doubleValue - expected(run.method[row.iteration])) < 1e-14)
      #expect(abs(row.gradientDescent.doubleValue - expected(descent)) < 1e-13)
      #expect(abs(row.model.doubleValue - expected(run.models[0].path[row.iteration])) < 1e-14)
      descent = [descent[0] * (1 - 1.0 / 32), descent[1] * (1 - 4.0 / 32)]
    }
    let last = experiment.rows[20]
    let method = last.method.doubleValue
    #expect(abs(last.gradientDescent.doubleValue - method) > 0.01 && abs(last.model.doubleValue - method) > 1e-4)
  }

  @Test func `every experiment has a figure whose picture is well-formed`() throws {
    for experiment in [Experiment.landscapes, .errorOverTime, .smoothness, .diagonalNetwork] {
      let figures = PageFigure.figures(of: try experiment.run(threads: 2), experiment)
      #expect(!figures.isEmpty)
      for figure in figures {
        #expect(figure.name == experiment.rawValue)
        #expect(TextCollector.reading(figure.svgFile) != nil)
        #expect(!figure.finding.contains("nan") && !figure.description.contains("nan"))
        #expect(figure.table.rows.allSatisfy { $0.count == figure.table.columns.count })
        #expect(figure.commands[0] == "hbcheck report page.html --figure \(figure.name) --svg-directory figures")
      }
    }
  }
}
