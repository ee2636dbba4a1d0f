/// The text of a value of Foundation whose description is none that compiles, or loses something; nil for others.
///
/// Such types are known by their names, so that this module needs no Foundation.
func foundationText<Value>(_ value: Value) -> String? {
  let name = String(reflecting: type(of: value as Any))
  guard name.hasPrefix("Foundation") else { return nil }
  let description = String(describing: value)
  switch name.split(separator: ".", maxSplits: 1).last {
  case "UUID": return "UUID(uuidString: \"\(description)\")!"
  case "Decimal": return description == "NaN" ? ".nan" : "Decimal(string: \"\(description)\")!"
  case "URL": return urlText(description)
  case "Date":
    // the description has whole seconds only
    return Mirror(reflecting: value).children.first.map {
      "Date(timeIntervalSinceReferenceDate: \(sourceText($0.value)))"
    }
  case "Data":
    guard let bytes = value as? any Sequence<UInt8> else { return nil }
    let list = bytes.map(\.description).joined(separator: ", ")
    return list.isEmpty ? "Data()" : "Data([\(list)])"
  default: return nil
  }
}

/// An address, which may be relative to another: then both stand in its description.
private func urlText(_ description: String) -> String {
  guard let dashes = description.firstRange(of: " -- ") else { return "URL(string: \(sourceText(description)))!" }
  let relative = sourceText(String(description[..<dashes.lowerBound]))
  return "URL(string: \(relative), relativeTo: \(urlText(String(description[dashes.upperBound...]))))!"
}
