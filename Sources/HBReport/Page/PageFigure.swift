/// A figure of a page: what it shows, the picture, its data, and the command that makes it again.
public struct PageFigure: Sendable {
  /// The name in links and of files.
  public let name: String
  /// What it tells, as a sentence that stands above it.
  public let finding: String
  /// How to read it.
  public let caption: String
  /// What is to be seen, for who cannot see it.
  public let description: String
  /// The picture.
  public let drawing: Drawing
  /// The data that are drawn.
  public let table: DataTable
  /// Commands that make it, or figures of it, again.
  public let commands: [String]

  /// A figure.
  public init(
    name: String, finding: String, caption: String, description: String, drawing: Drawing, table: DataTable,
    commands: [String]
  ) {
    self.name = name
    self.finding = finding
    self.caption = caption
    self.description = description
    self.drawing = drawing
    self.table = table
    self.commands = commands
  }

  /// The picture as a file of its own.
  public var svgFile: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + drawing.svg(
        width: Drawing.wide, identifier: name, title: finding, description: description,
        style: PlotStyle.standalone
      ).description + "\n"
  }

  /// The figure inside a page, once for wide and once for narrow screens.
  func markup(number: Int) -> Markup {
    let pictures = [("wide", Drawing.wide), ("narrow", Drawing.narrow)].map { kind, width in
      Markup(
        "div",
        ["class": "picture \(kind)", "tabindex": "0", "role": "group", "aria-label": "Figure \(number): values"],
        [
          drawing.svg(
            width: width, identifier: "\(name)-\(kind)", title: finding, description: description)
        ])
    }
    var caption = Markup("figcaption")
    caption.append(Markup("b", text: "Figure \(number). "))
    caption.append(text: self.caption)
    var details = Markup("details")
    details.append(Markup("summary", text: "Data and command"))
    details.append(
      Markup(
        "p", ["class": "tools"],
        [
          Markup(
            "a", ["href": table.link, "download": "\(name).csv", "class": "button"],
            text: "\(name).csv (\(Figures.counted(table.rows.count, "row")))")
        ]))
    details.append(Markup("pre", text: commands.map { "swift run -c release \($0)" }.joined(separator: "\n")))
    details.append(table.markup(caption: "Data of figure \(number)"))
    return Markup(
      "section", ["id": name],
      [
        Markup("h2", text: finding),
        Markup("figure", [:], pictures + [caption]),
        details,
      ])
  }
}
