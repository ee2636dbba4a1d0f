import HBModel
import Testing

@Suite("Momentum methods") struct MomentumMethodTests {
  @Test("methods are found by name")
  func names() {
    #expect(MomentumMethod.all.map(\.name) == ["heavy-ball", "nesterov", "gradient-descent"])
    #expect(MomentumMethod.all.allSatisfy { MomentumMethod(named: $0.name) == $0 })
    #expect(MomentumMethod(named: "adam") == nil)
  }

  @Test("one step in coordinates, with numbers that are exact in binary")
  func steps() {
    // L = x^2/2 + y^2: gradient (x, 2y); h = 1/4, mu = 1/2.
    func next(_ method: MomentumMethod) -> [Double] {
      method.next(
        current: [DoubleDouble(2.0), DoubleDouble(-1.0)], previous: [DoubleDouble(4.0), DoubleDouble(-1.0)],
        step: DoubleDouble(0.25), momentum: DoubleDouble(0.5)
      ) { [$0[0], DoubleDouble(2.0) * $0[1]] }.map(\.doubleValue)
    }
    #expect(next(.heavyBall) == [0.5, -0.5])
    #expect(next(.gradientDescent) == [1.5, -0.5])
    #expect(next(.nesterov) == [0.75, -0.5])
  }

  @Test("steps from rest on a quadratic follow the maps of the group exactly", arguments: MomentumMethod.all)
  func quadraticSteps(method: MomentumMethod) throws {
    // On L = x^2/2 only chains act, with the differential (-1)^m x; below order n + 2 they carry the n-th iterate.
    let (step, momentum) = (0.125, 0.5)
    var (previous, current) = (DoubleDouble(1.0), DoubleDouble(1.0))
    var map = BSeries<Rational>.identity(table: .upTo(6))
    for _ in 0..<2 {
      let next = method.next(
        current: [current], previous: [previous], step: DoubleDouble(step), momentum: DoubleDouble(momentum)
      ) { $0 }[0]
      map = try method.map(after: map, momentum: Rational(1, 2))
      var factor = Rational.one
      var power = Rational.one
      for nodes in 1...6 {
        power = try power * Rational(-1, 8)
        factor = try factor + power * #require(map[.chain(order: nodes)])
      }
      // The series of the second map is truncated after order 6: what is left is below (h/(1-mu))^7.
      #expect(((next / current).doubleValue - DoubleDouble(factor).doubleValue).magnitude < 1e-4)
      (previous, current) = (current, next)
    }
  }
}
