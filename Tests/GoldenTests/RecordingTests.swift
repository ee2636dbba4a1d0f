import Foundation
import HBModel
import HBSuite
import Testing

/// Runs of a real optimizer (golden/recordings/record.py) are recognized as what they are.
@Suite struct RecordingTests {
  /// One recording with what is known of it from its name.
  struct Recorded: Sendable, CustomTestStringConvertible {
    let objective: String
    let method: String
    let precision: RecordedPrecision

    var testDescription: String { "\(objective)-\(method)-\(precision.rawValue)" }

    static let all = ["rosenbrock", "log-cosh", "xor-network"].flatMap { objective in
      ["momentum", "nesterov", "dampening"].flatMap { method in
        RecordedPrecision.allCases.map { Recorded(objective: objective, method: method, precision: $0) }
      }
    }

    var convention: MomentumConvention {
      switch method {
      case "momentum": .heavyBall
      case "nesterov": .nesterovLibrary
      default: .dampening
      }
    }

    func settings() throws -> RecordingSettings {
      let values = ["rosenbrock": ("0.0005", "0.9"), "log-cosh": ("0.004", "0.5"), "xor-network": ("0.05", "0.9")]
      let (step, momentum) = try #require(values[objective])
      return RecordingSettings(
        objective: try #require(NamedObjective.named(objective)).expression, step: try Rational(parsing: step),
        momentum: try Rational(parsing: momentum), dampening: method == "dampening" ? try Rational(1, 4) : nil)
    }

    func recording() throws -> Recording {
      let file = "golden/recordings/\(testDescription).csv"
      return try Recording(bytes: Array(Data(contentsOf: URL(fileURLWithPath: file))), file: file)
    }
  }

  @Test(arguments: Recorded.all)
  func `a recording is its convention in its precision and no other`(_ recorded: Recorded) throws {
    let recording = try recorded.recording()
    let check = try RecordingCheck(recording, settings: try recorded.settings())
    #expect(check.judgement.verdict == .holds, "\(check.judgement.reason)")
    #expect(check.matches.map(\.convention) == [recorded.convention])
    #expect(check.precision == recorded.precision)
    let match = try #require(check.matches.first)
    #expect(match.agreeing == recording.rows.count - 1)
    // The bound is no guess: the rounding of the optimizer comes to a fiftieth of it at least, on each of these runs.
    #expect(match.worst > 0.02 && match.worst < 0.5, "\(match.worst)")
  }

  @Test(arguments: Recorded.all.filter { $0.precision == .single })
  func `the bound of double precision refuses a run in single precision`(_ recorded: Recorded) throws {
    var settings = try recorded.settings()
    settings.precision = .double
    let check = try RecordingCheck(try recorded.recording(), settings: settings)
    #expect(check.judgement.verdict == .falsified)
    let deviation = try #require(check.conventions.first { $0.convention == recorded.convention }?.deviation)
    #expect(deviation.row <= 3)
    #expect(abs(deviation.difference) < 1e-5)
  }

  @Test(arguments: Recorded.all.filter { $0.method != "dampening" })
  func `one iterate of a recording that is off by 1e-9, or by 1e-4 in singles, is named`(_ recorded: Recorded) throws {
    let size = recorded.precision == .double ? 1e-9 : 1e-4
    let recording = try recorded.recording()
    var rows = recording.rows
    var state = rows[17].state
    state[0] += DoubleDouble(size)
    if recorded.precision == .single { state[0] = DoubleDouble(Double(Float(state[0].doubleValue))) }
    rows[17] = Recording.Row(iteration: rows[17].iteration, state: state, uncertainty: rows[17].uncertainty)
    let spoiled = Recording(dimension: recording.dimension, rows: rows, digits: recording.digits)
    let check = try RecordingCheck(spoiled, settings: try recorded.settings())
    #expect(check.judgement.verdict == .falsified)
    let deviation = try #require(check.nearest.deviation)
    #expect(check.nearest.convention == recorded.convention)
    #expect(check.precision == recorded.precision)
    #expect(deviation.iteration == 17 && deviation.coordinate == 0)
    #expect(abs(deviation.difference - size) < 0.05 * size)
    #expect(check.explanation?.kind == .recordedRow)
  }

  @Test(arguments: Recorded.all)
  func `a wrong momentum and a wrong step are named`(_ recorded: Recorded) throws {
    var settings = try recorded.settings()
    let (step, momentum) = (settings.step, settings.momentum)
    settings.dampening = nil
    settings.momentum = try Rational(parsing: "0.8")
    settings.step = try settings.step * Rational(2)
    let explanation = try #require(try RecordingCheck(try recorded.recording(), settings: settings).explanation)
    #expect(explanation.kind == .otherParameters)
    #expect(explanation.convention == recorded.convention)
    #expect(explanation.map.momentum == momentum)
    #expect(explanation.map.firstStep == step)
  }

  @Test func `the recordings are those that the script makes`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "golden/recordings").filter { $0.hasSuffix(".csv") }
    #expect(names.sorted() == Recorded.all.map { $0.testDescription + ".csv" }.sorted())
  }
}
