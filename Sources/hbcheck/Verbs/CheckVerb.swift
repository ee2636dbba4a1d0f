import HBModel
import HBReport
import HBSuite

extension Verb {
  /// `check`: judges a recorded run.
  static let check = Verb(
    name: "check", summary: "judges iterates recorded from an optimizer: which convention, from where not, why not",
    options: [
      Objective.options[0],
      .option("start", "X", "x_0, numbers with commas between them, where RUN.csv does not have iteration 0"),
      .required("step", "H", "the step size (learning rate) that the optimizer was given, above 0"),
      .required("momentum", "MU", "the momentum that it was given, in [0, 1)"),
      .option("dampening", "D", "the dampening that it was given, in [0, 1) (default: MU is tried)"),
      .option("precision", "double|single", "the arithmetic of the run (default: double, then single if it may be)"),
      .option("convention", "NAME", "the convention that the run must follow (default: any)"),
    ],
    operands: [OperandSpecification("RUN.csv", expected: "a recording with the header n,x1,x2,...")],
    notes: [
      "RUN.csv has the header n,x1,..,xd and a row for each recorded iteration, ascending, in any distances; iteration 0",
      "is the start at rest. Lines with # are comments. Without iteration 0, --start gives x_0, or two rows of successive",
      "iterations give the momentum. Conventions, with g = grad L and v = 0 at the start:",
    ]
      + TextTable([.left(), .left()], rows: MomentumConvention.allCases.map { [$0.rawValue, $0.formula] })
      .lines(indent: "  ") + [
        "A run follows one to rounding when every iterate lies within a first-order bound of the rounding of its precision,",
        "carried from the recorded iterate before through the Jacobians of the steps in between.",
      ],
    example: {
      "hbcheck check golden/recordings/log-cosh-momentum-double.csv --objective @log-cosh --step 0.004 --momentum 0.5"
    },
    run: { arguments in
      let limit = 1 << 26
      let file = arguments.operands[0]
      let data = try InputFile.contents(
        of: file, limit: limit + 1, operand: "RUN.csv", expected: "a recording with the header n,x1,x2,...")
      guard data.count <= limit else {
        throw UsageError(
          "RUN.csv", found: "more than \(limit) bytes in \(UsageError.quoted(file))", expected: "at most that")
      }
      var recording = try Recording(bytes: Array(data), file: file)
      if let start = try arguments.vector("start") {
        guard recording.rows[0].iteration > 0 else {
          throw UsageError("--start", found: "a start", expected: "none, for \(file) has iteration 0")
        }
        guard start.count == recording.dimension else {
          throw UsageError(
            "--start", found: Objective.entries(start.count),
            expected: "\(recording.dimension), as \(file) has coordinates")
        }
        recording = recording.startingAt(start)
      }
      let text = try arguments.required("objective")
      var settings = RecordingSettings(
        objective: try Objective.expression(text, dimension: recording.dimension, source: file),
        step: try arguments.positive("step"), momentum: try arguments.momentum("momentum"))
      if arguments.has("dampening") { settings.dampening = try arguments.momentum("dampening", called: "dampening") }
      if arguments.has("precision") {
        settings.precision = RecordedPrecision(
          rawValue: try arguments.choice("precision", among: RecordedPrecision.allCases.map(\.rawValue), default: ""))
      }
      if arguments.has("convention") {
        settings.convention = MomentumConvention(
          rawValue: try arguments.choice("convention", among: MomentumConvention.allCases.map(\.rawValue), default: ""))
      }
      guard settings.convention != .gradientDescent || settings.momentum == .zero else {
        throw UsageError(
          "--convention", found: "'gradient-descent' beside the momentum \(settings.momentum)",
          expected: "the momentum 0, or a convention with momentum")
      }
      return RecordingReport(try RecordingCheck(recording, settings: settings), objective: text)
    })
}
