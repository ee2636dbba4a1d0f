import PropCheck

/// What the environment asks of all properties of a test run.
struct EnvironmentSettings: Sendable, Equatable {
  var seed: UInt64?
  var cases: Int?
  var replay: String?
  /// Whether found counterexamples are written to the property's store.
  var keeps = false
  /// Whether reports are printed of properties that hold, too.
  var reports = false

  /// A variable that makes no sense.
  struct Malformed: Error, Equatable, CustomStringConvertible {
    let description: String
  }

  /// Reads `PROPCHECK_SEED`, `PROPCHECK_CASES`, `PROPCHECK_REPLAY`, `PROPCHECK_KEEP` and `PROPCHECK_REPORT`; an empty
  /// variable counts as none.
  ///
  /// - Parameter lookup: the value of a variable.
  /// - Throws: ``Malformed``, with one line, if a value is not what it must be.
  init(_ lookup: (String) -> String?) throws(Malformed) {
    func value(_ name: String) -> String? { lookup(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let text = value("PROPCHECK_SEED") {
      guard let seed = UInt64(text) else {
        throw Malformed(description: "PROPCHECK_SEED is '\(text)', expected a whole number from 0 to 2^64 - 1")
      }
      self.seed = seed
    }
    if let text = value("PROPCHECK_CASES") {
      guard let cases = Int(text), cases > 0 else {
        throw Malformed(description: "PROPCHECK_CASES is '\(text)', expected a whole number above 0")
      }
      self.cases = cases
    }
    if let text = value("PROPCHECK_REPLAY") {
      guard text.contains(".") else {
        throw Malformed(description: "PROPCHECK_REPLAY is '\(text)', expected a token such as pc1.Abc...")
      }
      replay = text
    }
    func flag(_ name: String, _ purpose: String) throws(Malformed) -> Bool {
      guard let text = value(name) else { return false }
      guard text == "1" || text == "0" else {
        throw Malformed(description: "\(name) is '\(text)', expected 1 to \(purpose), or 0")
      }
      return text == "1"
    }
    keeps = try flag("PROPCHECK_KEEP", "keep failing cases")
    reports = try flag("PROPCHECK_REPORT", "print what each property saw")
  }

  /// The settings of this process.
  static let process: Result<EnvironmentSettings, Malformed> = {
    Result { () throws(Malformed) in
      try EnvironmentSettings(variable)
    }
  }()

  /// Settings with what the environment asks for put in.
  func applied(to settings: Settings) -> Settings {
    var result = settings
    if let seed { result.seed = seed }
    if let cases { result.cases = cases }
    return result
  }
}
