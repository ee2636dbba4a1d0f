/// Level lines of a function that is known on a grid, by marching squares with linear interpolation.
///
/// - SeeAlso: C. Maple, *Geometric design and space planning using the marching squares and marching cube algorithms*
///   (2003), for the cases; saddles are resolved by the mean of the corners.
public struct ContourLines: Sendable {
  /// The abscissas of the grid, ascending.
  public let x: [Double]
  /// The ordinates of the grid, ascending.
  public let y: [Double]
  /// The values: `values[j][i]` at `(x[i], y[j])`.
  public let values: [[Double]]

  /// Level lines over a grid.
  public init(x: [Double], y: [Double], values: [[Double]]) {
    self.x = x
    self.y = y
    self.values = values
  }

  /// The line of one level, as pieces that are joined end to end.
  ///
  /// - Complexity: O(grid points) on average.
  public func line(level: Double) -> [[PlotPoint]] {
    var segments: [(Edge, Edge)] = []
    for j in 0..<(y.count - 1) {
      for i in 0..<(x.count - 1) { segments += cellSegments(i, j, level) }
    }
    return joined(segments).map { chain in chain.map { point($0, level) } }
  }

  /// An edge of the grid, from the point (i, j) to its right or upper neighbour.
  private struct Edge: Hashable {
    let i: Int
    let j: Int
    let isHorizontal: Bool
  }

  private func cellSegments(_ i: Int, _ j: Int, _ level: Double) -> [(Edge, Edge)] {
    let corners = [values[j][i], values[j][i + 1], values[j + 1][i + 1], values[j + 1][i]]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let bottom = Edge(i: i, j: j, isHorizontal: true)
    let top = Edge(i: i, j: j + 1, isHorizontal: true)
    let left = Edge(i: i, j: j, isHorizontal: false)
    let right = Edge(i: i + 1, j: j, isHorizontal: false)
    let edges = [bottom, right, top, left]
    let isAbove = corners.map { $0 > level }
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    switch crossed.count {
    case 2: return [(edges[crossed[0]], edges[crossed[1]])]
    case 4:
      let isCentreAbove = corners.reduce(0, +) / 4 > level
      return isCentreAbove == isAbove[0] ? [(bottom, right), (top, left)] : [(bottom, left), (top, right)]
    default: return []
    }
  }

  private func point(_ edge: Edge, _ level: Double) -> PlotPoint {
    let (i, j) = (edge.isHorizontal ? edge.i + 1 : edge.i, edge.isHorizontal ? edge.j : edge.j + 1)
    let (first, last) = (values[edge.j][edge.i], values[j][i])
    let part = (level - first) / (last - first)
    return PlotPoint(x[edge.i] + part * (x[i] - x[edge.i]), y[edge.j] + part * (y[j] - y[edge.j]))
  }

  /// Chains of segments that share edges, in the order in which they were found.
  private func joined(_ segments: [(Edge, Edge)]) -> [[Edge]] {
    var touching: [Edge: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      touching[segment.0, default: []].append(index)
      touching[segment.1, default: []].append(index)
    }
    var isUsed = Array(repeating: false, count: segments.count)
    func extend(_ chain: inout [Edge]) {
      while let end = chain.last, let next = touching[end]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        chain.append(segments[next].0 == end ? segments[next].1 : segments[next].0)
      }
    }
    return segments.indices.compactMap { index in
      guard !isUsed[index] else { return nil }
      isUsed[index] = true
      var chain = [segments[index].0, segments[index].1]
      extend(&chain)
      chain.reverse()
      extend(&chain)
      return chain
    }
  }
}
