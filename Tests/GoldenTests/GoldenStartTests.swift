import Foundation
import HBModel
import HBSuite
import Testing

/// Recorded trajectories from `x_{-1} = x_0 + C h grad L(x_0) - h v`.
@Suite struct GoldenStartTests {
  static let names = ["double-well-order4-momentum", "mixed-order3-momentum", "rosenbrock-order2-velocity"]

  /// What comes of a recorded trajectory after a change of its document.
  private func checkCopy(
    changing name: String, _ change: (inout [String: Any]) throws -> Void
  ) throws -> [GoldenEntry] {
    try withGoldenCopy { directory in
      let path = URL(fileURLWithPath: directory).appendingPathComponent("trajectories/\(name).json")
      var document = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
      try change(&document)
      try JSONSerialization.data(withJSONObject: document).write(to: path)
      return try GoldenSuite.check(directory: directory).entries
    }
  }

  private func falsified(_ entries: [GoldenEntry]) -> [String] {
    entries.filter { $0.verdict == .falsified }.map(\.name)
  }

  @Test func theStartsAreOfEveryKind() throws {
    var kinds: Set<String> = []
    for name in Self.names {
      let document = try GoldenStartDocument(named: name)
      #expect(document.startMode == "momentum" && document.initialVelocity.count == 2)
      kinds.insert(document.initialMomentum == "0" ? "v" : "C and v")
    }
    #expect(kinds == ["v", "C and v"])
  }

  @Test(arguments: names, ["method", "model"])
  func aChangedDigitIsFound(name: String, side: String) throws {
    let entries = try checkCopy(changing: name) { document in
      var rows = try #require(document["rows"] as? [[String: Any]])
      var state = try #require(rows[16][side] as? [String])
      // The 27th digit of a state of size 1 to 10, the 26th of one below.
      let place = try #require(state[1].firstIndex(of: "."))
      let digit = state[1].index(place, offsetBy: 26)
      state[1].replaceSubrange(digit...digit, with: state[1][digit] == "5" ? "6" : "5")
      rows[16][side] = state
      document["rows"] = rows
    }
    #expect(falsified(entries) == ["trajectories/\(name).json"])
  }

  @Test(arguments: names)
  func anotherGradientWeightAndAnotherVelocityAreFound(name: String) throws {
    let weight = try checkCopy(changing: name) { $0["initialMomentum"] = "0.000000001" }
    #expect(falsified(weight) == ["trajectories/\(name).json"])
    let velocity = try checkCopy(changing: name) { document in
      var velocity = try #require(document["initialVelocity"] as? [String])
      velocity[1] += velocity[1].contains("/") ? "00" : ".01"
      document["initialVelocity"] = velocity
    }
    #expect(falsified(velocity) == ["trajectories/\(name).json"])
  }

  /// A change of a document, and the line that it makes.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let key: String
    let value: (any Sendable)?
    let line: String

    var testDescription: String { line }

    static func change(
      _ key: String, to value: (any Sendable)?, in name: String = names[1], _ line: String
    ) -> Fault {
      Fault(name: name, key: key, value: value, line: "golden file trajectories/\(name).json: " + line)
    }
  }

  @Test(arguments: [
    Fault.change("initialMomentum", to: nil, "no 'initialMomentum', expected C of the start with momentum"),
    .change("initialVelocity", to: nil, "no 'initialVelocity', expected v of the start with momentum"),
    .change(
      "initialVelocity", to: ["1", "2", "3"], "3 components of 'initialVelocity', expected 2, as many as the start has"),
    .change(
      "initialVelocity", to: [String](), "0 components of 'initialVelocity', expected 2, as many as the start has"),
    .change(
      "initialVelocity", to: ["1", "1/"], "'1/' in 'initialVelocity', expected a rational number such as -2/3"),
    .change(
      "initialMomentum", to: "one", "'one' in 'initialMomentum', expected a rational number such as -2/3"),
    .change(
      "initialMomentum", to: ["1", "2"],
      "a value of another type at initialMomentum, expected a document as golden/README.md describes"),
    .change(
      "initialVelocity", to: ["1", "2"], in: "mixed-order3",
      "'initialVelocity' with the start mode 'rest', expected it with 'momentum' only"),
    .change(
      "initialVelocity", to: ["1", "2"], in: "log-cosh-order5-stationary",
      "'initialVelocity' with the start mode 'manifold', expected it with 'momentum' only"),
    .change(
      "initialMomentum", to: "0", in: "mixed-order3",
      "'initialMomentum' with the start mode 'rest', expected it with 'momentum' only"),
    .change("order", to: 8, "the order 8, expected one in 0...7"),
    .change("order", to: 12, in: "mixed-order3", "the order 12, expected one in 0...11"),
    .change("order", to: -1, in: "mixed-order3", "the order -1, expected one in 0...11"),
    .change(
      "startMode", to: "running", in: "mixed-order3",
      "the start mode 'running', expected 'rest', 'manifold' or 'momentum'"),
  ])
  func aMissingOrIllFormedKeyIsAnErrorOfOneLine(fault: Fault) throws {
    let error = try #require(throws: GoldenError.self) {
      try checkCopy(changing: fault.name) { $0[fault.key] = fault.value }
    }
    #expect("\(error)" == fault.line)
  }
}

/// What a recorded trajectory says of its start.
private struct GoldenStartDocument: Decodable {
  let startMode: String
  let initialMomentum: String
  let initialVelocity: [String]

  init(named name: String) throws {
    let path = URL(fileURLWithPath: "golden/trajectories/\(name).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: path))
  }
}
