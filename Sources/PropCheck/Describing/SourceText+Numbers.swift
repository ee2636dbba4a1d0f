extension SourceLiteral where Self: CustomStringConvertible {
  /// The description, which is a literal.
  func sourceText(_ depth: Int) -> String { description }
}

extension Int: SourceLiteral {}
extension Int8: SourceLiteral {}
extension Int16: SourceLiteral {}
extension Int32: SourceLiteral {}
extension Int64: SourceLiteral {}
extension UInt: SourceLiteral {}
extension UInt8: SourceLiteral {}
extension UInt16: SourceLiteral {}
extension UInt32: SourceLiteral {}
extension UInt64: SourceLiteral {}
extension Bool: SourceLiteral {}

extension Duration: SourceLiteral {
  func sourceText(_ depth: Int) -> String {
    let (seconds, attoseconds) = components
    return attoseconds == 0
      ? ".seconds(\(seconds))" : "Duration(secondsComponent: \(seconds), attosecondsComponent: \(attoseconds))"
  }
}

extension Range: SourceLiteral {
  func sourceText(_ depth: Int) -> String { between(lowerBound, "..<", upperBound, depth) }
}

extension ClosedRange: SourceLiteral {
  func sourceText(_ depth: Int) -> String { between(lowerBound, "...", upperBound, depth) }
}

extension PartialRangeFrom: SourceLiteral {
  func sourceText(_ depth: Int) -> String { operand(lowerBound, depth) + "..." }
}

extension PartialRangeThrough: SourceLiteral {
  func sourceText(_ depth: Int) -> String { "..." + operand(upperBound, depth) }
}

extension PartialRangeUpTo: SourceLiteral {
  func sourceText(_ depth: Int) -> String { "..<" + operand(upperBound, depth) }
}

/// Two bounds; spaces keep a sign or a point after the operator from becoming a part of it.
private func between<Bound>(_ lower: Bound, _ operation: String, _ upper: Bound, _ depth: Int) -> String {
  let (low, high) = (sourceText(lower, depth + 1), sourceText(upper, depth + 1))
  return high.hasPrefix("-") || high.hasPrefix(".") ? "\(low) \(operation) \(high)" : low + operation + high
}

/// The only bound of a range; a sign or a point outside of brackets would be that of the range.
private func operand<Bound>(_ bound: Bound, _ depth: Int) -> String {
  let text = sourceText(bound, depth + 1)
  return text.hasPrefix("-") || text.hasPrefix(".") ? "(\(text))" : text
}
