import Synchronization
import Testing

/// The names of the properties of one test whose bodies run in a process of their own.
///
/// That process is the same test again, and finds its property by the name: two of one name would be taken for each other.
final class IsolatedNames: Sendable {
  private let known = Mutex<Set<String>>([])

  /// The names of the running test.
  @TaskLocal static var current: IsolatedNames?

  /// Why a property cannot be told from another in the process of its cases; nil where it can.
  static func collision(_ name: String) -> String? {
    if Test.current?.isParameterized == true, name == PropertyRun.currentName {
      return "property '\(name)' runs in a process of its own for several arguments: give it a name that has them in it"
    }
    let isNew = current?.known.withLock { $0.insert(name).inserted } ?? true
    return isNew
      ? nil : "two properties '\(name)' of one test run in processes of their own: give each a name of its own"
  }
}
