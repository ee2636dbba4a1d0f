/// The colours of marks, by what they mean; each is a class of the style sheet, with a value in light and in dark.
public enum Ink: Hashable, Sendable {
  /// The method itself: the colour of the text.
  case method
  /// The model of an order, from warm and light to cool and dark; 0 to 5, further ones share the last.
  case order(Int)
  /// One of six categories that have no order.
  case category(Int)
  /// A place in a sequence of five shades, from good (0) to bad (4).
  case shade(Int)
  /// What is only there to compare with.
  case muted
  /// Level lines.
  case contour

  /// The class of the style sheet.
  var className: String {
    switch self {
    case .method: "im"
    case .order(let k): "io\(min(max(k, 0), 5))"
    case .category(let index): "ic\(index % 6)"
    case .shade(let index): "is\(min(max(index, 0), 4))"
    case .muted: "iu"
    case .contour: "il"
    }
  }

  /// Every ink, for the style sheet.
  static let all: [Ink] =
    [.method, .muted, .contour] + (0..<6).map(Ink.order) + (0..<6).map(Ink.category) + (0..<5).map(Ink.shade)
}
