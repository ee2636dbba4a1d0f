import HBModel
import Testing

@testable import HBReport

@Suite struct StudyReportTests {
  private func study(_ objective: String, order: Int, time: Rational, steps: Int) throws
    -> ConvergenceStudy<DoubleDouble>
  {
    let problem = MomentumProblem(
      objective: try Expression(parsing: objective), start: [.one], momentum: try Rational(1, 2))
    return try .run(StudyRequest(problem, order: order, time: time, firstRung: steps))
  }

  @Test func `a study prints its verdict, the problem, the ladder and the constants`() throws {
    let report = StudyReport(try study("x1^3/3", order: 1, time: try Rational(1, 2), steps: 64), objective: "@cubic")
    #expect(
      report.text == """
        HOLDS  observed order 2.000, expected 2; the measured principal error differs from the predicted one by \
        4.14e-9 of its size
          objective  @cubic
          start      1
          momentum   1/2, heavy-ball
          time       1/2
          model      of order 1, per-iteration
          steps    step     error  slope
             64   1/128  7.156e-4
            128   1/256  1.864e-4  1.967
            256   1/512  4.758e-5  1.983
            512  1/1024  1.202e-5  1.991
           1024  1/2048  3.022e-6  1.996
          observed order 2.000, expected 2; successive extrapolations differ by 0.000073
          principal error, the limit of (method - model)/h^2 at the end
            measured   (-10.7500)
            predicted  (-10.7500)
        """)
  }

  @Test func `an order document has exactly its keys`() throws {
    let report = StudyReport(try study("x1^3/3", order: 1, time: try Rational(1, 2), steps: 64))
    let document = report.document
    #expect(
      document.keys == [
        "expectedOrder", "observedOrder", "principalError", "reason", "rungs", "schema", "verb", "verdict",
      ])
    #expect(document["schema"] == .string("hbcheck/1"))
    #expect(document["principalError"]?.keys == ["measured", "predicted"])
    guard case .array(let rungs)? = document["rungs"] else {
      Issue.record("no rungs")
      return
    }
    #expect(rungs.map(\.keys) == Array(repeating: ["error", "slope", "step", "steps"], count: 5))
    #expect(rungs[0]["slope"] == .null)
    #expect(rungs[1]["slope"] != .null)
    #expect(rungs[1]["step"] == .string("0.00390625"))
  }

  @Test func `rungs below the floor are named`() throws {
    let report = StudyReport(try study("x1^3/3", order: 8, time: try Rational(1, 1024), steps: 16))
    #expect(report.judgement.verdict == .inconclusive)
    #expect(report.judgement.reason.hasSuffix("dropped as below 100 times their floor: 16, 32, 64, 128, 256 steps"))
    #expect(report.text.contains("dropped: below 100 times the floor of"))
  }

  @Test func `a study without rungs says why and prints no table`() throws {
    let report = StudyReport(try study("x1^3/3", order: 1, time: Rational(1), steps: 1 << 20))
    #expect(!report.text.contains("steps  "))
    #expect(report.document["observedOrder"] == .null)
    #expect(report.document["rungs"] == .array([]))
    #expect(report.judgement.verdict.exitCode == 3)
  }
}
