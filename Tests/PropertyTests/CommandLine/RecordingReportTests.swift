import Foundation
import HBModel
import HBSuite
import Testing

@testable import HBReport

@Suite struct RecordingReportTests {
  private func report(_ name: String, momentum: Rational) throws -> RecordingReport {
    let file = "golden/recordings/\(name).csv"
    let recording = try Recording(bytes: Array(Data(contentsOf: URL(fileURLWithPath: file))), file: file)
    let objective = try #require(NamedObjective.named("@log-cosh")).expression
    let settings = RecordingSettings(objective: objective, step: try Rational(1, 250), momentum: momentum)
    return RecordingReport(try RecordingCheck(recording, settings: settings), objective: "@log-cosh")
  }

  @Test func `a run that is heavy ball prints the conventions, what they mean, and the models`() throws {
    #expect(
      try report("log-cosh-momentum-double", momentum: try Rational(1, 2)).text == """
        HOLDS  the run is heavy-ball to rounding: all 60 iterates compared lie within the bound of double precision, \
        the farthest at 0.092 of it
          recording  golden/recordings/log-cosh-momentum-double.csv: 61 rows, iterations 0 to 60, 2 coordinates
          objective  @log-cosh
          settings   step 0.004, momentum 0.5
          precision  double, u = 2^-53

          convention            step  agrees through  farthest/bound  off at       by    bound
          heavy-ball           0.004              60           0.092
          exponential-average  0.002                                       1  1.81e-3  1.2e-16
          dampening            0.002               1            0.18       2  1.80e-3  1.4e-16
          nesterov             0.004               1           0.034       2  6.28e-6  7.1e-16
          nesterov-library     0.004                                       1  1.81e-3  1.5e-16

          heavy-ball: x_{n+1} = x_n - h g(x_n) + mu (x_n - x_{n-1}); at constant h and mu the same iterates are
            written with a velocity, the step inside (v = mu v - h g, x += v) or outside (v = mu v + g, x -= h v):
            each displacement is mu times the last one minus h g, from none, so that only rounding differs

          the run beside the models of heavy-ball with step 0.004 and momentum 0.5, through iteration 60;
          observed: the order to which the error falls with h/2
          order  largest error  at n  scales like  observed
              0       3.441e-3    60          h^1     0.983
              1       4.879e-5    53          h^2      1.96
              2       3.216e-6    60          h^3      2.97
              3       7.496e-8    42          h^4      3.93
              4       8.012e-9    60          h^5      5.00
          h * curvature is at most 0.0065: in the asymptotic regime, below (1-mu)^2/16 = 0.016
        """)
  }

  @Test func `a run with another momentum prints what it is`() throws {
    let report = try report("log-cosh-momentum-single", momentum: try Rational(9, 10))
    #expect(report.judgement.verdict == .falsified)
    #expect(
      report.judgement.reason == "this is heavy-ball with mu = 0.5 rather than 0.9 and step 0.004; as given, heavy-ball"
        + " agrees through iteration 1 and is off at iteration 2: x2 by 0.00145, where rounding allows 4.0e-7")
    #expect(report.text.contains("  the run beside the models of heavy-ball with step 0.004 and momentum 0.5, through"))
    #expect(report.document["tracked"]?["momentum"] == .string("1/2"))
  }
}
