import Synchronization
import Testing

/// The names of the properties of one test, or of one of its arguments.
///
/// A token finds its property by the name, and so does the process in which bodies are isolated, which is the same test
/// again: two of one name would be taken for each other.
final class PropertyNames: Sendable {
  private let isolated = Mutex<Set<String>>([])
  private let unnamed = Mutex(0)

  /// The names of the running test.
  @TaskLocal static var current: PropertyNames?

  /// The name of a property for which none was given: that of the test, from the second one on with its place.
  static func next() -> String {
    // inside a case the same property comes again and again
    guard let current, IssueSink.current == nil else { return PropertyRun.currentName }
    let place = current.unnamed.withLock { count in
      count += 1
      return count
    }
    return PropertyRun.currentName + (place == 1 ? "" : separator + "\(place)")
  }

  private static let separator = " #"

  /// Why a property cannot be told from another in the process of its cases; nil where it can.
  static func collision(_ name: String) -> String? {
    let test = PropertyRun.currentName
    if Test.current?.isParameterized == true, name == test || name.hasPrefix(test + separator) {
      return "property '\(name)' runs in a process of its own for several arguments: give it a name that has them in it"
    }
    let isNew = current?.isolated.withLock { $0.insert(name).inserted } ?? true
    return isNew
      ? nil : "two properties '\(name)' of one test run in processes of their own: give each a name of its own"
  }
}
