import HBModel
import PropCheck

/// Heavy ball on a quadratic, used as an optimizer is used, against its closed form.
struct QuadraticSessions: Sendable {
  /// The method under test.
  var method = MomentumMethod.heavyBall
  /// How the run under test loses its momentum.
  var restart: @Sendable (inout MethodSession) -> Void = { $0.previous = $0.current }

  /// The machine: steps, restarts and changes of the parameters, in any order.
  var machine: StateMachine<ClosedFormSession, MethodSession> {
    StateMachine(
      model: { ClosedFormSession() },
      system: { [method] in try MethodSession(method, ClosedFormSession().roots) },
      commands: [
        Command("step", .int(in: 1...4)) { model, count in
          model.advance(count)
        } run: { session, count, _ in
          session.advance(count)
          return .passed
        },
        Command("restart") { model in
          model.restart()
        } run: { [restart] session, _ in
          restart(&session)
          return .passed
        },
        Command("reparametrize", QuadraticSessions.roots) { model, roots in
          model.reparametrize(roots)
        } run: { session, roots, _ in
          try session.reparametrize(roots)
          return .passed
        },
      ],
      invariant: QuadraticSessions.compare)
  }

  /// Real roots of one sign, or complex ones, within the unit disk and in quarters, so that powers stay short.
  static let roots = Generator<RootPair> { source in
    let isComplex = try source.draw(.bool)
    let sign = try source.draw(.element(of: [1, -1]))
    let first = sign * (try source.draw(.int(in: 0...3)))
    let second = try source.draw(.int(in: 1...(isComplex ? 2 : 3)))
    let parts = fractions([(first, 4), (isComplex ? second : sign * second, 4)])
    return isComplex ? .complex(parts[0], parts[1]) : .real(parts[0], parts[1])
  }

  /// Whether a run agrees with the closed form.
  ///
  /// A step makes an error of at most 64 u times the largest iterate, u = 2^-104, and errors grow as solutions do.
  private static func compare(_ model: ClosedFormSession, _ session: MethodSession) -> Outcome {
    guard model.isExact else { return .inconclusive("the closed form leaves 128 bits") }
    let tolerance = 64 * 0x1p-104 * Double(model.steps) * model.growth * session.size
    let error = max(
      maximumNorm(session.current, minus: [DoubleDouble(model.current)]),
      maximumNorm(session.previous, minus: [DoubleDouble(model.previous)]))
    guard error > tolerance else { return .passed }
    return .failed(
      "closed form", "the state is \(session.current[0].formatted(digits: 6)), by the closed form \(model.current)",
      severity: error)
  }
}

/// A session as a case: its commands, one after the other.
private struct SessionCase: Sendable, CustomStringConvertible {
  let commands: CommandSequence<ClosedFormSession, MethodSession>
  var description: String { commands.count == 0 ? "no step" : commands.steps.joined(separator: ", ") }
}

extension Claim {
  /// Heavy ball stepped, restarted and re-parametrized in any order follows the closed form on quadratics.
  public static let sessions = sessions(QuadraticSessions())

  /// The claim for a run that may be faulty.
  static func sessions(_ sessions: QuadraticSessions) -> Claim {
    let property = sessions.machine.property("sessions/heavy-ball", count: 0...8)
    return Claim(
      property.name,
      statement: "stepped, restarted and re-parametrized, the method follows (r_1^n - r_2^n)/(r_1 - r_2) on quadratics",
      cases: 100, generator: { _ in property.generator.map { SessionCase(commands: $0) } }
    ) { session, _, notes in try property.body(session.commands, &notes) }
  }
}
