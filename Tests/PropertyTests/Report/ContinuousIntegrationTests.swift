import HBModel
import HBReport
import Testing

@testable import HBSuite

@Suite struct ContinuousIntegrationTests {
  private let evidence = Evidence.table(title: "defect", columns: ["step", "defect"], rows: [["1/2", "0.1"]])

  @Test func `a run is JUnit XML with a test case for each claim`() throws {
    let text = try SampleRun.report(evidence).junit
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
        <testsuite name="hbcheck verify" tests="3" failures="1" errors="1" skipped="0" time="2.347">
        <properties>
        <property name="seed" value="42"></property></properties>
        <testcase classname="hbcheck.heavy-ball" name="order/heavy-ball" time="2.340">
        <failure type="falsified" message="the model misses 100% of a term &lt;h^1&gt;">FALSIFIED  order/heavy-ball    \
        seed 42, problem 3 of 200, 31 shrinks
          objective  x1^3
          start 1    momentum 1/2    time 1/64    step 1/1024    model of order 2
          defect
          step  defect
           1/2     0.1
          the model misses 100% of a term &lt;h^1&gt;
          again:  swift run -c release hbcheck replay hb1.TOKEN
                  PROPCHECK_REPLAY=hb1.TOKEN swift test --filter ClaimTests
                  swift run -c release hbcheck order --objective &quot;x1^3&quot; --start 1 --momentum 1/2 --time 1/64 \
        --order 2 --steps 16</failure></testcase>
        <testcase classname="hbcheck.heavy-ball" name="symmetries/heavy-ball" time="0.007"></testcase>
        <testcase classname="hbcheck.heavy-ball" name="reversal/heavy-ball" time="0.000">
        <error type="inconclusive" message="too few, alas">too few, alas</error></testcase></testsuite></testsuites>

        """)
    #expect(TextCollector.reading(text) != nil)
  }

  @Test func `what does not hold is annotated in one line each, with the escapes that the form asks for`() throws {
    #expect(
      try SampleRun.report(evidence).annotations == [
        "::error title=order/heavy-ball falsified::the model misses 100%25 of a term <h^1>%0Aobjective x1^3, start 1,"
          + " momentum 1/2, step 1/1024, 16 steps, model of order 2%0Areplay: swift run -c release hbcheck replay"
          + " hb1.TOKEN",
        "::warning title=reversal/heavy-ball inconclusive::too few, alas",
      ])
    #expect(VerificationReport([SampleRun.holding], seed: 1).annotations.isEmpty)
  }

  @Test func `the summary has the table, and a block for what does not hold`() throws {
    let summary = try SampleRun.report(evidence).summary
    let start = """
      ## hbcheck verify: 1 of 3 claims is falsified

      seed 42

      | claim | cases | inconclusive | worst | verdict |
      |---|---:|---:|---:|---|
      | `order/heavy-ball` | 3 | 1 | 0.0000123 | **falsified** |
      | `symmetries/heavy-ball` | 3 | 1 | 0.0000123 | holds |
      | `reversal/heavy-ball` | 3 | 1 | 0.0000123 | **inconclusive** |

      ### `order/heavy-ball`

      ```
      FALSIFIED  order/heavy-ball    seed 42, problem 3 of 200, 31 shrinks
      """
    #expect(summary.hasPrefix(start))
    #expect(summary.hasSuffix("### `reversal/heavy-ball`\n\n```\ntoo few, alas\n```\n"))
    #expect(
      VerificationReport([SampleRun.holding], seed: 1).summary.hasPrefix(
        "## hbcheck verify: The claim holds on 3 random cases\n"))
  }
}
