import HBModel

/// What came of comparing one golden file.
public struct GoldenEntry: Sendable {
  /// The file, relative to the golden directory.
  public let name: String
  /// What was compared and how close it came.
  public let detail: String
  /// Holds, or falsified.
  public let verdict: HBModel.Verdict
}

/// What came of comparing a golden directory.
public struct GoldenReport: Sendable {
  /// One entry a file, in the order of comparison.
  public let entries: [GoldenEntry]

  /// Falsified where one entry is.
  public var judgement: Judgement {
    let wrong = entries.filter { $0.verdict == .falsified }
    return wrong.isEmpty
      ? Judgement(.holds, "\(entries.count) golden files agree")
      : Judgement(.falsified, "\(wrong.count) of \(entries.count) golden files differ, first \(wrong[0].name)")
  }
}

/// The recorded truth, and the comparison of the implementation with it.
public enum GoldenSuite {
  /// What `golden record` says: nothing here is produced by the code that it tests.
  public static let recordNotice = """
    Every file under golden/ has an outside truth and is made by a program of another language:
      trajectories, coefficients, trees   python3 golden/oracle.py (see golden/README.md)
      elementary functions                python3 golden/elementary/make.py
      recordings of optimizers            python3 golden/recordings/record.py (PyTorch)
    Nothing is recorded from this implementation, so nothing was written.
    """

  /// The trajectories that must be there; others may be beside them.
  static let trajectories = [
    "beale-order3", "diagonal-network-order3", "double-well-order4-momentum", "double-well-order4-stationary",
    "double-well-order5", "every-function-order4", "exponential-order3", "himmelblau-order4", "log-cosh-order0",
    "log-cosh-order3", "log-cosh-order5-stationary", "logistic-iris-order2", "logistic-iris-order3",
    "matrix-factorization-order2-stationary", "matrix-factorization-order4", "mixed-order3", "mixed-order3-momentum",
    "mixed-order3-stationary-from-rest", "one-variable-order5", "quadratic-ill-order2", "quadratic-order1",
    "rosenbrock-order2", "rosenbrock-order2-velocity", "styblinski-tang-order5", "xor-network-order3",
  ]

  /// Compares every golden file with what the implementation computes.
  ///
  /// - Parameter directory: the path of the golden directory.
  /// - Throws: `GoldenError` for the first file that is missing or damaged.
  public static func check(directory: String) throws(GoldenError) -> GoldenReport {
    let files = try GoldenFiles(directory: directory)
    var entries: [GoldenEntry] = []
    for (file, method) in [
      ("coefficients/stationary.json", MomentumMethod.heavyBall),
      ("coefficients/stationary-nesterov.json", .nesterov),
      ("coefficients/gradient-descent.json", .gradientDescent),
    ] {
      let recorded = try files.decode(GoldenCoefficients.self, from: file)
      let difference = try GoldenCoefficients.firstDifference(recorded.trees, file: file) {
        (order) throws(ExactOverflow) in try StationaryCounterTerms.exact(method: method, order: order)
      }
      entries.append(exact(file, difference, "\(recorded.trees.count) coefficients equal"))
    }
    entries.append(try iterations(files))
    let trees = "trees/rooted-trees.json"
    let recorded = try files.decode(GoldenTrees.self, from: trees)
    entries.append(exact(trees, try recorded.firstDifference(file: trees), "\(recorded.trees.count) trees equal"))
    let found = try files.names(in: "trajectories")
    for name in trajectories where !found.contains("trajectories/\(name).json") {
      throw GoldenError(
        file: "trajectories/\(name).json", found: "no such file",
        expected: "one of the \(trajectories.count) trajectories")
    }
    for file in found { entries.append(try trajectory(file, files)) }
    return GoldenReport(entries: entries)
  }

  private static func exact(_ file: String, _ difference: String?, _ agreement: String) -> GoldenEntry {
    GoldenEntry(name: file, detail: difference ?? agreement, verdict: difference == nil ? .holds : .falsified)
  }

  private static func iterations(_ files: GoldenFiles) throws(GoldenError) -> GoldenEntry {
    let file = "coefficients/per-iteration.json"
    let recorded = try files.decode(GoldenIterations.self, from: file)
    var difference: String?
    for (text, trees) in recorded.n.sorted(by: { $0.key < $1.key }) where difference == nil {
      guard let n = Int(text), n >= 0, n <= 100 else {
        throw GoldenError(file: file, found: "the iteration '\(text)'", expected: "a number from 0 to 100")
      }
      difference = try GoldenCoefficients.firstDifference(trees, file: file) { (order) throws(ExactOverflow) in
        var recursion = try CounterTermRecursion(method: .heavyBall, order: order, momentum: Polynomial.mu)
        for _ in 0..<n { _ = try recursion.next() }
        return try recursion.next().map { (value) throws(ExactOverflow) in try RationalFunction(value) }
      }
      if let found = difference { difference = "iteration \(n): " + found }
    }
    return exact(file, difference, "\(recorded.n.values.reduce(0) { $0 + $1.count }) coefficients equal")
  }

  private static func trajectory(_ file: String, _ files: GoldenFiles) throws(GoldenError) -> GoldenEntry {
    let recorded = try files.decode(GoldenTrajectory.self, from: file)
    let error = try recorded.compare(file: file)
    func shown(_ value: Double) -> String { DoubleDouble(value).formatted(digits: 2) }
    return GoldenEntry(
      name: file, detail: "largest error: method \(shown(error.method)), model \(shown(error.model))",
      verdict: error.agrees ? .holds : .falsified)
  }
}
