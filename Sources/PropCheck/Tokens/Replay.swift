/// What came of replaying a token.
public struct ReplayResult<Value> {
  /// The value that the token stands for.
  public let value: Value
  /// Its description.
  public let description: String
  /// How the property judged it.
  public let outcome: Outcome
}

extension ReplayResult: Sendable where Value: Sendable {}

/// Judges the case of a token once more.
///
/// - Parameters:
///   - token: a token of this property.
///   - property: the property.
///   - settings: those of its runs: a body that traps or does not settle ends the process only after the case was named.
/// - Returns: the value and how it is judged now.
/// - Throws: ``TokenError`` when the token belongs to another property, or the generator has changed or throws.
public func replay<Value>(
  _ token: Token, _ property: Property<Value>, settings: Settings = Settings()
) throws(TokenError) -> ReplayResult<Value> {
  let (value, source) = try replayedValue(token, property)
  var notes = CaseNotes()
  var watched = settings
  // A replay is looked at in its own process, under a debugger for one.
  watched.isolation = nil
  let outcome = CaseRunner(property, seed: settings.seed, attempts: 1).watched(watched) { runner in
    runner.running?.begin(source.choices)
    return runner.judge(value, of: source, notes: &notes)
  }
  return ReplayResult(value: value, description: property.describe(value), outcome: outcome)
}

/// Judges the case of a token once more.
///
/// - Parameters:
///   - text: the token as it was printed.
///   - property: the property.
///   - prefix: what the token must start with.
/// - Returns: the value and how it is judged now.
/// - Throws: ``TokenError`` when the text is damaged, belongs to another property or version, or the generator
///   has changed.
public func replay<Value>(
  _ text: String, _ property: Property<Value>, prefix: String = "pc1"
) throws(TokenError) -> ReplayResult<Value> {
  try replay(try Token.decode(text, prefix: prefix), property)
}

/// The value of a token and the source that made it.
func replayedValue<Value>(
  _ token: Token, _ property: Property<Value>
) throws(TokenError) -> (value: Value, source: ChoiceSource) {
  guard token.property == property.name else {
    throw .unknownProperty(name: token.property, known: [property.name])
  }
  guard token.fingerprint == property.fingerprint else {
    throw .staleGenerator(property: property.name)
  }
  let runner = CaseRunner(property, seed: 0, attempts: 1)
  var source = runner.makeSource(isRecording: true)
  let value: Value
  do {
    value = try runner.value(of: token.script, mode: .strict, source: &source)
  } catch  where CaseRunner<Value>.isGeneratorFailure(error) && source.position == token.entries.count {
    throw .generatorThrew(property: property.name, error: String(describing: error))
  } catch {
    throw .staleGenerator(property: property.name)
  }
  guard source.position == token.entries.count else { throw .staleGenerator(property: property.name) }
  return (value, source)
}
