/// A page that needs nothing but itself: text, figures, style and script in one file.
public struct Page: Sendable {
  /// A part of a page.
  public enum Part: Sendable {
    /// A figure, which gets the next number.
    case figure(PageFigure)
    /// A section with a heading, found under a name.
    case section(name: String, title: String, content: [Markup])
  }

  /// The title.
  public let title: String
  /// The line above the title.
  public let overline: String
  /// The conclusion in a few words, with the class that gives it its colour.
  public let verdict: (text: String, className: String)
  /// What a reader has to know first.
  public let introduction: [Markup]
  /// The parts, in order.
  public let parts: [Part]
  /// What stands at the end.
  public let footer: [Markup]

  /// A page.
  public init(
    title: String, overline: String, verdict: (text: String, className: String), introduction: [Markup],
    parts: [Part], footer: [Markup]
  ) {
    self.title = title
    self.overline = overline
    self.verdict = verdict
    self.introduction = introduction
    self.parts = parts
    self.footer = footer
  }

  /// The figures, in order.
  public var figures: [PageFigure] {
    parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// The page as an HTML document that is well-formed XML too.
  ///
  /// - Complexity: O(size of the text).
  public var html: String {
    let head = Markup(
      "head", [:],
      [
        Markup("meta", ["charset": "utf-8"]),
        Markup("title", text: title),
        Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        // Nothing is loaded from anywhere, and the browser sees to it.
        Markup(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:",
          ]),
        Markup("link", ["rel": "icon", "href": "data:,"]),
        Markup("style", raw: PlotStyle.colours + PlotStyle.marks + PageStyle.text),
      ])
    let header = Markup(
      "header", [:],
      [
        Markup("p", ["class": "over"], text: overline), Markup("h1", text: title),
        Markup("p", ["class": "verdict \(verdict.className)"], [Markup("span", text: verdict.text)]),
      ] + introduction)
    let body = Markup(
      "body", [:],
      [
        Markup("a", ["class": "skip", "href": "#content"], text: "Skip to the figures"),
        header, contents, Markup("main", ["id": "content"], sections), Markup("footer", [:], footer),
        Markup("div", ["id": "tip", "role": "status", "aria-live": "polite"]),
        Markup("script", raw: PageScript.text),
      ])
    let page = Markup("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"], [head, body])
    return "<!DOCTYPE html>\n\(page)\n"
  }

  private var sections: [Markup] {
    var number = 0
    return parts.map { part in
      switch part {
      case .figure(let figure):
        number += 1
        return figure.markup(number: number)
      case .section(let name, let title, let content):
        return Markup("section", ["id": name], [Markup("h2", text: title)] + content)
      }
    }
  }

  private var contents: Markup {
    let items = parts.map { part in
      let (name, title) =
        switch part {
        case .figure(let figure): (figure.name, figure.finding)
        case .section(let name, let title, _): (name, title)
        }
      return Markup("li", [:], [Markup("a", ["href": "#\(name)"], text: title)])
    }
    return Markup("nav", ["aria-label": "Contents"], [Markup("ul", [:], items)])
  }
}
