import HBModel
import HBSuite

/// What there is: claims, objectives, methods, schedules, mutants, each with a line.
public struct CatalogueReport: VerbReport {
  /// What can be listed.
  public enum Section: String, CaseIterable, Sendable {
    case claims, objectives, methods, schedules, mutants
  }

  /// What is listed.
  public let sections: [Section]

  /// A list of `sections`.
  public init(_ sections: [Section] = Section.allCases) { self.sections = sections }

  /// The verb.
  public var verb: String { "list" }

  /// A list holds by itself.
  public var judgement: Judgement {
    let counts = sections.map { section in
      switch section {
      case .claims: Figures.counted(Claim.catalogue.count, "claim")
      case .objectives: Figures.counted(NamedObjective.catalogue.count, "objective")
      case .methods: Figures.counted(MomentumMethod.all.count, "method")
      case .schedules: Figures.counted(NamedSchedule.catalogue.count, "schedule")
      case .mutants: Figures.counted(Mutant.catalogue().count, "mutant")
      }
    }
    return Judgement(.holds, "the catalogue has " + counts.joined(separator: ", "))
  }

  /// A list for each section.
  public var fields: [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for section in sections { result[section.rawValue] = .array(CatalogueReport.documents(section)) }
    return result
  }

  private static func documents(_ section: Section) -> [JSONValue] {
    switch section {
    case .claims:
      Claim.catalogue.map {
        .object([
          "name": .string($0.name), "statement": .string($0.statement), "cases": JSONValue($0.defaultCases),
        ])
      }
    case .objectives:
      NamedObjective.catalogue.map {
        .object([
          "name": .string("@" + $0.name), "summary": .string($0.summary), "dimension": JSONValue($0.dimension),
          "start": .array($0.start.map { JSONValue($0) }), "expression": .string($0.expression.description),
        ])
      }
    case .methods:
      MomentumMethod.all.map { .object(["name": .string($0.name), "formula": .string($0.formula)]) }
    case .schedules:
      NamedSchedule.catalogue.map {
        .object([
          "name": .string($0.name), "summary": .string($0.summary), "formula": .string($0.formula.description),
        ])
      }
    case .mutants: Mutant.catalogue().map { .object(["name": .string($0.name), "group": .string($0.group)]) }
    }
  }

  /// A heading and a line an entry for each section.
  public var text: String {
    sections.map { section in
      var columns: [TextTable.Column] = [.left(), .right(), .left()]
      let rows: [[String]]
      switch section {
      case .claims: rows = Claim.catalogue.map { [$0.name, Figures.counted($0.defaultCases, "case"), $0.statement] }
      case .objectives:
        rows = NamedObjective.catalogue.map {
          ["@" + $0.name, Figures.counted($0.dimension, "variable"), "\($0.summary); start \(Figures.list($0.start))"]
        }
      case .methods:
        columns = [.left(), .left()]
        rows = MomentumMethod.all.map { [$0.name, $0.formula] }
      case .schedules:
        columns = [.left(), .left(), .left()]
        rows = NamedSchedule.catalogue.map { [$0.name, $0.formula.description, $0.summary] }
      case .mutants:
        columns = [.left(), .left()]
        rows = Mutant.catalogue().map { [$0.group, $0.name] }
      }
      return ([section.rawValue] + TextTable(columns, rows: rows).lines(indent: "  ")).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension MomentumMethod {
  /// The step of the method as a formula.
  public var formula: String {
    let displaced = "x_n + mu (x_n - x_{n-1})"
    let point = looksAhead ? "y_n" : "x_n"
    let base = carriesMomentum ? (looksAhead ? "y_n" : displaced) : "x_n"
    return "x_{n+1} = \(base) - h grad L(\(point))" + (looksAhead ? ", y_n = \(displaced)" : "")
  }
}
