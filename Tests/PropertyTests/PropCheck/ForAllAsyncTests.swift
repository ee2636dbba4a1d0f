import PropCheck
import PropCheckTesting
import Testing

/// Asynchronous bodies: the same cases, the same minimum, in the task of the test.
@Suite(.propertyTesting) struct ForAllAsyncTests {
  private actor Counter {
    var total = 0
    func add(_ number: Int) -> Int {
      total += number
      return total
    }
  }

  @TaskLocal static var word = "outside"

  @Test func aBodyMayWait() async {
    let counter = Counter()
    await forAll(.int(in: 0...9), .bool) { number, _ in
      let before = await counter.total
      let after = await counter.add(number)
      #expect(after == before + number)
    }
    let total = await counter.total
    #expect(total > 0)
  }

  @Test func theMinimumIsFoundAndRecordedOnce() async {
    let recorded = CallLog()
    await withKnownIssue {
      await forAll(.int(in: 0...100_000), name: "waiting") { number in
        await Task.yield()
        #expect(number < 5000)
      }
    } matching: { issue in
      // the expectations of single cases are asked about too; they are failures, not known issues
      guard let text = issue.comments.first?.rawValue else { return false }
      recorded.note(text)
      return true
    }
    #expect(recorded.total == 1)
    #expect(recorded.last(1).first?.contains("counterexample  5000\n") == true)
  }

  @Test func anAsynchronousRunReportsWhatASynchronousOneReports() async {
    let body = { @Sendable (list: [Int], notes: inout CaseNotes) -> Outcome in
      notes.collect("length", list.count)
      return list.reduce(0, &+) < 150 ? .passed : .failed("sum", "too much")
    }
    let generator = Generator<[Int]>.array(of: .int(in: 0...100))
    let report = await checkAsync("sum", generator) { list, notes in
      await Task.yield()
      return body(list, &notes)
    }
    #expect(report.text() == check(Property("sum", generator, body: body)).text())
  }

  @Test func theBodyRunsInTheCallingTask() async {
    await ForAllAsyncTests.$word.withValue("inside") {
      let report = await checkAsync("local", .bool) { _, _ in
        ForAllAsyncTests.word == "inside" ? .passed : .failed("task", "another task")
      }
      #expect(report.verdict == .passed)
    }
  }

  @Test func aCancelledTaskEndsTheRunAndIsNoPass() async {
    let task = Task {
      await checkAsync("endless", .int, settings: Settings(cases: 1_000_000_000)) { number, notes in
        if number > 1_000_000 { withUnsafeCurrentTask { $0?.cancel() } }
        return .passed
      }
    }
    let report = await task.value
    guard case .gaveUp(let reason) = report.verdict else {
      Issue.record("a cancelled run must not pass")
      return
    }
    #expect(reason == "the run was cancelled after \(report.counts.judged) cases")
  }

  @Test func labelsInABodyAreCounted() {
    let settings = Settings(requiredLabels: ["large": 0.9])
    withKnownIssue {
      forAll(.int(in: 0...9), name: "labelled", settings: settings) { number in
        noteCase { $0.label("large", if: number > 4) }
      }
    } matching: {
      $0.comments.first?.rawValue.contains("is inconclusive: too few cases bear a label: 'large' in") == true
    }
    forAll(.int(in: 0...9), name: "labelled", settings: Settings(requiredLabels: ["large": 0.2])) { number in
      noteCase { $0.label("large", if: number > 4) }
    }
  }

  @Test func theWorstSeenIsNamedWhereTheBodyNotesHowWrongItIs() {
    let recorded = CallLog()
    withKnownIssue {
      forAll(.int(in: 0...1_000_000), name: "scored") { number in
        noteCase { $0.target(Double(number)) }
        #expect(number < 500)
      }
    } matching: { issue in
      guard let text = issue.comments.first?.rawValue else { return false }
      recorded.note(text)
      return true
    }
    let text = recorded.last(1).first ?? ""
    #expect(text.contains("\n  counterexample  500\n"))
    #expect(text.contains("\n  worst seen      severity ") && text.contains(".0, here 500.0: "))
  }

  @Test(.tags(.parameterized), arguments: [1, 10, 100])
  func aParameterizedTestIsAProperty(limit: Int) {
    forAll(.int(in: 0...limit), name: "up to \(limit)") { #expect($0 <= limit) }
  }
}

extension Tag {
  /// Properties that are checked for each of several arguments.
  @Tag static var parameterized: Self
}
