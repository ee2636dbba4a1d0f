/// How much room a text takes, estimated from above: which font a reader has is not known.
///
/// The widths are those of wide sans-serif faces, such as DejaVu Sans; others are narrower.
enum TextMetrics {
  /// The size of tick labels and legends in pixels.
  static let small = 12.0
  /// The size of panel titles.
  static let title = 13.0
  /// The distance of two lines of text.
  static let lineHeight = 17.0

  /// An upper estimate of the width of `text` in pixels.
  static func width(_ text: String, size: Double = small, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size * (isBold ? 1.1 : 1)
  }

  private static func width(of character: Character) -> Double {
    switch character {
    case "i", "j", "l", "|", "'", ".", ",", ":", ";", "·", "I": 0.33
    case " ", "t", "f", "r", "(", ")", "[", "]", "-", "/", "\"": 0.42
    case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻", "₀", "₁", "₂", "₃", "₄", "ₙ", "ₖ", "ᵏ", "⁺": 0.45
    case "m", "M", "w", "W", "−", "+", "=", "≤", "<", ">", "→", "↑", "×", "%": 0.9
    case "A"..."Z": 0.74
    default: 0.64
    }
  }

  /// The text in lines of at most `width` pixels, broken at blanks; a word that is longer has a line of its own.
  static func wrapped(_ text: String, width: Double, size: Double = small, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(last + " " + word, size: size, isBold: isBold) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
