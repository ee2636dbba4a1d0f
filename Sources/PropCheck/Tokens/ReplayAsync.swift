/// Judges the case of a token once more, by an asynchronous body.
///
/// The case is judged as by ``replay(_:_:settings:)``: this one and no other. The body runs in the calling task.
///
/// ```swift
/// let again = try await replayAsync(Token.decode(text), "echo", .string) { text, _ in
///   await server.echo(text) == text ? .passed : .failed("echo", "another text came back")
/// }
/// ```
///
/// - Parameters:
///   - token: a token of this property.
///   - name: the name of the property.
///   - generator: makes the values.
///   - settings: those of its runs: a body that traps or does not settle ends the process only after the case was named.
///   - describe: how a value is printed, as in the run that made the token.
///   - isolation: where the body runs: where this is called.
///   - body: judges the value.
/// - Returns: the value and how it is judged now.
/// - Throws: ``TokenError`` when the token belongs to another property or the generator has changed.
public func replayAsync<Value: Sendable>(
  _ token: Token, _ name: String, _ generator: Generator<Value>, settings: Settings = Settings(),
  describe: @escaping @Sendable (Value) -> String = { sourceText($0) },
  isolation: isolated (any Actor)? = #isolation,
  body: (Value, inout CaseNotes) async throws -> Outcome
) async throws(TokenError) -> ReplayResult<Value> {
  let exchange = CaseExchange<Value, Result<ReplayResult<Value>, TokenError>>()
  let property = exchange.property(name, generator, describe)
  let result = await exchange.run(body) {
    Result { () throws(TokenError) in try replay(token, property, settings: settings) }
  }
  return try result.get()
}
