/// A schedule that the field knows by name.
public struct NamedSchedule: Sendable {
  /// The name on the command line.
  public let name: String
  /// What it does, in one line.
  public let summary: String
  /// The formula.
  public let formula: ScheduleFormula

  /// The schedules by name.
  public static let catalogue: [NamedSchedule] = entries.compactMap { name, summary, text in
    var parser = ExpressionParser(text: text, dimension: nil, names: ScheduleFormula.variables)
    return (try? parser.parseSchedule()).map { NamedSchedule(name: name, summary: summary, formula: $0) }
  }

  /// The schedule called `name`, if the catalogue has it.
  public static func named(_ name: String) -> NamedSchedule? { catalogue.first { $0.name == name } }

  private static let entries = [
    ("constant", "the same throughout", "1"),
    ("linear-warm-up", "from a tenth to the whole over the first quarter", "1/10+18/5*s if s<1/4; 1"),
    ("cosine", "from the whole to nothing along a cosine, Loshchilov and Hutter (2017)", "(1+cos(pi*s))/2"),
    ("step-decay", "a tenth from the half on, a hundredth from three quarters on", "1 if s<1/2; 1/10 if s<3/4; 1/100"),
  ]
}
