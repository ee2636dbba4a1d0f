import HBModel
import Testing

@testable import HBReport

@Suite struct TrajectoryReportTests {
  private func report(
    _ objective: String, start: [Rational] = [.one], step: Rational, steps: Int, order: Int, stationary: Bool = false,
    rest: Bool = false, digits: Int = 17
  ) throws -> TrajectoryReport {
    try TrajectoryReport(
      MomentumProblem(
        objective: try Expression(parsing: objective, dimension: start.count), start: start,
        momentum: try Rational(1, 2)),
      step: step, steps: steps, order: order, isStationary: stationary, isFromRest: rest, digits: digits)
  }

  @Test func `the text is CSV with as many digits as asked for`() throws {
    let report = try report(
      "x1^2/2", start: [.one, .zero], step: try Rational(1, 8), steps: 2, order: 0, digits: 5)
    #expect(
      report.text == """
        n,t,hb1,hb2,model1,model2,error
        0,0.0000,1.0000,0.0000,1.0000,0.0000,0.0000
        1,0.12500,0.87500,0.0000,0.88250,0.0000,0.0074969
        2,0.25000,0.70312,0.0000,0.73162,0.0000,0.028491
        """)
  }

  @Test func `a trajectory document has exactly its keys`() throws {
    let document = try report("x1^2/2", step: try Rational(1, 8), steps: 1, order: 1).document
    #expect(document.keys == ["reason", "rows", "schema", "verb", "verdict"])
    guard case .array(let rows)? = document["rows"] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map(\.keys) == Array(repeating: ["error", "method", "model", "n", "t"], count: 2))
    #expect(rows[1]["t"] == .string("0.125"))
    #expect(rows[1]["method"] == .array([.string("0.875")]))
  }

  @Test
  func `started on the slow manifold the method follows the stationary model to order k+1, from rest it does not`()
    throws
  {
    func error(steps: Int, rest: Bool) throws -> Double {
      let own = try report(
        "log(cosh(x1))+x1^2/2", step: try Rational(1, Int128(steps)), steps: steps, order: 2, stationary: true,
        rest: rest)
      return own.rows[steps].error.doubleValue
    }
    // Orders 3 and 1: halving the step divides the error by nearly 8 and by nearly 2.
    #expect(abs(try error(steps: 256, rest: false) / error(steps: 512, rest: false) - 8) < 0.5)
    #expect(abs(try error(steps: 256, rest: true) / error(steps: 512, rest: true) - 2) < 0.2)
  }

  @Test func `times are exact multiples of the step`() throws {
    let rows = try report("x1^2/2", step: try Rational(1, 10), steps: 3, order: 0).rows
    #expect(rows[3].time.description == "0.3")
  }

  @Test(arguments: [
    ("log(x1)", "-1", "the method stops at iteration 0: found log of -1"),
    ("log(x1)", "1/10", "the method stops at iteration 1: found log of -1.15"),
    ("1/(x1-1)", "1", "the method stops at iteration 0: found a division by zero"),
    ("(x1-2)^(1/3)", "1", "the method stops at iteration 0: found the power 1/3 of -1"),
    ("x1^4", "100", "the method diverges at iteration"),
  ])
  func `a trajectory outside the domain is refused with the iteration`(objective: String, start: String, line: String)
    throws
  {
    do {
      _ = try report(objective, start: [try Rational(parsing: start)], step: try Rational(1, 8), steps: 8, order: 1)
      Issue.record("no error")
    } catch let error as DynamicsError { #expect(error.description.hasPrefix(line)) }
  }
}
