/// A part of a counterexample whose value does not matter: the property failed alike with every other one tried.
public struct IrrelevantPart: Sendable, Equatable {
  /// What the part is called: its name, or its place, such as "element 2 of part 1" or "value of "a"".
  public let name: String
  /// The value that it has in the counterexample, as a description.
  public let value: String
  /// How many other values were tried; never so few that chance is a likely reason, unless there are no more.
  public let tried: Int
}

/// What varying the parts of a counterexample showed.
public struct Explanation: Sendable, Equatable {
  /// The parts that do not matter, from left to right; parts of these are not listed.
  public var irrelevant: [IrrelevantPart] = []
  /// Whether the property also fails alike when all of them vary at once.
  public var isJoint = false
  /// How often varying ran the body.
  public var calls = 0

  /// Nothing varied, nothing known.
  public init() {}

  /// One line for a person, such as "any start (1) and any time (1/4) fail alike"; nil if every part matters.
  public var text: String? {
    guard let first = irrelevant.first else { return nil }
    let tried = irrelevant.map(\.tried).min() ?? 0
    let tail = ", tried with \(counted(tried, "other"))"
    if first.name == Explainer.nameOfWhole { return "any value fails alike" + tail }
    let names = irrelevant.map { "any \($0.name) (\(briefly($0.value)))" }
    if names.count == 1 { return names[0] + " fails alike" + tail }
    if !isJoint { return names.map { $0 + " fails alike" }.joined(separator: "; ") + tail }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1] + " fail alike" + tail
  }
}

/// The beginning of a text that is only mentioned.
func briefly(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard scalars.dropFirst(40).first != nil else { return text }
  return String(Substring(scalars.prefix(37))) + "..."
}
