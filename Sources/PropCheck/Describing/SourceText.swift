/// A value as a person writes it in Swift, so that a counterexample can be pasted into a test.
///
/// Where its type is known from the context, as that of an argument, the text compiles and gives the same value:
/// strings have their quotes, and escapes for what cannot be seen; cases their point, structures the labels of their
/// initializer, infinity and not-a-number their names. Members of sets and keys of dictionaries come in an order of
/// their own, because that of hashing differs from process to process. A type that describes itself
/// (`CustomStringConvertible`) is taken at its word, and an object, which has no literal, is printed as its type.
///
/// ```swift
/// sourceText(["a\u{200B}": 1...2])  // ["a\u{200B}": 1...2]
/// ```
///
/// - Parameter value: any value.
/// - Returns: its text, such as `Booking(nights: 1, guests: ["a"])`; parts that nest deeper than 200 levels are points.
/// - Complexity: O(number of parts).
public func sourceText<Value>(_ value: Value) -> String { sourceText(value, 0) }

/// A type of the standard library whose text is made here.
protocol SourceLiteral {
  /// The text of a value.
  ///
  /// - Parameter depth: how many values are around it.
  func sourceText(_ depth: Int) -> String
}

/// So deeply values may nest before the stack of a thread could overflow.
private let deepest = 200

func sourceText<Value>(_ value: Value, _ depth: Int) -> String {
  guard depth <= deepest else { return "..." }
  if let literal = value as? any SourceLiteral { return literal.sourceText(depth) }
  if let number = value as? any FloatingPoint, let name = nameOfUnbounded(number) { return name }
  if let text = foundationText(value) { return text }
  if let described = value as? any CustomStringConvertible { return described.description }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .tuple: return mirror.children.count == 1 ? labelled(mirror, depth) : "(\(labelled(mirror, depth)))"
  case .struct: return "\(typeText(type(of: value)))(\(labelled(mirror, depth)))"
  case .enum: return caseText(value, mirror, depth)
  default: return String(describing: value)
  }
}

/// The members of a tuple or a structure, with their labels where they have one.
private func labelled(_ mirror: Mirror, _ depth: Int) -> String {
  mirror.children.map { label, value in
    // members of tuples without a label are called .0, .1, ...
    guard let label, !label.hasPrefix(".") else { return sourceText(value, depth + 1) }
    return "\(label): \(sourceText(value, depth + 1))"
  }.joined(separator: ", ")
}

private func caseText<Value>(_ value: Value, _ mirror: Mirror, _ depth: Int) -> String {
  guard let (label, payload) = mirror.children.first, let label else { return "." + identifier("\(value)") }
  let inside = Mirror(reflecting: payload)
  let text = inside.displayStyle == .tuple ? labelled(inside, depth + 1) : sourceText(payload, depth + 1)
  return ".\(identifier(label))(\(text))"
}

/// A name as it is written where it is used: in back-ticks if it has spaces or the like.
private func identifier(_ name: String) -> String {
  if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) { return name }
  let words = rawIdentifier(name)
  return words.hasPrefix("`") ? words : "`\(words)`"
}

/// What an infinite number or none at all is called; nil for others.
private func nameOfUnbounded(_ number: any FloatingPoint) -> String? {
  if number.isNaN { return ".nan" }
  guard number.isInfinite else { return nil }
  return number.sign == .minus ? "-.infinity" : ".infinity"
}
