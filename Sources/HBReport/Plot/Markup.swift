/// An element of HTML, SVG or XML with its attributes and content, written so that it is well-formed as all three.
public struct Markup: Sendable {
  /// What an element contains.
  public enum Content: Sendable {
    /// A nested element.
    case element(Markup)
    /// A text; what markup would read in it is escaped.
    case text(String)
    /// A text that is written as it stands: style sheets and scripts of our own.
    case raw(String)
  }

  /// The element's name.
  public let name: String
  /// The attributes, in the order in which they are written.
  public var attributes: [(name: String, value: String)]
  /// What is between the tags.
  public var content: [Content]

  /// An element with other elements in it.
  public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    content = children.map(Content.element)
  }

  /// An element with a text in it.
  public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    self.init(name, attributes)
    content = [.text(text)]
  }

  /// An element with a text in it that is written as it stands.
  public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], raw: String) {
    self.init(name, attributes)
    content = [.raw(raw)]
  }

  /// Adds an element at the end.
  public mutating func append(_ child: Markup) { content.append(.element(child)) }

  /// Adds a text at the end.
  public mutating func append(text: String) { content.append(.text(text)) }

  /// A text with what markup would read in it written as references; characters that XML has no place for are left out.
  public static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE:
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Markup: CustomStringConvertible {
  /// Elements that have no content and, in HTML, no end tag.
  private static let empty: Set<String> = [
    "meta", "link", "br", "hr", "img", "input", "path", "line", "rect", "circle", "polyline",
  ]
  /// Elements that start a line, so that the text can be read and compared.
  private static let lines: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer", "nav", "section", "figure",
    "figcaption", "h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "details", "summary", "svg", "g",
    "path", "rect", "text", "desc", "pre", "div", "testsuites", "testsuite", "testcase", "failure", "error", "property",
    "properties", "dl", "dt", "dd",
  ]

  /// The element as text.
  ///
  /// - Complexity: O(size of the text).
  public var description: String {
    var text = ""
    write(to: &text)
    return text.hasPrefix("\n") ? String(text.dropFirst()) : text
  }

  private func write(to text: inout String) {
    if Markup.lines.contains(name) { text += "\n" }
    text += "<" + name
    for attribute in attributes { text += " \(attribute.name)=\"\(Markup.escaped(attribute.value))\"" }
    if content.isEmpty, Markup.empty.contains(name) {
      text += " />"
      return
    }
    text += ">"
    for part in content {
      switch part {
      case .element(let child): child.write(to: &text)
      case .text(let plain): text += Markup.escaped(plain)
      case .raw(let exact): text += exact
      }
    }
    text += "</\(name)>"
  }
}
