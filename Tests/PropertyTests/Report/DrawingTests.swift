import Foundation
import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@testable import HBReport

@Suite(.propertyTesting) struct DrawingTests {
  /// A panel with data that a run may well leave: gaps, infinities, constants, nothing at all.
  private func panel(_ values: [Double], kind: Scale.Kind) -> Panel {
    let points = values.enumerated().map { PlotPoint(Double($0), $1) }
    return Panel(
      title: "a < b & c", x: Axis("n", Scale(.linear, covering: points.map(\.x))),
      y: Axis("value", Scale(kind, covering: values)),
      marks: [
        .line(points, .order(2)), .markers(points.map { Marker($0, "at \($0.x)") }, .method, .diamond),
        .cells([MapCell(x: 0...1, y: 0...1, ink: .shade(1), title: "cell")]), .note(PlotPoint(0, 1), "note"),
      ],
      endLabels: values.prefix(3).enumerated().map { EndLabel("name \($0)", .order($0), y: $1) },
      legend: [LegendEntry("line", .method, .line(.dashed)), LegendEntry("swatch", .shade(2), .swatch)])
  }

  @Test func `a picture of any data is well-formed and has no broken number`() {
    forAll(.array(of: .anyDouble, count: 0...12), .element(of: [Scale.Kind.linear, .logarithmic])) { values, kind in
      for width in [Drawing.wide, Drawing.narrow] {
        let picture = Drawing([panel(values, kind: kind), panel(values.reversed(), kind: kind)], columns: 2)
          .svg(width: width, identifier: "p", title: "a < b", description: "d").description
        #expect(TextCollector.reading(picture) != nil)
        #expect(!picture.contains("nan") && !picture.contains("inf"))
      }
    }
  }

  @Test func `panels stand side by side where there is room, below each other where not`() throws {
    let drawing = Drawing([panel([1, 2], kind: .linear), panel([1, 2], kind: .linear)], columns: 2)
    func origins(_ width: Double) -> [String] {
      let text = drawing.svg(width: width, identifier: "p", title: "t", description: "d").description
      return text.components(separatedBy: "translate(").dropFirst().map { String($0.prefix { $0 != ")" }) }
    }
    #expect(origins(Drawing.wide) == ["0 0", "447 0"])
    #expect(origins(Drawing.narrow).map { $0.prefix(2) } == ["0 ", "0 "])
  }

  @Test func `a picture that stands alone brings its colours, for light and dark`() {
    let figure = PageFigure(
      name: "one", finding: "It falls", caption: "c", description: "d",
      drawing: Drawing([panel([1, 2], kind: .linear)]), table: DataTable(["x"], rows: [["1"]]), commands: ["hbcheck"])
    #expect(TextCollector.reading(figure.svgFile) != nil)
    #expect(
      figure.svgFile.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(figure.svgFile.contains("prefers-color-scheme:dark"))
    #expect(figure.svgFile.contains("<title id=\"one-t\">It falls</title>"))
  }

  @Test func `every ink has a colour in light and in dark`() {
    for ink in Ink.all {
      #expect(PlotStyle.marks.contains(".\(ink.className){--c:var(--"))
    }
    let names = PlotStyle.marks.components(separatedBy: "var(--").dropFirst().map { String($0.prefix { $0 != ")" }) }
    for name in Set(names).subtracting(["c"]) {
      // Light, dark, and light again for paper.
      #expect(PlotStyle.colours.components(separatedBy: "--\(name):#").count == 4, "\(name)")
    }
  }
}
