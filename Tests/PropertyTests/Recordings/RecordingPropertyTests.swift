import HBModel
import PropCheck
import PropCheckTesting
import Testing

@testable import HBSuite

/// Runs in plain arithmetic are what they are, and what is no run is not.
///
/// More of them: `PROPCHECK_CASES=2000 swift test --filter RecordingPropertyTests`.
@Suite(.propertyTesting) struct RecordingPropertyTests {
  @Test func everyRunIsRecognizedAsItsConvention() {
    let property = Property("every run is recognized as its convention", RecordedProblem.all) { run, notes in
      let check = try RecordingCheck(run.recording(), settings: run.settings)
      notes.collect("form", run.form.rawValue)
      notes.collect("precision", check.precision.rawValue)
      notes.label("tie", if: check.matches.count > 1)
      notes.label("decided", if: check.judgement.verdict == .holds)
      notes.target(check.matches.first?.worst ?? 0)
      guard check.matches.contains(where: { $0.convention == run.expected }) else {
        return .failed("recognition", "\(run.expected.rawValue) is not among the matches: \(check.judgement.reason)")
      }
      guard check.judgement.verdict != .falsified, check.explanation == nil else {
        return .failed("verdict", check.judgement.reason)
      }
      return .passed
    }
    expectHolds(property, settings: Settings(cases: 150, threads: 2, requiredLabels: ["decided": 0.7]))
  }

  /// A recording with one coordinate of one row moved by a multiple of the bound that holds there.
  private struct Perturbed: CustomStringConvertible {
    let run: RecordedProblem
    let row: Int
    let coordinate: Int
    let factor: Double
    var description: String { "\(run); row \(row), coordinate \(coordinate), \(factor) bounds" }
  }

  private static let perturbed = Generator<Perturbed> { source in
    let run = try source.draw(RecordedProblem.all)
    let row = try source.draw(.int(in: 1...(run.iterations.count - 1)))
    let coordinate = try source.draw(.int(in: 0...(run.problem.start.count - 1)))
    let factor = try source.draw(.element(of: [2.5, -2.5, 10, -100, 1e4]))
    return Perturbed(run: run, row: row, coordinate: coordinate, factor: factor)
  }

  @Test func aPerturbationBeyondTwiceTheBoundIsFoundWhereItIs() {
    let property = Property("a perturbation is found where it is", Self.perturbed) { it, notes in
      let recording = it.run.recording()
      let settings = it.run.settings
      let precision: RecordedPrecision = it.run.isSingle ? .single : .double
      let map = try it.run.expected.map(
        step: settings.step, momentum: settings.momentum, dampening: it.run.dampening)
      let program = StraightLineProgram.negativeGradient(of: settings.objective, dimension: recording.dimension)
      let context = RunContext(recording, origin: .rest, precision: precision, program: program)
      var tracker = context.tracker(map)
      let before = RunFollowing(recording, rows: 1..<it.row, from: context.start(&tracker), tracker: &tracker).lastState
      let iteration = recording.rows[it.row].iteration
      let bound = tracker.predict(from: before, to: iteration).tracked.positionBox[it.coordinate]
      var state = recording.rows[it.row].state
      state[it.coordinate] += DoubleDouble(it.factor * bound)
      var rows = recording.rows
      rows[it.row] = Recording.Row(iteration: iteration, state: state, uncertainty: state.map { _ in 0 })
      let spoiled = Recording(dimension: recording.dimension, rows: rows)
      let following = RunContext(spoiled, origin: .rest, precision: precision, program: program).follow(map)
      guard let deviation = following.deviation else { return .failed("missed", "nothing was found") }
      guard deviation.iteration == iteration, deviation.coordinate == it.coordinate else {
        return .failed("place", "found at iteration \(deviation.iteration), coordinate \(deviation.coordinate)")
      }
      // What is found is what was added, but for the rounding that the bound allows.
      guard abs(deviation.difference - it.factor * bound) <= 1.01 * bound else {
        return .failed("size", "found \(deviation.difference), added \(it.factor * bound)")
      }
      return .passed
    }
    expectHolds(property, settings: Settings(cases: 150, threads: 2))
  }

  @Test func theGradientOfPlainArithmeticIsWithinItsBound() {
    let property = Property("the gradient is within its bound", RecordedProblem.all) { run, notes in
      let start = run.problem.start.map { DoubleDouble($0).doubleValue }
      var gradient = RunningErrorGradient(
        program: .negativeGradient(of: run.problem.objective, dimension: start.count))
      let single = start.map { Float($0) }
      var isInexact = false
      for (point, computed, u) in [
        (start, PlainGradient<Double>(expression: run.problem.objective)(start), 0x1p-53),
        (
          single.map(Double.init),
          PlainGradient<Float>(expression: run.problem.objective)(single).map(Double.init), 0x1p-24
        ),
      ] {
        let (value, error) = gradient(point.map { DoubleDouble($0) })
        for i in value.indices {
          let distance = (value[i] + DoubleDouble(computed[i])).magnitude.doubleValue
          isInexact = isInexact || distance > 0
          guard distance <= u * error[i] else {
            return .failed("bound", "off by \(distance), the bound is \(u * error[i])")
          }
        }
      }
      notes.label("inexact", if: isInexact)
      return .passed
    }
    expectHolds(property, settings: Settings(cases: 200, threads: 2, requiredLabels: ["inexact": 0.5]))
  }
}
