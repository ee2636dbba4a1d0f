/// The style sheet of pictures: colours that people with any colour vision tell apart, in light and in dark.
///
/// The colours of orders run from warm and light to cool and dark, so that their lightness alone tells them apart;
/// the colours of categories follow the palette of M. Okabe and K. Ito (2008), darkened for contrast on white.
public enum PlotStyle {
  private static let light: KeyValuePairs<String, String> = [
    "ink": "#1b1c20", "soft": "#595d66", "rule": "#dcdad3", "paper": "#fdfdfb", "frame": "#b9b7af", "level": "#c9c6bc",
    "o0": "#b05c00", "o1": "#b8352f", "o2": "#9c2468", "o3": "#7d1d96", "o4": "#4c22a6", "o5": "#17247f",
    "c0": "#0a66a8", "c1": "#c2490c", "c2": "#0b7d60", "c3": "#9b3d8f", "c4": "#8a6a00", "c5": "#3f4754",
    "h0": "#1f6fb5", "h1": "#8fbbe0", "h2": "#f0d9a8", "h3": "#dc8a4e", "h4": "#a33b2b",
  ]
  private static let dark: KeyValuePairs<String, String> = [
    "ink": "#eceae4", "soft": "#a9acb4", "rule": "#2b2d34", "paper": "#14151a", "frame": "#5a5d66", "level": "#3b3e47",
    "o0": "#ffc263", "o1": "#ff9670", "o2": "#f57ba6", "o3": "#d983ee", "o4": "#b192ff", "o5": "#8f9dff",
    "c0": "#6cb6f5", "c1": "#ff9257", "c2": "#4fd1a5", "c3": "#e294d6", "c4": "#e0bd4a", "c5": "#c3c8d2",
    "h0": "#3d8fd6", "h1": "#2f567a", "h2": "#6b5a35", "h3": "#c9763f", "h4": "#f2836f",
  ]

  /// The colours as custom properties, in light, in dark where the reader asks for it, and in light on paper.
  public static var colours: String {
    func properties(_ colours: KeyValuePairs<String, String>) -> String {
      colours.map { "--\($0.key):\($0.value)" }.joined(separator: ";")
    }
    return """
      :root{color-scheme:light dark;\(properties(light))}
      @media (prefers-color-scheme:dark){:root{\(properties(dark))}}
      @media print{:root{color-scheme:light;\(properties(light))}}

      """
  }

  /// The looks of everything inside a picture.
  public static var marks: String {
    let inks = Ink.all.map { ink in
      let name = ink.className
      let colour =
        switch ink {
        case .method: "ink"
        case .muted: "soft"
        case .contour: "level"
        case .order, .category: String(name.dropFirst())
        case .shade: "h" + name.dropFirst(2)
        }
      return ".\(name){--c:var(--\(colour))}"
    }
    return """
      .plot{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
      font-variant-numeric:tabular-nums}
      .plot text{fill:var(--soft)}
      .plot .pt{font-size:13px;font-weight:600;fill:var(--ink)}
      .plot .lt,.plot .nt{fill:var(--ink)}
      .plot .nt{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
      .plot .nm{fill:var(--c);font-weight:600}
      .gr{stroke:var(--rule);fill:none}
      .fr{stroke:var(--frame);fill:none}
      .ln{stroke:var(--c);fill:none;stroke-linejoin:round;stroke-linecap:round}
      .fi{fill:var(--c)}
      .mk path{stroke:var(--paper);stroke-width:.8px}
      \(inks.joined())

      """
  }

  /// The style sheet of a picture that stands alone, with the paper behind it.
  public static var standalone: String { colours + marks + "svg{background:var(--paper)}\n" }
}
