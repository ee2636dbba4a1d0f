import HBReport
import HBSuite

extension Verb {
  /// `golden check` and `golden record`.
  static let golden = Verb(
    name: "golden", summary: "compares with the recorded truth (check), or says how it is recorded (record)",
    options: [.option("directory", "DIR", "where the recorded truth is (default golden)")],
    operands: [OperandSpecification("ACTION", expected: "check or record")],
    example: { "hbcheck golden check" },
    run: { arguments in
      let action = try Arguments.choice(arguments.operands[0], among: ["check", "record"], subject: "ACTION")
      if action == "record" { return GoldenRecordReport(notice: GoldenSuite.recordNotice) }
      return GoldenCheckReport(try GoldenSuite.check(directory: arguments.optional("directory") ?? "golden"))
    })
}
