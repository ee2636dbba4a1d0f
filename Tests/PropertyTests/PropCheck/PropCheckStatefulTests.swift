import PropCheck
import Testing

/// A queue in a ring of fixed size, with faults to choose.
private struct Ring: Sendable {
  enum Fault: Sendable {
    case none
    /// The place after the last is not the first.
    case doesNotWrap
    /// What was removed is still counted.
    case countsRemoved
  }

  let fault: Fault
  var places: [Int?] = Array(repeating: nil, count: 3)
  var first = 0
  var count = 0

  mutating func put(_ number: Int) {
    let place = first + count
    places[fault == .doesNotWrap ? min(place, 2) : place % 3] = number
    count += 1
  }

  mutating func take() -> Int? {
    defer {
      places[first] = nil
      first = (first + 1) % 3
      if fault != .countsRemoved || count != 2 { count -= 1 }
    }
    return places[first]
  }
}

/// Commands against a model: a faulty system is found, and the sequence is as short as can be.
@Suite struct PropCheckStatefulTests {
  private func property(_ fault: Ring.Fault, log: CallLog? = nil) -> Property<CommandSequence<[Int], Ring>> {
    StateMachine(
      model: { [Int]() }, system: { Ring(fault: fault) },
      commands: [
        Command("put", .int(in: 0...9), when: { model, _ in model.count < 3 }) { model, number in
          model.append(number)
        } run: { ring, number, before in
          if before.count >= 3 { log?.note("put into a full ring") }
          ring.put(number)
          return .passed
        },
        Command("take", when: { !$0.isEmpty }) { model in
          model.removeFirst()
        } run: { ring, before in
          guard let expected = before.first else {
            log?.note("take from an empty ring")
            return .passed
          }
          let taken = ring.take()
          guard let taken else { return .failed("nothing", "took nothing, expected \(expected)") }
          return taken == expected ? .passed : .failed("order", "took \(taken), expected \(expected)")
        },
      ],
      invariant: { model, ring in
        ring.count == model.count ? .passed : .failed("count", "\(ring.count) counted, expected \(model.count)")
      }
    ).property("ring")
  }

  @Test func aSoundSystemHolds() {
    let report = check(property(.none), settings: Settings(cases: 1000))
    #expect(report.verdict == .passed)
    #expect(report.tables["commands"]?.keys.sorted() == ["put", "take"])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func theMinimalSequenceOfAMissedWrapIsFound(seed: UInt64) throws {
    let log = CallLog()
    let property = property(.doesNotWrap, log: log)
    let found = try #require(check(property, settings: Settings(seed: seed, cases: 1000)).counterexample)
    // four numbers must be put in, and three or four taken out, in any order that never overfills the ring
    let isOverwritten = found.failure.kind == "take: order"
    #expect(found.value.count == (isOverwritten ? 7 : 8))
    #expect(
      found.value.steps.filter { $0.hasPrefix("put") }.sorted() == Array(repeating: "put(0)", count: 3) + [
        isOverwritten ? "put(1)" : "put(0)"
      ])
    #expect(
      found.failure.message
        == (isOverwritten ? "step 7, take(): took 1, expected 0" : "step 8, take(): took nothing, expected 0"))
    #expect(log.total == 0)
    #expect(try replay(found.token, property).description == found.description)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func anInvariantIsCheckedAfterEachStep(seed: UInt64) throws {
    let found = try #require(
      check(property(.countsRemoved), settings: Settings(seed: seed, cases: 1000)).counterexample)
    #expect(found.value.steps == ["put(0)", "put(0)", "take()"])
    #expect(found.failure.kind == "invariant: count")
    #expect(found.failure.message == "after step 3, take(): 2 counted, expected 1")
  }

  @Test func anArgumentMayDependOnTheModel() throws {
    let machine = StateMachine(
      model: { [0] }, system: { 0 },
      commands: [
        Command("grow") { model in
          model.append(model.count)
        } run: { _, _ in
          .passed
        },
        Command("look", drawing: { .element(of: $0) }) { _, _ in
        } run: { _, member, before in
          before.contains(member) && member < 4 ? .passed : .failed("member", "\(member) of \(before)")
        },
      ])
    let found = try #require(check(machine.property("members"), settings: Settings(cases: 1000)).counterexample)
    #expect(found.value.steps == ["grow()", "grow()", "grow()", "grow()", "look(4)"])
  }

  @Test func whereNothingMayBeCalledTheSequenceEnds() {
    let machine = StateMachine(
      model: { 0 }, system: { 0 },
      commands: [
        Command("once", when: { $0 == 0 }) { model in
          model += 1
        } run: { system, _ in
          system += 1
          return system == 1 ? .passed : .failed("twice", "called twice")
        }
      ])
    #expect(check(machine.property("once")).verdict != .failed)
  }

  @Test func anErrorNamesItsStep() throws {
    struct Broken: Error {}
    let machine = StateMachine(
      model: { 0 }, system: { 0 },
      commands: [
        Command("step") { model in
          model += 1
        } run: { _, before in
          if before == 2 { throw Broken() }
          return .passed
        }
      ])
    let found = try #require(check(machine.property("steps")).counterexample)
    #expect(found.value.count == 3)
    #expect(found.failure.message == "step 3, step(): it threw Broken()")
  }
}
