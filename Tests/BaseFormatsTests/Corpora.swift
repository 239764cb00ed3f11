import Foundation
import Testing

/// Where the files of other projects are; the tests that need them are skipped where the variable is not set.
enum Corpora {
  static let root = ProcessInfo.processInfo.environment["REVIZOR_CORPORA"]

  static let missing: Comment = "REVIZOR_CORPORA is not set: the corpora are not read"

  /// The largest file that is read: a build without optimisation takes a sample, an optimised one all.
  static var largest: Int {
    #if DEBUG
      64 << 10
    #else
      Int.max
    #endif
  }

  /// What independent readers see in the files of a set, by path.
  static func expectations(_ set: String) throws -> [String: [String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(root ?? "")/expected_\(set).json"))
    return try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]] ?? [:]
  }

  /// Peak memory of this process in MiB.
  static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}
