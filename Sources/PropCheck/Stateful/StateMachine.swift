/// A system with a state, the commands that change it, and a simple model that says what they should do.
///
/// Random sequences of commands run against a fresh system each; after every step the invariant is checked. A
/// failing sequence is shrunk by whole steps, and no step ever runs whose precondition does not hold.
public struct StateMachine<Model, System>: Sendable {
  private let makeModel: @Sendable () -> Model
  private let makeSystem: @Sendable () throws -> System
  private let commands: [Command<Model, System>]
  /// Draws the place of a command, as often as its weight says.
  private let choice: Generator<Int>
  private let invariant: @Sendable (Model, System) throws -> Outcome

  /// A system with its model.
  ///
  /// - Parameters:
  ///   - model: makes the model's first state.
  ///   - system: makes a fresh system.
  ///   - commands: what may be called; the first is the simplest.
  ///   - invariant: what holds between steps, given the model and the system; checked before the first step too.
  public init(
    model: @escaping @Sendable () -> Model, system: @escaping @Sendable () throws -> System,
    commands: [Command<Model, System>],
    invariant: @escaping @Sendable (Model, System) throws -> Outcome = { _, _ in .passed }
  ) {
    precondition(!commands.isEmpty, "a state machine needs a command")
    makeModel = model
    makeSystem = system
    self.commands = commands
    choice = .weighted(commands.enumerated().map { ($1.weight, .constant($0)) })
    self.invariant = invariant
  }

  /// The property that every sequence of commands agrees with the model.
  ///
  /// - Parameters:
  ///   - name: the name of the property.
  ///   - count: how many steps a sequence may have.
  public func property(_ name: String, count: ClosedRange<Int> = 0...30) -> Property<CommandSequence<Model, System>> {
    Property(name, sequences(count)) { [self] sequence, notes in
      for call in sequence.calls { notes.collect("commands", call.name) }
      return try run(sequence)
    }
  }

  /// Sequences of commands that the model allows; shorter ones are simpler.
  ///
  /// - Parameter count: how many steps there may be; a sequence ends early where no command may be called.
  /// - Complexity: O(length) draws and preconditions.
  public func sequences(_ count: ClosedRange<Int> = 0...30) -> Generator<CommandSequence<Model, System>> {
    Generator { source in
      try source.span(.array) { source in CommandSequence(calls: try self.calls(count, &source)) }
    }
  }

  private func calls(
    _ count: ClosedRange<Int>, _ source: inout ChoiceSource
  ) throws -> [Command<Model, System>.Call] {
    source.note(bounds: count.lowerBound, count.upperBound)
    let planned = source.mode == .fresh ? source.plannedCount(count.lowerBound, count.upperBound) : 0
    var model = makeModel()
    var calls: [Command<Model, System>.Call] = []
    var refused = 0
    while calls.count < count.upperBound {
      let mark = source.mark
      let forced: Bool? = calls.count < count.lowerBound && refused == 0 ? true : nil
      var call: Command<Model, System>.Call?
      let continues = try source.span(.element) { source in
        guard try source.decideMore(planned: calls.count < planned, forced: forced) else { return false }
        call = try drawCall(&source, model)
        return true
      }
      guard continues else { return calls }
      if let call {
        call.next(&model)
        calls.append(call)
        refused = 0
      } else {
        // What the model does not allow here, perhaps because an earlier step was removed, leaves no trace.
        source.forget(since: mark)
        refused += 1
        if refused > 50 && source.mode == .fresh {
          if calls.count >= count.lowerBound { break }
          throw Discard("no command may be called after \(counted(calls.count, "step"))")
        }
        if source.mode == .probe || source.mode == .simplest { break }
      }
    }
    _ = try source.span(.element) { try $0.decideMore(planned: false, forced: false) }
    return calls
  }

  private func drawCall(
    _ source: inout ChoiceSource, _ model: Model
  ) throws -> Command<Model, System>.Call? {
    try commands[choice.run(&source)].draw(&source, model)
  }

  /// Runs a sequence on a fresh system.
  private func run(_ sequence: CommandSequence<Model, System>) throws -> Outcome {
    var model = makeModel()
    var system = try makeSystem()
    if let outcome = placed(try invariant(model, system), "before the first step", "invariant") { return outcome }
    for (index, call) in sequence.calls.enumerated() {
      let place = "step \(index + 1), \(call.text)"
      do {
        if let outcome = placed(try call.run(&system, model), place, call.name) { return outcome }
        call.next(&model)
        if let outcome = placed(try invariant(model, system), "after " + place, "invariant") { return outcome }
      } catch let error where !(error is Discard) {
        return .failed("\(call.name): \(String(reflecting: type(of: error)))", "\(place): it threw \(error)")
      }
    }
    return .passed
  }

  /// An outcome that ends the sequence, with the step where it arose; nil if the sequence goes on.
  private func placed(_ outcome: Outcome, _ place: String, _ kind: String) -> Outcome? {
    guard case .failed(let failure) = outcome else { return outcome == .passed ? nil : outcome }
    return .failed("\(kind): \(failure.kind)", "\(place): \(failure.message)", severity: failure.severity)
  }
}

/// Commands with their arguments, in the order in which they are called.
public struct CommandSequence<Model, System>: Sendable, CustomStringConvertible {
  let calls: [Command<Model, System>.Call]

  /// How many steps there are.
  public var count: Int { calls.count }

  /// The calls as they are written in code, such as "push(3)".
  public var steps: [String] { calls.map(\.text) }

  /// One call a line.
  public var description: String { calls.isEmpty ? "(no step)" : steps.joined(separator: "\n") }
}
