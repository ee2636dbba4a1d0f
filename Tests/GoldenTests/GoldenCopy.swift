import Foundation

/// Calls `body` with the path of a copy of golden/, which may be changed.
func withGoldenCopy<Result>(_ body: (_ directory: String) throws -> Result) throws -> Result {
  let manager = FileManager.default
  let copy = manager.temporaryDirectory.appendingPathComponent("golden-\(UUID().uuidString)")
  try manager.copyItem(atPath: "golden", toPath: copy.path)
  defer { try? manager.removeItem(at: copy) }
  return try body(copy.path)
}
