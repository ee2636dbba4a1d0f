import HBModel
import HBSuite

extension TrackedRun.Setting {
  /// The options of the command line that give this setting, without the number of steps.
  func options(start: Bool = true) -> String {
    let objective = objective.hasPrefix("@") ? self.objective : "\"\(self.objective)\""
    return "--objective \(objective) --start \(Figures.list(self.start)) --momentum \(momentum)"
  }

  /// The command that prints method and model of order `order` beside each other.
  func trajectoryCommand(order: Int) -> String {
    "hbcheck trajectory \(options()) --step \(step) --steps \(steps) --order \(order)"
  }

  /// Momentum and step size in words.
  var facts: String { "momentum \(momentum), h = \(step)" }
}

extension PageFigure {
  /// The command that makes a figure of the report again, as a page and as a picture.
  static func command(_ name: String) -> String {
    "hbcheck report page.html --figure \(name) --svg-directory figures"
  }

  /// A state as coordinates.
  static func coordinates(_ state: [Double]) -> String {
    "(" + state.map { Figures.typeset($0, digits: 4) }.joined(separator: ", ") + ")"
  }

  /// A number with all its digits, for a file.
  static func exact(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}
