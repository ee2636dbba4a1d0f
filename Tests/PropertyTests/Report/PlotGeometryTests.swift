import PropCheck
import PropCheckTesting
import Testing

@testable import HBReport

@Suite(.propertyTesting) struct PlotGeometryTests {
  private let frame = PlotRectangle(left: 10, top: 20, right: 110, bottom: 80)

  @Test func `no path has a coordinate that is not a number, whatever the data`() {
    let points = Generator<[PlotPoint]>.array(
      of: zip(Generator<Double>.anyDouble, .anyDouble).map { PlotPoint($0, $1) })
    forAll(points) { points in
      let path = PathText.line(points, inside: frame) + points.map { PathText.number($0.x) }.joined()
      #expect(path.allSatisfy { "MLZ -.0123456789".contains($0) })
    }
  }

  @Test func `what is clipped is inside, on the segment, and all that is inside`() {
    let coordinate = Generator<Int>.int(in: -60...160)
    forAll(coordinate, coordinate, coordinate, coordinate) { x1, y1, x2, y2 in
      let (start, end) = (PlotPoint(Double(x1), Double(y1)), PlotPoint(Double(x2), Double(y2)))
      let grown = PlotRectangle(left: 10 - 1e-9, top: 20 - 1e-9, right: 110 + 1e-9, bottom: 80 + 1e-9)
      let clipped = frame.clip(start, end)
      if let (from, to) = clipped { #expect(grown.contains(from) && grown.contains(to)) }
      for step in 0...20 {
        let part = Double(step) / 20
        let point = PlotPoint(start.x + part * (end.x - start.x), start.y + part * (end.y - start.y))
        guard frame.contains(point) else { continue }
        #expect(clipped.map { isBetween(point, $0.0, $0.1) } == true)
      }
    }
  }

  private func isBetween(_ point: PlotPoint, _ first: PlotPoint, _ last: PlotPoint) -> Bool {
    min(first.x, last.x) - 1e-9 <= point.x && point.x <= max(first.x, last.x) + 1e-9
      && min(first.y, last.y) - 1e-9 <= point.y && point.y <= max(first.y, last.y) + 1e-9
  }

  @Test func `a line is interrupted where a point has no place, and where it leaves the frame`() {
    let inside = [PlotPoint(20, 30), PlotPoint(40, 30), nil, PlotPoint(60, 30), PlotPoint(80, 30)]
    #expect(PathText.line(inside, inside: frame) == "M20 30L40 30M60 30L80 30")
    let outside = [PlotPoint(20, 30), PlotPoint(20, 200), PlotPoint(60, 200), PlotPoint(60, 30)]
    #expect(PathText.line(outside, inside: frame) == "M20 30L20 80M60 80L60 30")
  }

  @Test func `coordinates have two decimals at most`() {
    #expect(
      [1.0, -0.5, 12.345, 0.009, -3.999, 1e9, .nan].map(PathText.number) == [
        "1", "-0.5", "12.35", "0.01", "-4", "0", "0",
      ])
  }

  @Test func `labels that are spread keep their order, their distance and their room`() {
    let wanted = Generator<[Int]>.array(of: .int(in: -50...250), count: 1...12)
    forAll(wanted, .int(in: 5...40)) { places, distance in
      let room = 0.0...200.0
      let spread = LabelSpread.places(for: places.map(Double.init), distance: Double(distance), within: room)
      #expect(spread.allSatisfy { room.contains($0) || abs($0 - 200) < 1e-9 || abs($0) < 1e-9 })
      let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
      let gap = places.count > 1 ? min(Double(distance), 200 / Double(places.count - 1)) : 0
      for (first, second) in zip(order, order.dropFirst()) {
        #expect(spread[second] - spread[first] >= gap - 1e-9)
      }
    }
  }

  @Test func `labels that have room stay where they are`() {
    #expect(LabelSpread.places(for: [10, 90, 50], distance: 15, within: 0...100) == [10, 90, 50])
    #expect(LabelSpread.places(for: [50, 52], distance: 14, within: 0...100) == [44, 58])
    #expect(LabelSpread.places(for: [0, 1], distance: 10, within: 0...100) == [0, 10])
  }

  @Test func `level lines of a paraboloid are closed circles`() {
    let grid = (0...60).map { -1.5 + Double($0) / 20 }
    let lines = ContourLines(x: grid, y: grid, values: grid.map { y in grid.map { x in x * x + y * y } })
    for radius in [0.5, 1.0] {
      let pieces = lines.line(level: radius * radius)
      #expect(pieces.count == 1)
      #expect(pieces[0].first == pieces[0].last)
      // Linear interpolation of a parabola errs by at most the square of the spacing over 8, times its curvature 2.
      for point in pieces[0] {
        let size = (point.x * point.x + point.y * point.y).squareRoot()
        #expect(abs(size - radius) < 0.05 * 0.05 / 8 * 2 / (2 * radius) + 1e-12)
      }
      #expect(pieces[0].count > 40)
    }
    #expect(lines.line(level: 100).isEmpty)
  }

  @Test func `level lines at a saddle do not cross, and values that are not finite have none`() {
    let saddle = ContourLines(x: [0, 1], y: [0, 1], values: [[1, -1], [-1, 1]])
    let pieces = saddle.line(level: 0.25)
    #expect(pieces.count == 2)
    // The mean of the corners is below the level: each line cuts off one of the two high corners.
    #expect(pieces.allSatisfy { piece in piece.allSatisfy { $0.x + $0.y < 1 } || piece.allSatisfy { $0.x + $0.y > 1 } })
    #expect(ContourLines(x: [0, 1], y: [0, 1], values: [[1, .nan], [-1, 1]]).line(level: 0).isEmpty)
  }

  @Test func `text is broken at blanks, and no line is wider than there is room`() {
    let lines = TextMetrics.wrapped("the distance of heavy ball and model in the maximum norm", width: 150)
    #expect(lines.joined(separator: " ") == "the distance of heavy ball and model in the maximum norm")
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { TextMetrics.width($0) <= 150 })
  }

  @Test func `every n-th label has room, for the least n`() {
    func stride(_ distance: Double, width: Double, count: Int = 12) -> Int {
      PanelDrawing.stride((0..<count).map { (Double($0) * distance, width) })
    }
    #expect([10, 10.5, 20, 25, 31].map { stride(10, width: $0) } == [1, 2, 2, 3, 4])
    #expect(stride(10, width: 1000) == 12)
    #expect(stride(10, width: 5, count: 0) == 1)
  }
}
