import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

/// Right files spoiled at random: both judgements find what is wrong, and never disagree.
///
/// The full measure: `PROPCHECK_CASES=1000 swift test --filter CorruptionTests`.
@Suite(.propertyTesting) struct CorruptionTests {
  @Test func bothJudgementsFindEveryCorruption() {
    let property = Property("both judgements find every corruption", Corruption.all) { corruption, notes in
      notes.collect("fault", corruption.fault)
      notes.collect("order", corruption.spoiled.order)
      notes.collect("model", "\(corruption.spoiled.method) \(corruption.spoiled.kind.rawValue)")
      let validation = try Validation(
        corruption.spoiled, right: corruption.right, settings: ValidationSettings(shrinkCalls: 0))
      let faults = validation.exact.faults
      guard faults.map(\.tree) == corruption.trees,
        faults.allSatisfy({ $0.expected == corruption.right.coefficient(of: $0.tree) })
      else { return .failed("exact", "the exact judgement says \(validation.exact.judgement.reason)") }
      guard validation.numerical.judgement.verdict == .falsified else {
        return .failed("numerical", "the numerical judgement says \(validation.numerical.judgement)")
      }
      guard validation.agree == true, validation.judgement.verdict == .falsified else {
        return .failed("agreement", "\(validation.judgement)")
      }
      // The lowest field that is spoiled is the one that the numbers name.
      let field = corruption.trees[0].order - 1
      guard validation.numerical.counterexample?.problem.order == field else {
        return .failed("field", "the numerical judgement blames \(validation.numerical.judgement.reason)")
      }
      return .passed
    }
    // The judgement is deterministic, so that threads change nothing but the time.
    expectHolds(property, settings: Settings(cases: 60, threads: 2, shrinkCalls: 40))
  }
}
