/// Checks a property whose body is asynchronous.
///
/// Cases run one after the other in the calling task, so the body sees its actor, its task-local values and its
/// cancellation. Cases, shrinking and report are those of ``check(_:settings:progress:)``.
///
/// ```swift
/// let report = await checkAsync("echo", .string) { text, _ in
///   await server.echo(text) == text ? .passed : .failed("echo", "another text came back")
/// }
/// ```
///
/// - Parameters:
///   - name: the name of the property.
///   - generator: makes the values.
///   - settings: how; `threads` counts as 1.
///   - describe: how a value is printed.
///   - isolation: where the body runs: where this is called.
///   - body: judges one value.
/// - Returns: everything that is known after the run; its verdict says so when the task was cancelled.
/// - Complexity: as for a synchronous property, and two changes of thread a case.
public func checkAsync<Value: Sendable>(
  _ name: String, _ generator: Generator<Value>, settings: Settings = Settings(),
  describe: @escaping @Sendable (Value) -> String = { sourceText($0) },
  isolation: isolated (any Actor)? = #isolation,
  body: (Value, inout CaseNotes) async throws -> Outcome
) async -> Report<Value> {
  let exchange = CaseExchange<Value, Report<Value>>()
  let property = exchange.property(name, generator, describe)
  var sequential = settings
  sequential.threads = 1
  return await exchange.run(body) { [sequential] in
    Check(property, sequential, exchange.cancellation).run(nil)
  }
}
