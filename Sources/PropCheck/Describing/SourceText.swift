/// A value as a person writes it in Swift, so that a counterexample can be pasted into a test.
///
/// Strings have their quotes, cases their point, structures the labels of their initializer. Members of sets and
/// keys of dictionaries come in an order of their own, because that of hashing differs from process to process. A
/// type that describes itself (`CustomStringConvertible`) is taken at its word.
///
/// - Parameter value: any value.
/// - Returns: its text, such as `Booking(nights: 1, guests: ["a"])`.
/// - Complexity: O(number of parts).
public func sourceText<Value>(_ value: Value) -> String {
  if let literal = value as? any SourceLiteral { return literal.sourceText }
  if let described = value as? any CustomStringConvertible { return described.description }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .tuple: return mirror.children.count == 1 ? labelled(mirror) : "(\(labelled(mirror)))"
  case .struct: return "\(type(of: value))(\(labelled(mirror)))"
  case .enum: return caseText(value, mirror)
  default: return String(describing: value)
  }
}

/// A type of the standard library whose description is not what a person writes.
private protocol SourceLiteral {
  var sourceText: String { get }
}

/// The members of a tuple or a structure, with their labels where they have one.
private func labelled(_ mirror: Mirror) -> String {
  mirror.children.map { label, value in
    // members of tuples without a label are called .0, .1, ...
    guard let label, !label.hasPrefix(".") else { return sourceText(value) }
    return "\(label): \(sourceText(value))"
  }.joined(separator: ", ")
}

private func caseText<Value>(_ value: Value, _ mirror: Mirror) -> String {
  guard let (label, payload) = mirror.children.first, let label else { return ".\(value)" }
  let inside = Mirror(reflecting: payload)
  return ".\(label)(\(inside.displayStyle == .tuple ? labelled(inside) : sourceText(payload)))"
}

/// Texts in an order that depends on nothing but the texts; numbers come by size.
private func ordered(_ texts: [String]) -> String {
  texts.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.joined(separator: ", ")
}

extension String: SourceLiteral {
  fileprivate var sourceText: String { debugDescription }
}

extension Substring: SourceLiteral {
  fileprivate var sourceText: String { debugDescription }
}

extension Character: SourceLiteral {
  fileprivate var sourceText: String { debugDescription }
}

extension Double: SourceLiteral {
  fileprivate var sourceText: String {
    isFinite ? description : isNaN ? ".nan" : self < 0 ? "-.infinity" : ".infinity"
  }
}

extension Optional: SourceLiteral {
  fileprivate var sourceText: String {
    guard let value = self else { return "nil" }
    let text = PropCheck.sourceText(value)
    return text == "nil" ? ".some(nil)" : text
  }
}

extension Array: SourceLiteral {
  fileprivate var sourceText: String { "[" + map { PropCheck.sourceText($0) }.joined(separator: ", ") + "]" }
}

extension Set: SourceLiteral {
  fileprivate var sourceText: String { "[" + ordered(map { PropCheck.sourceText($0) }) + "]" }
}

extension Dictionary: SourceLiteral {
  fileprivate var sourceText: String {
    isEmpty ? "[:]" : "[" + ordered(map { PropCheck.sourceText($0.key) + ": " + PropCheck.sourceText($0.value) }) + "]"
  }
}
