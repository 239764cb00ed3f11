import Foundation
import Synchronization

/// One line on stderr that says what is being done and for how long; only where a person watches.
final class Progress: Sendable {
  private let started = Date()
  private let last = Mutex("")

  /// Shows a step once.
  func show(_ step: String, _ share: Double) {
    let isNews = last.withLock { last in
      defer { last = step }
      return last != step
    }
    guard isNews else { return }
    let seconds = (Date().timeIntervalSince(started) * 10).rounded() / 10
    FileHandle.standardError.write(Data("\r\u{1B}[K\(seconds) s  \(step) …".utf8))
    if step == "write" { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
