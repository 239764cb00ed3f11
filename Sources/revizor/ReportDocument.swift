import Foundation
import Pipeline
import Reporting
import RevizorKit
import RuleKit

/// A check's report on its way to the screen or into a file, every finding beside it.
struct ReportDocument {
  let result: Revizor.CheckResult
  let reporter: String
  let options: ReportOptions

  /// The line that ends every screen.
  var lastLine: String { ReporterCatalogue.lastLine(result.summary, options) }

  /// Prints the report.
  func print() {
    guard let writer = ReporterCatalogue.named(reporter) else {
      JSONLinesReporter().render(result.findings, result.summary, options: options) {
        FileHandle.standardOutput.write(Data($0.utf8))
      }
      return
    }
    let text = writer.render(result.summary, options: options)
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// Writes the report into a file, and beside it every finding where the report holds only the first of each kind.
  /// - Throws: `KitError.usage`.
  func write(to path: String) throws {
    guard let writer = ReporterCatalogue.named(reporter) else { return try writeLines(to: path) }
    var options = options
    if !holdsAll {
      let side = path + ".findings.jsonl"
      options.sideFile = side.split(separator: "/").last.map(String.init)
      try writeLines(to: side)
    }
    try write(path) { try $0.write(contentsOf: Data(writer.render(result.summary, options: options).utf8)) }
  }

  /// Whether every finding's address stands in the summary.
  private var holdsAll: Bool {
    result.summary.findings.allSatisfy { group in
      group.count == group.shapes.reduce(0) { $0 + $1.addresses.count }
    }
  }

  private func writeLines(to path: String) throws {
    try write(path) { file in
      try JSONLinesReporter().render(result.findings, result.summary, options: options) { (piece) throws in
        try file.write(contentsOf: Data(piece.utf8))
      }
    }
  }

  /// The file appears whole or not at all.
  private func write(_ path: String, _ body: (FileHandle) throws -> Void) throws {
    let draft = "\(path).\(ProcessInfo.processInfo.processIdentifier).tmp"
    do {
      guard FileManager.default.createFile(atPath: draft, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
      try body(file)
      try file.close()
      guard unsafe rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw KitError.usage(["--report: \(path) cannot be written; choose another file"])
    }
  }
}
