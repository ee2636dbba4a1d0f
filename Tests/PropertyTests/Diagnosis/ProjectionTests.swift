import HBModel
import Testing

@testable import HBSuite

@Suite struct ProjectionTests {
  @Test(arguments: 1...6, [42, 7, 1] as [UInt64])
  func `the elementary differentials are independent on the samples`(order: Int, seed: UInt64) {
    // What is lost of 32 digits must leave more than the 18 at which coefficients are compared.
    let independence = ProjectionDesign(order: order, seed: seed).independence
    #expect(independence > 1e-6, "\(independence)")
  }

  @Test func `a combination is found again, and anything else is not`() {
    let design = ProjectionDesign(order: 4, seed: 42)
    let projection = design.projections[3]
    let known = projection.trees.indices.map { DoubleDouble(Double($0) - 1.25) }
    var vectors = design.samples.indices.map { projection.combination(known, sample: $0) }
    let found = projection.coefficients(of: vectors)
    #expect(maximumNorm(found, minus: known) < 1e-24)
    #expect(projection.residuals(of: vectors, beside: found).allSatisfy { $0 < 1e-26 })
    vectors[0][1] += DoubleDouble(1e-3)
    let disturbed = projection.coefficients(of: vectors)
    #expect((projection.residuals(of: vectors, beside: disturbed).max() ?? 0) > 1e-6)
  }

  @Test func `a polynomial in the step is expanded exactly, another function nearly so, a root not at all`() throws {
    let half = try Rational(1, 2)
    func expansion(_ order: Int, _ value: (DoubleDouble) -> DoubleDouble) -> StepExpansion {
      StepExpansion(order: order, largestStep: half) { [value($0)] }
    }
    let polynomial = expansion(2) { 3 - 2 * $0 + 5 * $0 * $0 - 7 * $0 * $0 * $0 }
    #expect(zip(polynomial.coefficients, [3, -2, 5]).allSatisfy { abs(($0[0] - $1).doubleValue) < 1e-26 })
    #expect(polynomial.errors.allSatisfy { $0 < 1e-22 })
    let exponential = expansion(3) { DoubleDouble.exp($0) }
    let expected = [DoubleDouble(1), DoubleDouble(1), DoubleDouble(1) / 2, DoubleDouble(1) / 6]
    for (own, exact, error) in zip3(exponential.coefficients, expected, exponential.errors) {
      let actual = abs((own[0] - exact).doubleValue)
      #expect(actual < 1e-18 && actual <= error)
    }
    #expect(expansion(1) { DoubleDouble.sqrt($0) }.errors[1] > 1e-3)
  }

  private func zip3<A, B, C>(_ first: [A], _ second: [B], _ third: [C]) -> [(A, B, C)] {
    zip(first, zip(second, third)).map { ($0, $1.0, $1.1) }
  }
}
