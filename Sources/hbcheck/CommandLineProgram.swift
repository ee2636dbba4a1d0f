import Foundation
import HBReport

/// One run of the program: from its arguments to what it prints and its exit code.
struct CommandLineProgram {
  /// The arguments after the program's own name.
  let arguments: [String]

  /// The exit code of bad usage and bad input.
  static let badInput: Int32 = 2

  /// Does what the arguments say.
  ///
  /// - Returns: the exit code.
  func run() -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    guard let first = arguments.first else {
      return fail(UsageError("verb", found: "nothing", expected: "one of \(names) (try hbcheck --help)"))
    }
    switch first {
    case "--help", "-h": return Output.print(Help.overview) ? 0 : Self.badInput
    case "--version": return Output.print("hbcheck \(Help.version)") ? 0 : Self.badInput
    default: break
    }
    guard let verb = Verb.table.first(where: { $0.name == first }) else {
      let what = first.hasPrefix("-") ? "the option \(UsageError.quoted(first))" : UsageError.quoted(first)
      return fail(
        UsageError(
          "verb", found: what, expected: "one of \(names)",
          suggestion: Suggestion.nearest(to: first, among: Verb.table.map(\.name))))
    }
    do {
      return try run(verb)
    } catch {
      return fail(error, verb: verb)
    }
  }

  private var names: String { Verb.table.map(\.name).joined(separator: ", ") }

  private func run(_ verb: Verb) throws -> Int32 {
    let parsed = try Arguments(Array(arguments.dropFirst()), options: verb.allOptions, operands: verb.operands)
    if parsed.asksForHelp { return Output.print(Help.text(of: verb)) ? 0 : Self.badInput }
    let format = try parsed.choice("format", among: verb.formats, default: verb.formats[0])
    let report = try verb.run(parsed)
    let text =
      switch format {
      case "json": report.document.description
      case "latex": report.latex ?? report.text
      default: report.text
      }
    return Output.print(text) ? report.judgement.verdict.exitCode : Self.badInput
  }

  /// Prints one line about an error.
  private func fail(_ error: any Error, verb: Verb? = nil) -> Int32 {
    Output.complain((["hbcheck"] + (verb.map { [$0.name] } ?? [])).joined(separator: " ") + ": \(error)")
    return Self.badInput
  }
}
