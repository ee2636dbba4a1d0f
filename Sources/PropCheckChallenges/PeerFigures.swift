/// What another framework reaches on a challenge.
public struct PeerFigures: Sendable {
  /// The framework with its version.
  public let framework: String
  /// For each challenge, in the order of ``Challenge/all``: runs at the minimum, and the median of calls.
  public let cells: [String]
  /// For each of ``Challenge/numbers``: what it ends at, and the calls where they are known.
  public var numbers = Array(repeating: "-", count: Challenge.numbers.count)

  /// The median of calls on a challenge, nil where it is not known.
  ///
  /// - Parameter challenge: its place in ``Challenge/all``.
  public func calls(on challenge: Int) -> Int? { cells[challenge].split(separator: " ").last.flatMap { Int($0) } }

  /// Hypothesis, of whose calls at most twice as many are wanted.
  public static var hypothesis: PeerFigures { all[0] }
  /// Hegel, which nobody should exceed.
  public static var hegel: PeerFigures { all[1] }

  /// Recorded figures; "-" where there is none. Runs are 30 each, 20 for the Swift frameworks; jqwik's are published
  /// as a percentage and a mean. Hegel's calls include five that confirm.
  public static let all: [PeerFigures] = [
    PeerFigures(
      framework: "Hypothesis 6.155",
      cells: [
        "25/30 250", "30/30 110", "30/30 160", "30/30 9", "30/30 53", "30/30 98", "30/30 26", "30/30 42", "30/30 41",
        "26/30 87", "6/30 42", "30/30 8", "30/30 34", "30/30 32",
      ], numbers: ["0.5, 3 to 5", "0.75, 3 to 5", "0.3125, 3 to 5", "5e-324", "(0.75, 0.75)", "-"]),
    PeerFigures(
      framework: "Hegel 0.48",
      cells: [
        "30/30 880", "30/30 897", "30/30 1276", "30/30 228", "30/30 552", "30/30 197", "30/30 93", "30/30 130",
        "30/30 143", "30/30 4025", "16/30 540", "30/30 280", "30/30 385", "30/30 304",
      ], numbers: ["-", "-", "-", "2^-10", "-", "17/30, else (2.0, 5.55e-17)"]),
    PeerFigures(
      framework: "minithesis",
      cells: [
        "0/30 112", "-", "30/30 382", "30/30 74", "-", "30/30 57", "0/30 32", "30/30 1767", "30/30 4400", "-",
        "24/30 102", "16/30 58", "30/30 152", "30/30 102",
      ]),
    PeerFigures(
      framework: "swift-property-based 1.2",
      cells: [
        "0/20 712", "-", "6/20 2462", "20/20 264", "-", "no bind", "0/20 21", "20/20 2999", "1/20 21", "-", "6/20 64",
        "14/20 119", "20/20 697", "18/20 30",
      ]),
    PeerFigures(
      framework: "SwiftCheck",
      cells: [
        "0/20 18615", "-", "0/20 5272", "20/20 93", "-", "hangs", "-", "-", "-", "-", "-", "5/20 459", "13/20 116",
        "0/20 6596",
      ]),
    PeerFigures(
      framework: "jqwik",
      cells: [
        "11% 24940", "-", "48% 81", "100% 18", "98% 57", "100% 717", "100% 386", "100% 296", "69% 513", "8% 484",
        "100% 140", "100% 133", "100% 24", "100% 21",
      ]),
  ]
}
