extension Check {
  /// The simplest choices with which the generator throws, where that is how the first failing case failed.
  func generatorFailure(_ tally: Tally, _ runner: CaseRunner<Value>) -> GeneratorFailure? {
    guard let first = tally.firstFailure else { return nil }
    var source = runner.makeSource(isRecording: true)
    guard case .thrown = made(&source, { try runner.value(at: first.position, script: first.script, source: &$0) })
    else { return nil }
    let shrunk = shrinking(CaseRunner<Value>.closed(&source), first.failure, runner)
    return GeneratorFailure(
      failure: shrunk.failure, caseIndex: first.position.index, token: token(of: shrunk.recording))
  }

  /// What came of making a value.
  private enum Made {
    case value
    case thrown(any Error)
    case nothing
  }

  private func made(_ source: inout ChoiceSource, _ body: (inout ChoiceSource) throws -> Value) -> Made {
    do {
      _ = try body(&source)
      return .value
    } catch {
      return CaseRunner<Value>.isGeneratorFailure(error) ? .thrown(error) : .nothing
    }
  }

  private func shrinking(_ recording: Recording, _ failure: Failure, _ runner: CaseRunner<Value>) -> Shrinker.Result {
    var source = runner.makeSource(isRecording: true)
    var last = Made.nothing
    var shrinker = Shrinker(
      recording, failure, budget: settings.shrinkCalls,
      generate: { script, hole in
        runner.running?.begin(script)
        last = made(&source) { try runner.value(of: script, mode: .lenient, hole: hole, source: &$0) }
        if case .nothing = last { return nil }
        return CaseRunner<Value>.closed(&source)
      },
      judge: {
        if isToEnd(runner) { return nil }
        guard case .thrown(let error) = last else { return .passed }
        return CaseRunner<Value>.outcome(ofGeneratorError: error)
      })
    shrinker.run(passes: settings.passes)
    return shrinker.result
  }
}

extension CaseRunner {
  /// The recording of a generator that threw: the parts that were open then end where it did.
  fileprivate static func closed(_ source: inout ChoiceSource) -> Recording {
    var open = source.openSpan
    while open >= 0 {
      source.spans[open].end = source.choices.count
      open = source.spans[open].parent
    }
    return source.recording
  }
}
