import Foundation
import Pipeline
import RuleKit

/// The file in which accepted findings stand.
struct BaselineFile {
  let path: String

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// - Throws: `KitError.wrong`.
  func read() throws(KitError) -> Baseline {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .wrong(
        Localized(
          en: "--baseline: \(path) cannot be read; write it with --update-baseline",
          ru: "--baseline: \(path) не читается; создайте его с --update-baseline"))
    }
    do throws(Baseline.Misread) {
      return try Baseline(text: String(decoding: data, as: UTF8.self))
    } catch {
      throw .wrong(
        Localized(
          en:
            "\(path):\(error.line): this is no line of a baseline; write the file anew with --update-baseline",
          ru: "\(path):\(error.line): это не строка базовой линии; создайте файл заново с --update-baseline"))
    }
  }

  /// - Throws: `KitError.wrong`.
  func write(_ baseline: Baseline) throws(KitError) {
    do {
      try Data(baseline.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .wrong(
        Localized(
          en: "--baseline: \(path) cannot be written; choose another file",
          ru: "--baseline: \(path) не записать; выберите другой файл"))
    }
  }

  /// Salt for a new baseline.
  static func newSalt() -> String {
    (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }
}
