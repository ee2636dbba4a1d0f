import HBModel
import HBSuite
import Testing

/// What went wrong with a run is found out: each kind of fault, in runs that are recorded in full and in part.
@Suite struct RecordingCheckTests {
  private let objective: Expression
  private let settings: RecordingSettings

  init() throws {
    objective = try Expression(parsing: "logcosh(x1+x2)+logcosh(x1-2*x2)/4")
    settings = RecordingSettings(
      objective: objective, step: try Rational(1, 20), momentum: try Rational(9, 10))
  }

  private func plain(_ form: PlainRun<Double>.Form = .velocityOutside, step: Double = 0.05, momentum: Double = 0.9)
    -> PlainRun<Double>
  {
    PlainRun(
      form: form, gradient: PlainGradient(expression: objective), step: step, momentum: momentum, dampening: 0.25)
  }

  private func recording(
    _ run: PlainRun<Double>, every: Int = 1, events: [Int: PlainRun<Double>.Event] = [:]
  ) -> Recording {
    let iterates = run.iterates(from: [1, 0.5], steps: 60, events: events)
    return PlainRun<Double>.recording(iterates, of: stride(from: 0, through: 60, by: every))
  }

  private func check(_ recording: Recording) throws -> RecordingCheck {
    try RecordingCheck(recording, settings: settings)
  }

  @Test(arguments: [1, 3, 10])
  func `another momentum from the start is named`(every: Int) throws {
    let result = try check(recording(plain(momentum: 0.85), every: every))
    let found = try #require(result.explanation)
    #expect(found.kind == .otherParameters)
    #expect(found.convention == .heavyBall)
    #expect(found.map.momentum == (try Rational(17, 20)))
    #expect(found.map.step == settings.step)
    #expect(found.statement == "this is heavy-ball with mu = 0.85 rather than 0.9 and step 0.05")
    #expect(result.judgement.verdict == .falsified)
    // The models are those of the run as it is.
    #expect(result.trackedMap == found.map)
  }

