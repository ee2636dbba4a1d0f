/// An option of a verb: its name, what it takes, and the line of help about it.
public struct OptionSpecification: Equatable, Sendable {
  /// The name without the dashes.
  public let name: String
  /// What the value is called in the help; nil for a flag, which takes none.
  public let value: String?
  /// What the option does, and which values it takes.
  public let help: String
  /// Whether it may be given more than once.
  public let isRepeatable: Bool
  /// Whether it must be given.
  public let isRequired: Bool

  /// An option that takes a value.
  public static func option(_ name: String, _ value: String, _ help: String, isRepeatable: Bool = false) -> Self {
    OptionSpecification(name: name, value: value, help: help, isRepeatable: isRepeatable, isRequired: false)
  }

  /// An option that must be given, with a value.
  public static func required(_ name: String, _ value: String, _ help: String) -> Self {
    OptionSpecification(name: name, value: value, help: help, isRepeatable: false, isRequired: true)
  }

  /// An option that is there or not.
  public static func flag(_ name: String, _ help: String) -> Self {
    OptionSpecification(name: name, value: nil, help: help, isRepeatable: false, isRequired: false)
  }

  /// The option as it is typed, e.g. `--order K`.
  public var synopsis: String { "--" + name + (value.map { " " + $0 } ?? "") }
}

/// An argument of a verb that is no option.
public struct OperandSpecification: Equatable, Sendable {
  /// What it is called in the help, e.g. `TOKEN`.
  public let name: String
  /// What is expected there, for an error.
  public let expected: String
  /// Whether it may be left out.
  public let isOptional: Bool

  /// An operand.
  public init(_ name: String, expected: String, isOptional: Bool = false) {
    self.name = name
    self.expected = expected
    self.isOptional = isOptional
  }
}
