import Foundation

/// A bar on standard error that shows how far a run is; nothing at all where that is no terminal.
struct ProgressBar: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Shows that `done` of `total` cases of `name` are done.
  func show(_ name: String, done: Int, total: Int) {
    guard isShown, total > 0 else { return }
    let width = 30
    let filled = width * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    Output.write("\r\u{1B}[K\(name) [\(bar)] \(done)/\(total)", to: STDERR_FILENO)
  }

  /// Takes the bar away.
  func clear() {
    if isShown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
