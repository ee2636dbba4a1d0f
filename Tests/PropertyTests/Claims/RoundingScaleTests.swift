import HBModel
import Testing

@testable import HBSuite

/// The scale of rounding errors: it must not vanish where terms cancel.
@Suite struct RoundingScaleTests {
  @Test func whereTermsCancelTheSizeRemains() throws {
    // The second derivative of this objective, (1 - x)/4, vanishes at 1.
    let objective = try Expression(parsing: "(x1^2 - x1^3/3)/8")
    var derivative = GradientDerivative<RoundingScale>(program: .negativeGradient(of: objective, dimension: 1))
    let curvature = derivative([.one], along: [.one]).derivative[0]
    #expect(abs(curvature.value) < 1e-15)
    #expect(curvature.size > 0.25)
  }

  @Test(arguments: ElementaryFunction.allCases)
  func errorsOfTheArgumentAreCarriedOn(function: ElementaryFunction) {
    let (point, offset) = (0.75, 0x1p-30)
    let result = function(RoundingScale(point))
    let values = [point - offset, point, point + offset].map { function(DoubleDouble($0)) }
    #expect(result.value == values[1].doubleValue)
    let slope = abs((values[2] - values[0]).doubleValue) / (2 * offset)
    // Central differences of functions whose derivatives are below 100 there.
    #expect(result.size >= abs(result.value) + (slope - 1e-15) * point)
  }

  @Test func productsAndQuotientsCarryRelativeErrorsOn() {
    let (a, b) = (RoundingScale(3.0) - RoundingScale(1.0), RoundingScale(4.0))
    #expect([a.value, a.size] == [2, 4])
    #expect([(a * b).value, (a * b).size] == [8, 24])
    #expect([(a / b).value, (a / b).size] == [0.5, 1.5])
    let power = RoundingScale.pow(b, RoundingScale(0.5))
    #expect([power.value, power.size] == [2, 3])
  }
}
