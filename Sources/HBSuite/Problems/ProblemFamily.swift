import HBModel
import PropCheck

/// Which method, parameters and start random problems have.
public enum ProblemFamily: Hashable, Sendable {
  /// A method with constant parameters, from rest.
  case method(MomentumMethod)
  /// Heavy ball or Nesterov's method with a schedule, from rest.
  case scheduled
  /// Heavy ball or Nesterov's method with constant parameters, from a start with momentum.
  case initialMomentum

  /// The name, as in the claims about the family.
  public var name: String {
    switch self {
    case .method(let method): method.name
    case .scheduled: "scheduled"
    case .initialMomentum: "initial-momentum"
    }
  }

  /// Draws what the problem still lacks; nothing for a method alone.
  ///
  /// - Parameter horizon: whether the problem is meant for a ladder, where schedules depend on s alone.
  func complete(_ problem: inout Problem, horizon: Bool, from source: inout ChoiceSource) throws {
    switch self {
    case .method(let method): problem.method = method
    case .scheduled:
      problem.method = try source.draw(Self.methods, as: "method")
      let schedule = try source.draw(
        ScheduleGenerator.schedule(peak: problem.momentum, inPartAlone: horizon), as: "schedule")
      problem.schedule = schedule == Schedule() ? nil : schedule
      if schedule.momentum != nil { problem.momentum = .zero }
    case .initialMomentum:
      problem.method = try source.draw(Self.methods, as: "method")
      let (hasGradient, hasVelocity) = try source.draw(Self.motions)
      if hasGradient { problem.initialMomentum = try source.draw(Self.initialMomenta, as: "initial momentum") }
      if hasVelocity {
        problem.initialVelocity = try source.draw(
          .array(of: Self.velocities, count: problem.start.count), as: "initial velocity")
      }
    }
  }

  /// Makes the velocity, where there is one, about as large as the gradient at the start, by a power of two.
  static func scaleVelocity(of problem: inout Problem) {
    guard !problem.initialVelocity.isEmpty else { return }
    let ball = problem.momentumProblem
    var gradient = NegativeGradient<DoubleDouble>(program: ball.program)
    let size = maximumNorm(gradient(ball.startingPoint()))
    guard size > 0, size.isFinite, let factor = powerOfTwo(Int(size.exponent)) else { return }
    problem.initialVelocity = problem.initialVelocity.map { (try? factor * $0) ?? $0 }
  }

  /// Whether the start has a multiple of the gradient in it, and a velocity.
  private static let motions = Generator<(Bool, Bool)>.element(of: [(true, false), (false, true), (true, true)])
  private static let velocities = Generator<Rational>.element(
    of: fractions([(1, 1), (-1, 1), (2, 1), (1, 2), (-3, 2), (-1, 2), (3, 1)]))

  private static let methods = Generator<MomentumMethod>.element(of: [.heavyBall, .nesterov])
  private static let initialMomenta = Generator<Rational>.element(
    of: fractions([(1, 1), (-1, 1), (2, 1), (1, 2), (-1, 2), (3, 2), (3, 1), (5, 1)]))
}
