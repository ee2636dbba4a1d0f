/// A JSON document as a value, printed the same way by every build: sorted keys, two spaces, no times.
public indirect enum JSONValue: Equatable, Sendable {
  /// Nothing is known.
  case null
  /// True or false.
  case boolean(Bool)
  /// An exact integer, as long as it is.
  case integer(Int128)
  /// A number; printed as null where it is not finite, for JSON has no other word.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named values.
  case object([String: JSONValue])

  /// The keys of an object, sorted; none for anything else.
  public var keys: [String] {
    if case .object(let fields) = self { fields.keys.sorted() } else { [] }
  }

  /// The value of a key of an object.
  public subscript(key: String) -> JSONValue? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The document over several lines; lists without lists or objects in them take one line.
  public var description: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): JSONValue.write(value, to: &text)
    case .array(let list) where list.allSatisfy(\.isScalar):
      text += "["
      for (index, entry) in list.enumerated() {
        if index > 0 { text += ", " }
        entry.write(to: &text, indent: indent)
      }
      text += "]"
    case .array(let list):
      let inner = indent + "  "
      text += "["
      for (index, entry) in list.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        entry.write(to: &text, indent: inner)
      }
      text += "\n" + indent + "]"
    case .object(let fields) where fields.isEmpty: text += "{}"
    case .object(let fields):
      let inner = indent + "  "
      text += "{"
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        JSONValue.write(field.key, to: &text)
        text += ": "
        field.value.write(to: &text, indent: inner)
      }
      text += "\n" + indent + "}"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