  @Test(arguments: [1, 3, 10])
  func `another step from the start is named with its factor`(every: Int) throws {
    let found = try #require(try check(recording(plain(step: 0.06), every: every)).explanation)
    #expect(found.statement == "this is heavy-ball with mu = 0.9 and step 0.06 rather than 0.05 (times 1.2)")
    let amplified = try #require(try check(recording(plain(step: 0.5), every: every)).explanation)
    #expect(
      amplified.statement == "this is heavy-ball with mu = 0.9 and step 0.5 rather than 0.05 (times 1/(1-mu))")
  }

  @Test func `a step times 1-mu is an exponential average, and holds`() throws {
    let result = try check(recording(plain(step: 0.005)))
    #expect(result.matches.map(\.convention) == [.exponentialAverage])
    #expect(result.judgement.verdict == .holds)
  }

  @Test(arguments: [1, 3])
  func `both forms of Nesterov's method are named with their momentum`(every: Int) throws {
    for (form, name) in [(PlainRun<Double>.Form.nesterov, "nesterov"), (.nesterovLibrary, "nesterov-library")] {
      let found = try #require(try check(recording(plain(form, momentum: 0.7), every: every)).explanation)
      #expect(found.statement == "this is \(name) with mu = 0.7 rather than 0.9 and step 0.05")
    }
  }

  @Test(arguments: [1, 4])
  func `a dampening that was not told is found`(every: Int) throws {
    let found = try #require(try check(recording(plain(.dampening), every: every)).explanation)
    #expect(found.statement == "this is dampening with mu = 0.9 and step 0.05 and dampening 0.25")
  }

  @Test func `no momentum at all is gradient descent`() throws {
    let found = try #require(try check(recording(plain(momentum: 0))).explanation)
    #expect(found.statement == "this is gradient-descent with step 0.05")
  }

  @Test(arguments: [1, 3])
  func `a momentum that changes midway is found with its place`(every: Int) throws {
    let result = try check(recording(plain(), every: every, events: [31: .momentum(0.95)]))
    let found = try #require(result.explanation)
    #expect(found.kind == .changedParameters)
    #expect(found.iteration == 31)
    #expect(found.statement == "after iteration 31 this is heavy-ball with mu = 0.95 rather than 0.9 and step 0.05")
    #expect(result.nearest.agreesThrough == (every == 1 ? 31 : 30))
  }

  @Test func `a step that changes midway tells where the velocity has its step`() throws {
    for (form, words) in [
      (PlainRun<Double>.Form.velocityOutside, "the velocity is multiplied by the new step"),
      (.velocityInside, "the velocity keeps the old step"),
    ] {
      let found = try #require(try check(recording(plain(form), events: [20: .step(0.025)])).explanation)
      #expect(found.iteration == 20)
      #expect(
        found.statement == "after iteration 20 this is heavy-ball with mu = 0.9 and step 0.025 rather than 0.05"
          + " (times 0.5); " + words)
    }
  }

  @Test(arguments: [1, 3, 10])
  func `a momentum that was set to zero is found with its place`(every: Int) throws {
    let found = try #require(try check(recording(plain(), every: every, events: [22: .restart])).explanation)
    #expect(found.kind == .restarted)
    #expect(found.iteration == 22)
  }

  @Test(arguments: [1, 3])
  func `one row that is off by 1e-9 is found, and the rest goes on`(every: Int) throws {
    let right = recording(plain(), every: every)
    let place = 17
    var rows = right.rows
    var state = rows[place].state
    state[1] += DoubleDouble(1e-9)
    rows[place] = Recording.Row(iteration: rows[place].iteration, state: state, uncertainty: [0, 0])
    let result = try check(Recording(dimension: 2, rows: rows))
    let deviation = try #require(result.nearest.deviation)
    #expect(deviation.iteration == 17 * every)
    #expect(deviation.coordinate == 1)
    #expect(abs(deviation.difference - 1e-9) < 1e-14)
    #expect(deviation.bound < 1e-13)
    #expect(result.explanation?.kind == .recordedRow)
    #expect(result.judgement.verdict == .falsified)
  }

  @Test func `a point that was moved is found, and whether the momentum includes the move`() throws {
    let event = [17: PlainRun<Double>.Event.move([1e-9, 0])]
    let kept = try #require(try check(recording(plain(), events: event)).explanation)
    #expect(kept.kind == .moved)
    #expect(kept.iteration == 17)
    #expect(kept.statement.hasSuffix("its momentum unchanged"))
    let included = try #require(try check(recording(plain(.difference), events: event)).explanation)
    #expect(included.kind == .moved)
    #expect(included.statement.hasSuffix("with a momentum that includes the move"))
  }

  @Test func `a run that does not start at rest is found`() throws {
    let all = recording(plain())
    let later = Recording(
      dimension: 2,
      rows: all.rows.dropFirst(5).map {
        Recording.Row(iteration: $0.iteration - 5, state: $0.state, uncertainty: $0.uncertainty)
      })
    let found = try #require(try check(later).explanation)
    #expect(found.kind == .startedMoving)
    #expect(found.convention == .heavyBall)
  }

  @Test func `without iteration 0 two successive rows or the start suffice`() throws {
    let all = recording(plain())
    let later = Recording(dimension: 2, rows: Array(all.rows.dropFirst(5)))
    let result = try check(later)
    #expect(result.judgement.verdict == .holds)
    #expect(result.matches.map(\.convention) == [.heavyBall])
    #expect(result.comparison() == nil)
    let sparse = Recording(dimension: 2, rows: [all.rows[6], all.rows[9], all.rows[15]])
    let error = try #require(throws: RecordingError.self) { try check(sparse) }
    #expect(error.found == "the iterations 6, 9, ...")
    let started = try check(sparse.startingAt([.one, try Rational(1, 2)]))
    #expect(started.judgement.verdict == .holds)
    #expect(started.comparison()?.lastIteration == 15)
  }

  @Test func `rows missing at the end take nothing away`() throws {
    let all = recording(plain())
    for count in [3, 10, 40] {
      let result = try check(Recording(dimension: 2, rows: Array(all.rows.prefix(count))))
      #expect(result.judgement.verdict == .holds)
      #expect(result.matches.map(\.convention) == [.heavyBall])
    }
  }

  @Test func `a last row cut short is off, and nothing is concluded from it`() throws {
    var rows = recording(plain()).rows
    rows[60] = Recording.Row(iteration: 60, state: rows[60].state.map { $0 * 1.001 }, uncertainty: [0, 0])
    let result = try check(Recording(dimension: 2, rows: rows))
    #expect(result.explanation == nil)
    #expect(result.judgement.reason.hasPrefix("the last row is off, and none comes after it that could tell why"))
    #expect(result.nearest.agreesThrough == 59)
  }

  @Test func `rows that do not show the momentum decide nothing`() throws {
    let two = Recording(dimension: 2, rows: Array(recording(plain()).rows.prefix(2)))
    let result = try check(two)
    #expect(result.judgement.verdict == .inconclusive)
    #expect(result.matches.map(\.convention) == [.heavyBall, .dampening, .nesterov])
  }

  @Test func `rows that do not move say that they decide nothing`() throws {
    let zeros = Recording(
      dimension: 1, rows: (0..<5).map { Recording.Row(iteration: $0, state: [.zero], uncertainty: [0]) })
    let none = try RecordingCheck(
      zeros, settings: .init(objective: try Expression(parsing: "x1^2"), step: .one, momentum: .zero))
    #expect(none.judgement.verdict == .inconclusive)
    #expect(none.judgement.reason == "all iterates are equal: nothing moves that could be told apart")
  }

  @Test func `a constant gradient cannot tell heavy ball from Nesterov's method`() throws {
    let linear = RecordingSettings(
      objective: try Expression(parsing: "x1"), step: try Rational(1, 8), momentum: try Rational(1, 2))
    let run = PlainRun<Double>(
      form: .nesterov, gradient: PlainGradient(expression: linear.objective), step: 0.125, momentum: 0.5)
    let recording = PlainRun<Double>.recording(run.iterates(from: [1], steps: 9), of: 0...9)
    let result = try RecordingCheck(recording, settings: linear)
    #expect(result.matches.map(\.convention) == [.heavyBall, .nesterov])
    #expect(result.judgement.verdict == .holds)
    #expect(result.judgement.reason.contains("one of heavy-ball, nesterov, which these rows cannot tell apart"))
  }

  @Test func `a convention that is asked for must be that of the run`() throws {
    var wanted = settings
    wanted.convention = .nesterov
    let result = try RecordingCheck(recording(plain()), settings: wanted)
    #expect(result.judgement.verdict == .falsified)
    #expect(result.judgement.reason == "the run is heavy-ball to rounding, expected is nesterov")
    wanted.convention = .heavyBall
    #expect(try RecordingCheck(recording(plain()), settings: wanted).judgement.verdict == .holds)
  }

  @Test func `a run of another objective is explained by nothing`() throws {
    var other = settings
    other.objective = try Expression(parsing: "logcosh(x1+x2)+logcosh(x1-2*x2)/4+x1^2/100")
    let result = try RecordingCheck(recording(plain()), settings: other)
    #expect(result.judgement.verdict == .falsified)
    #expect(result.explanation == nil)
  }

  @Test func `an objective without a value at the start is refused`() throws {
    var other = settings
    other.objective = try Expression(parsing: "log(x1-2)+x2")
    let recording = recording(plain())
    #expect(throws: DynamicsError.self) { try RecordingCheck(recording, settings: other) }
  }

  @Test func `the models track the run with the orders that theory predicts`() throws {
    // h * curvature within the asymptotic regime of mu = 1/2.
    let calm = RecordingSettings(
      objective: objective, step: try Rational(1, 256), momentum: try Rational(1, 2), dampening: try Rational(1, 4))
    for form in [PlainRun<Double>.Form.velocityOutside, .exponentialAverage, .dampening, .nesterov, .nesterovLibrary] {
      let run = plain(form, step: 1.0 / 256, momentum: 0.5)
      let result = try RecordingCheck(recording(run), settings: calm)
      let comparison = try #require(result.comparison())
      #expect(result.matches.map(\.convention) == [form.convention])
      #expect(comparison.stiffness <= comparison.stiffnessLimit)
      #expect(comparison.models.map(\.order) == [0, 1, 2, 3, 4])
      for model in comparison.models {
        let observed = try #require(model.observedOrder)
        // One halving, not extrapolated: what the rest of the expansion leaves.
        #expect(abs(observed - Double(model.expectedOrder)) < 0.2, "\(form), order \(model.order): \(observed)")
      }
      let errors = comparison.models.compactMap(\.largestError)
      #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 > 5 * $1 }, "\(form): \(errors)")
    }
  }
}
