/// One operation of a system that is tested against a model: what it does to both, and when it may be called.
///
/// ```swift
/// Command("push", .int(in: 0...9)) { model, number in
///   model.append(number)
/// } run: { stack, number, _ in
///   stack.push(number)
///   return .passed
/// }
/// ```
public struct Command<Model, System>: Sendable {
  /// The name by which counterexamples call it.
  public let name: String
  let weight: Int
  /// Draws a call that the model allows; nil where it does not.
  let draw: @Sendable (inout ChoiceSource, Model) throws -> Call?

  /// A command with an argument already drawn.
  struct Call: Sendable {
    let text: String
    let name: String
    let next: @Sendable (inout Model) -> Void
    let run: @Sendable (inout System, Model) throws -> Outcome
  }

  /// A command with an argument that depends on the model.
  ///
  /// - Parameters:
  ///   - name: what counterexamples call it.
  ///   - argument: draws the argument where the model is in a given state.
  ///   - weight: how often it is chosen among the others, above 0.
  ///   - allowed: whether it may be called; never called where this is false, also while shrinking.
  ///   - model: what it does to the model.
  ///   - run: does it to the system and judges what comes back; given the model as it was before.
  public init<Argument: Sendable>(
    _ name: String, drawing argument: @escaping @Sendable (Model) -> Generator<Argument>, weight: Int = 1,
    when allowed: @escaping @Sendable (Model, Argument) -> Bool = { _, _ in true },
    model: @escaping @Sendable (inout Model, Argument) -> Void,
    run: @escaping @Sendable (inout System, Argument, Model) throws -> Outcome
  ) {
    precondition(weight > 0, "a command needs a weight above zero")
    self.name = name
    self.weight = weight
    draw = { source, state in
      let value = try source.draw(argument(state))
      guard allowed(state, value) else { return nil }
      let text = Argument.self == Void.self ? "\(name)()" : "\(name)(\(sourceText(value)))"
      return Call(
        text: text, name: name, next: { model(&$0, value) }, run: { system, before in try run(&system, value, before) })
    }
  }

  /// A command with an argument.
  ///
  /// - Parameters:
  ///   - name: what counterexamples call it.
  ///   - argument: draws the argument.
  ///   - weight: how often it is chosen among the others, above 0.
  ///   - allowed: whether it may be called; never called where this is false, also while shrinking.
  ///   - model: what it does to the model.
  ///   - run: does it to the system and judges what comes back; given the model as it was before.
  public init<Argument: Sendable>(
    _ name: String, _ argument: Generator<Argument>, weight: Int = 1,
    when allowed: @escaping @Sendable (Model, Argument) -> Bool = { _, _ in true },
    model: @escaping @Sendable (inout Model, Argument) -> Void,
    run: @escaping @Sendable (inout System, Argument, Model) throws -> Outcome
  ) {
    self.init(name, drawing: { _ in argument }, weight: weight, when: allowed, model: model, run: run)
  }

  /// A command without an argument.
  ///
  /// - Parameters:
  ///   - name: what counterexamples call it.
  ///   - weight: how often it is chosen among the others, above 0.
  ///   - allowed: whether it may be called; never called where this is false, also while shrinking.
  ///   - model: what it does to the model.
  ///   - run: does it to the system and judges what comes back; given the model as it was before.
  public init(
    _ name: String, weight: Int = 1, when allowed: @escaping @Sendable (Model) -> Bool = { _ in true },
    model: @escaping @Sendable (inout Model) -> Void,
    run: @escaping @Sendable (inout System, Model) throws -> Outcome
  ) {
    self.init(
      name, drawing: { _ in Generator { _ in () } }, weight: weight, when: { state, _ in allowed(state) },
      model: { state, _ in model(&state) }, run: { system, _, before in try run(&system, before) })
  }
}
