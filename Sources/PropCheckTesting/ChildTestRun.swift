import Testing

/// The command that runs one test of this process alone, in another process.
enum ChildTestRun {
  /// Options with a value that concern which tests run, or where results go.
  private static let dropped: Set<String> = [
    "--filter", "--skip", "--xunit-output", "--attachments-path", "--event-stream-output-path", "--repetitions",
    "--repeat-until",
  ]

  /// The arguments of this process, with a filter that leaves a test alone.
  static func command(for test: Test, arguments: [String] = CommandLine.arguments) -> [String] {
    var command: [String] = []
    var isValue = false
    for argument in arguments {
      let isDropped = isValue || dropped.contains(argument)
      if !isDropped { command.append(argument) }
      isValue = !isValue && dropped.contains(argument)
    }
    return command + ["--filter", "^" + TestFilter.escaped(String(describing: test.id)) + "$"]
  }
}
