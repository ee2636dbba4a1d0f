/// Checks that a new state is finite and bounded.
///
/// A step from a state where the objective is defined that ends nowhere has diverged; one from a state where it is
/// not names the operation.
func checkState<T: Real>(
  _ next: [T], from current: [T], of problem: MomentumProblem, subject: String, iteration: Int
) throws(DynamicsError) {
  let size = maximumNorm(next)
  if size.isFinite, size <= DynamicsError.bound { return }
  guard size.isFinite else { throw undefinedState(current, of: problem, subject: subject, iteration: iteration) }
  throw DynamicsError(
    kind: .diverged, subject: subject, iteration: iteration, found: "a state of size \(shortened(size))")
}

/// Checks that the objective and its gradient are defined at the start.
func checkStart<T: Real>(_ problem: MomentumProblem, _: T.Type) throws(DynamicsError) {
  let start: [T] = problem.startingPoint()
  var gradient = NegativeGradient<T>(program: problem.program)
  var value = ObjectiveValue<T>(program: problem.valueProgram)
  guard maximumNorm(gradient(start)).isFinite, value(start).isFinite else {
    throw undefinedState(start, of: problem, subject: "the method", iteration: 0)
  }
}

/// Why nothing finite follows from `state`: an operation without a value there, or else an overflow on the way.
func undefinedState<T: Real>(
  _ state: [T], of problem: MomentumProblem, subject: String, iteration: Int
) -> DynamicsError {
  for program in [problem.valueProgram, problem.program] {
    if let operation = undefinedOperation(of: program, at: state) {
      return DynamicsError(kind: .undefined, subject: subject, iteration: iteration, found: operation)
    }
  }
  return DynamicsError(kind: .diverged, subject: subject, iteration: iteration, found: "a step that ends nowhere")
}
