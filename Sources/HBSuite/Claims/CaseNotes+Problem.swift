import HBModel
import PropCheck

extension CaseNotes {
  /// Counts a problem's dimension and momentum for the tables of coverage.
  mutating func collect(inputsOf problem: Problem) {
    collect("variables", problem.start.count)
    collect("momentum", momentumBin(problem.largestMomentum))
  }
}
