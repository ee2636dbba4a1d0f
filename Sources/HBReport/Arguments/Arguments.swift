/// The arguments of one verb, split into options and operands.
///
/// An option always takes the argument after it, so that `--start -1,2` works, and so does `--start=-1,2`.
///
/// ```swift
/// let arguments = try Arguments(["--order", "3"], options: [.option("order", "K", "the order")])
/// print(try arguments.integer("order", in: 0...8))  // 3
/// ```
public struct Arguments: Equatable, Sendable {
  /// The arguments that are no options, in order.
  public let operands: [String]
  /// Whether `--help` or `-h` was met; nothing after it was read.
  public let asksForHelp: Bool
  private let values: [String: [String]]
  private let options: [OptionSpecification]

  /// Splits `list`.
  ///
  /// - Parameters:
  ///   - list: the arguments after the verb.
  ///   - options: the options that exist.
  ///   - operands: the operands that exist, in order.
  /// - Throws: `UsageError` for an unknown or repeated option, a missing or superfluous value, and operands that are
  ///   missing or too many.
  public init(
    _ list: [String], options: [OptionSpecification], operands expected: [OperandSpecification] = []
  ) throws(UsageError) {
    var rest = list[...]
    var values: [String: [String]] = [:]
    var operands: [String] = []
    var help = false
    while let argument = rest.popFirst() {
      if argument == "--help" || argument == "-h" {
        help = true
        break
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        operands.append(argument)
        continue
      }
      let (option, attached) = try Arguments.option(argument, among: options)
      let value = try Arguments.value(of: option, attached: attached, rest: &rest, options: options)
      guard option.isRepeatable || values[option.name] == nil else {
        throw UsageError("--" + option.name, found: "two of them", expected: "one")
      }
      values[option.name, default: []].append(value)
    }
    if !help {
      if operands.count > expected.count {
        let what = expected.isEmpty ? "options only" : "no more than \(expected.map(\.name).joined(separator: " "))"
        throw UsageError("arguments", found: UsageError.quoted(operands[expected.count]), expected: what)
      }
      for missing in expected.dropFirst(operands.count) where !missing.isOptional {
        throw UsageError(missing.name, found: "nothing", expected: missing.expected)
      }
    }
    self.operands = operands
    self.asksForHelp = help
    self.values = values
    self.options = options
  }

  /// The option that an argument names, and the value attached to it by `=`.
  private static func option(
    _ argument: String, among options: [OptionSpecification]
  ) throws(UsageError) -> (OptionSpecification, attached: String?) {
    let name: Substring
    var attached: String?
    if let sign = argument.firstIndex(of: "=") {
      name = argument[..<sign]
      attached = String(argument[argument.index(after: sign)...])
    } else {
      name = argument[...]
    }
    if name.hasPrefix("--"), let option = options.first(where: { $0.name == name.dropFirst(2) }) {
      return (option, attached)
    }
    let bare = String(name.drop { $0 == "-" })
    let known = options.map(\.name)
    throw UsageError(
      "options", found: "the unknown option \(UsageError.quoted(String(name)))",
      expected: known.isEmpty ? "none" : "one of " + known.map { "--" + $0 }.joined(separator: " "),
      suggestion: Suggestion.nearest(to: bare, among: known).map { "--" + $0 })
  }

  /// The value of an option; the empty text for a flag.
  private static func value(
    of option: OptionSpecification, attached: String?, rest: inout ArraySlice<String>, options: [OptionSpecification]
  ) throws(UsageError) -> String {
    let subject = "--" + option.name
    guard let placeholder = option.value else {
      guard let attached else { return "" }
      throw UsageError(subject, found: "the value \(UsageError.quoted(attached))", expected: "no value")
    }
    if let attached { return attached }
    guard let next = rest.popFirst() else {
      throw UsageError(subject, found: "no value", expected: "\(placeholder): \(option.help)")
    }
    // No value of any option reads like the name of an option: one was forgotten.
    if let other = options.first(where: { "--" + $0.name == next }) {
      throw UsageError(subject, found: "the option --\(other.name)", expected: "\(placeholder): \(option.help)")
    }
    return next
  }

  /// Whether the option is given.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// Every value given for an option.
  public func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value of an option; nil where it is not given.
  public func optional(_ name: String) -> String? { values[name]?.last }

  /// The value of an option that must be given.
  ///
  /// - Throws: `UsageError` where it is not.
  public func required(_ name: String) throws(UsageError) -> String {
    if let value = optional(name) { return value }
    let option = options.first { $0.name == name }
    let what = option.map { "\($0.value ?? "it"): \($0.help)" } ?? "it"
    throw UsageError("--" + name, found: "nothing", expected: what)
  }
}
