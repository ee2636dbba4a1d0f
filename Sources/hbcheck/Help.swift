import HBReport

/// The help texts.
enum Help {
  /// The version of the program.
  static let version = "0.1.0"

  /// The help without a verb.
  static var overview: String {
    let verbs = TextTable([.left(), .left()], rows: Verb.table.map { [$0.name, $0.summary] }).lines(indent: "  ")
    let head = ["hbcheck: does the continuous-time model of heavy-ball momentum track the method?", "", "verbs:"]
    let more = ["", "  hbcheck VERB --help  the options of a verb, with an example", "  hbcheck --version", ""]
    let example = ["", "example:", "  swift run -c release hbcheck verify"]
    return (head + verbs + more + exitCodes + example).joined(separator: "\n")
  }

  /// The help of a verb.
  static func text(of verb: Verb) -> String {
    var lines = ["hbcheck \(verb.name): \(verb.summary)", ""] + usage(of: verb)
    if !verb.operands.isEmpty {
      let rows = verb.operands.map { [$0.name, $0.expected] }
      lines += [""] + TextTable([.left(), .left()], rows: rows).lines(indent: "  ")
    }
    let rows = verb.allOptions.map { [$0.synopsis, $0.help] } + [["--help", "this text"]]
    lines += ["", "options:"] + TextTable([.left(), .left()], rows: rows).lines(indent: "  ")
    if !verb.notes.isEmpty { lines += [""] + verb.notes }
    return (lines + [""] + exitCodes + ["", "example:", "  swift run -c release \(verb.example())"])
      .joined(separator: "\n")
  }

  /// What is typed, over as many lines as it takes.
  private static func usage(of verb: Verb) -> [String] {
    let operands = verb.operands.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    let options = verb.allOptions.map { option in
      option.isRequired ? option.synopsis : "[\(option.synopsis)]" + (option.isRepeatable ? "..." : "")
    }
    var lines = ["usage: hbcheck \(verb.name)"]
    let indent = String(repeating: " ", count: lines[0].count)
    for word in operands + options {
      if lines[lines.count - 1].count + word.count > 99 { lines.append(indent) }
      lines[lines.count - 1] += " " + word
    }
    return lines
  }

  private static let exitCodes = ["exit code: 0 holds, 1 falsified, 2 bad usage or bad input, 3 inconclusive"]
}
