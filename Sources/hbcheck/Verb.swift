import HBReport

/// One verb of the command line.
struct Verb: Sendable {
  /// What is typed.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// The options, without `--format` and `--help`, which every verb has.
  let options: [OptionSpecification]
  /// The arguments that are no options.
  var operands: [OperandSpecification] = []
  /// The forms in which it prints, the usual one first.
  var formats = ["text", "json"]
  /// What else a person should know.
  var notes: [String] = []
  /// A command that runs as it stands, without `swift run -c release`.
  let example: @Sendable () -> String
  /// Does it; an error that it throws is one line, and bad input.
  let run: @Sendable (Arguments) throws -> any VerbReport

  /// Every verb, in the order of the help; a new verb is one file and one line here.
  static let table: [Verb] = [
    verify, replay, order, trajectory, compare, derive, validate, check, mutants, report, golden, list,
  ]

  /// The options with those that every verb has.
  var allOptions: [OptionSpecification] {
    options + [.option("format", formats.joined(separator: "|"), "how to print (default \(formats[0]))")]
  }
}
