import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct DiagonalNetworkTests {
  private struct Instance: Sendable {
    let rows: [[DoubleDouble]]
    let scales: [DoubleDouble]
    let point: [DoubleDouble]
  }

  private static let instances = Generator<Instance> { source in
    let columns = try source.draw(.int(in: 2...5))
    let rows = try source.draw(.array(of: .array(of: .int(in: -2...2), count: columns...columns), count: 1...3))
    let scales = try source.draw(.array(of: .int(in: 1...40), count: columns...columns))
    let point = try source.draw(.array(of: .int(in: -60...60), count: columns...columns))
    return Instance(
      rows: rows.map { $0.map { DoubleDouble($0) } }, scales: scales.map { DoubleDouble($0) / 20 },
      point: point.map { DoubleDouble($0) / 20 })
  }

  @Test func theMinimizerMeetsItsConstraintsIsStationaryAndIsBelowEveryOtherFeasiblePoint() {
    forAll(Self.instances) { instance in
      let space = RowSpace(of: instance.rows)
      let entropy = HyperbolicEntropy(scales: instance.scales)
      let minimizer = try #require(
        entropy.minimizer(over: space, coordinates: space.coordinates(of: instance.point)))
      #expect(minimizer.constraintResidual < 1e-25)
      #expect(minimizer.stationarityResidual < 1e-25)
      #expect(minimizer.steps <= 60)
      // The constraints are met to 1e-25, and slopes stay below 10.
      #expect(entropy(minimizer.theta) <= entropy(instance.point) + DoubleDouble(1e-24))
      let away = maximumNorm(minimizer.theta, minus: instance.point)
      // Strictly convex: what is not the minimizer is above it.
      if away > 1e-3 { #expect(entropy(minimizer.theta) < entropy(instance.point)) }
    }
  }

  @Test func smallScalesGiveTheSparseSolutionAndLargeOnesTheShortOne() throws {
    let space = RowSpace(of: [[DoubleDouble(2), .one]])
    let target = space.coordinates(of: [DoubleDouble.one, .zero])
    func minimizer(_ scale: Double) throws -> [Double] {
      let entropy = HyperbolicEntropy(scales: [DoubleDouble(scale), DoubleDouble(scale)])
      return try #require(entropy.minimizer(over: space, coordinates: target)).theta.map(\.doubleValue)
    }
    let sparse = try minimizer(1e-12)
    #expect(abs(sparse[0] - 1) < 1e-5 && abs(sparse[1]) < 1e-5)
    let short = try minimizer(1e6)
    #expect(abs(short[0] - 0.8) < 1e-9 && abs(short[1] - 0.4) < 1e-9)
  }

  @Test func trainingInDoublesIsHeavyBallOnTheNetworksObjective() throws {
    let regression = LinearRegression(
      features: [[.one, try Rational(1, 2), Rational(-2)], [.zero, .one, try Rational(1, 3)]],
      targets: [.one, try Rational(-1, 2)])
    let start = [try Rational(1, 2), .one, try Rational(3, 4)]
    let momentum = try Rational(3, 5)
    let network = DiagonalNetwork(loss: regression.loss, positive: start, negative: start)
    let step = try Rational(1, 128)
    let reference = try MethodRun<DoubleDouble>(
      network.problem(momentum: momentum), step: DoubleDouble(step), steps: 300)
    let training = NetworkTraining(
      regression, initial: start.map { DoubleDouble($0).doubleValue }, momentum: 0.6, step: 1.0 / 128, steps: 300,
      recording: 100)
    #expect(maximumNorm(training.state, minus: reference.states[300]) < 1e-13)
    #expect(training.path.map(\.iteration) == [0, 100, 200, 300])
    for (iteration, theta) in training.path {
      let expected = DiagonalNetwork.coefficients(of: reference.states[iteration])
      #expect(maximumNorm(theta.map { DoubleDouble($0) }, minus: expected) < 1e-13)
    }
  }

  @Test func withoutMomentumEveryStepMultipliesUVByOneMinusFourHSquaredRSquared() throws {
    // l = (theta - 1)^2 / 2, u = 1, v = 1/2: r = -1/4, h = 1/8.
    let regression = LinearRegression(features: [[.one]], targets: [.one])
    let training = NetworkTraining(regression, initial: [1], momentum: 0, step: 1.0 / 8, steps: 1)
    #expect(training.positive[0] * training.negative[0] == 1 - 4.0 / 64)
    #expect(training.integrals == [1.0 / 8])
  }

  @Test func theEntropysGradientIsTheLogarithmOfUOverV() {
    forAll(Self.instances) { instance in
      let state = instance.scales + instance.scales.reversed()
      let theta = DiagonalNetwork.coefficients(of: state)
      let gradient = HyperbolicEntropy(scales: DiagonalNetwork.scales(of: state)).gradient(at: theta)
      #expect(maximumNorm(gradient, minus: DiagonalNetwork.logarithmicRatios(of: state)) < 1e-27)
    }
  }

  @Test func leastSquaresLeavesAResidualThatTheRowsDoNotSee() throws {
    let regression = LinearRegression(
      features: [[.one, .one], [.one, .one], [Rational(2), Rational(2)]], targets: [.one, .zero, Rational(3)])
    let space = regression.rowSpace(DoubleDouble.self)
    let theta = space.vector(regression.leastSquares(in: space), length: 2)
    // The normal equation is 6 (theta_1 + theta_2) = 7, and the row space has theta_1 = theta_2.
    #expect(abs((theta[0] - DoubleDouble(7) / 12).doubleValue) < 1e-29)
    #expect(abs((theta[1] - DoubleDouble(7) / 12).doubleValue) < 1e-29)
  }
}
