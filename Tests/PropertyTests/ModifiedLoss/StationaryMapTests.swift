import HBModel
import Testing

@Suite("Stationary maps") struct StationaryMapTests {
  @Test("heavy ball's is a gradient at every order up to 9, Nesterov's is not, gradient descent's is its own loss")
  func gradients() throws {
    let trees = FreeTreeTable.upTo(9)
    func differences(_ method: MomentumMethod) throws -> [RationalFunction] {
      try GradientCriterion.differences(StationaryMap.exact(method: method, order: 9), trees: trees)
    }
    #expect(try differences(.heavyBall).allSatisfy { $0 == .zero })
    #expect(try differences(.gradientDescent).allSatisfy { $0 == .zero })
    #expect(try StationaryMap.exact(method: .gradientDescent, order: 9).dropFirst().allSatisfy { $0 == .zero })
    let nesterov = try differences(.nesterov)
    for order in 3...9 { #expect(trees.table.range(ofOrder: order).contains { nesterov[$0] != .zero }) }
  }

  @Test("bushes carry Eulerian, chains Narayana polynomials, up to order 9")
  func closedForms() throws {
    let map = try StationaryMap.exact(method: .heavyBall, order: 9)
    let table = TreeTable.upTo(9)
    for edges in 1...8 {
      #expect(map[try #require(table.index(of: .bush(leaves: edges)))] == (try ClosedForms.mapBush(leaves: edges)))
      #expect(
        map[try #require(table.index(of: .chain(order: edges + 1)))] == (try ClosedForms.mapChain(order: edges + 1)))
    }
    #expect(try ClosedForms.mapBush(leaves: 4).description == "mu*(1+mu)*(1+10*mu+mu^2)/(1-mu)^9")
    #expect(try ClosedForms.mapChain(order: 5).description == "mu*(1+mu)*(1+5*mu+mu^2)/(1-mu)^9")
  }

  @Test("they are the exponential of the field, and fixed points of the method", arguments: MomentumMethod.all)
  func fixedPoints(method: MomentumMethod) throws {
    let exact = try StationaryMap.exact(method: method, order: 8)
    for momentum in [try Rational(1, 2), Rational(3), Rational(-1)] {
      let values = try exact.map { try $0.evaluate(at: momentum) }
      #expect(try StationaryMap.coefficients(method: method, order: 8, momentum: momentum) == values)
      let map = BSeries<Rational>(table: .upTo(8), constantTerm: .one, coefficients: values)
      #expect(try method.map(after: map, momentum: momentum) == map)
    }
  }

  @Test("heavy ball from rest is a gradient map at every iteration: to order 7 for n <= 6, in polynomials")
  func perIteration() throws {
    let trees = FreeTreeTable.upTo(7)
    var map = BSeries<Polynomial>.identity(table: trees.table)
    var other = map
    for iteration in 0...6 {
      map = try MomentumMethod.heavyBall.map(after: map, momentum: .mu)
      #expect(try GradientCriterion.differences(map.coefficients, trees: trees).allSatisfy { $0 == .zero })
      guard iteration <= 2 else { continue }
      other = try MomentumMethod.nesterov.map(after: other, momentum: .mu)
      let isGradient = try GradientCriterion.differences(other.coefficients, trees: trees).allSatisfy { $0 == .zero }
      #expect(isGradient == (iteration == 0))
    }
  }
}
