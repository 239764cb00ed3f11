import BaseFormats
import Foundation
import Pipeline
import RuleKit

/// Writes all files of a run beside their places, proves the base by reading it back, and renames them together.
struct OutputDelivery {
  let plan: OutputPlan
  /// The review workbook and its sheets.
  var review: (path: String, sheets: [FormSheet])?

  /// Whether the files could be put in place.
  func checkPlaces(review: String?) throws(KitError) {
    do throws(RunError) {
      if let review { try Delivery.checkPlace(of: review) }
    } catch {
      throw .run(error)
    }
    guard plan.shape != .folder || FileManager.default.fileExists(atPath: plan.path) else { return }
    do throws(RunError) {
      for path in [plan.journal, plan.report] { try Delivery.checkPlace(of: path) }
      if plan.shape != .folder { try Delivery.checkPlace(of: plan.path) }
      try Self.tryPlace(of: plan.journal)
    } catch {
      throw .run(error)
    }
  }

  /// Makes a file and takes it away: rights alone do not tell of a read-only disk, least of all to root.
  private static func tryPlace(of path: String) throws(RunError) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let files = FileManager.default
    let trial = "\(folder)/.\(url.lastPathComponent).\(getpid()).revizor-part"
    guard files.createFile(atPath: trial, contents: nil) else {
      throw .cannotWrite(
        path: path, reason: Localized(en: "its folder takes no files", ru: "её папка не принимает файлов"))
    }
    try? files.removeItem(atPath: trial)
  }

  func deliver(
    _ tables: [OutputTable], report: String, outcome: RunOutcome, facts: [(key: String, value: String)]
  ) throws(KitError) {
    if plan.shape == .folder { try makeFolder() }
    do throws(RunError) {
      var delivery = Delivery()
      let journal = try delivery.stage(plan.journal)
      let page = try delivery.stage(plan.report)
      if let review { try write(review.sheets, to: try delivery.stage(review.path), named: review.path) }
      let files = plan.files(tables)
      // The clients' file is renamed last: it is what makes the run count.
      var staged: [(temporary: String, file: Int)] = []
      for index in files.indices.reversed() { staged.append((try delivery.stage(files[index].path), index)) }
      try Journal.write(outcome, facts: facts, to: journal, named: plan.journal)
      try write(report, to: page)
      for item in staged { try write(files[item.file], to: item.temporary) }
      try delivery.commit()
    } catch {
      throw .run(error)
    }
  }

  private func write(
    _ file: (path: String, tables: [OutputTable], format: OutputFormat), to temporary: String
  ) throws(RunError) {
    do throws(SinkError) {
      try BaseWriter.write(file.tables, to: temporary, format: file.format)
    } catch {
      // The temporary name is nobody's business.
      let error = SinkError(file.path, error.reason)
      throw .cannotDeliver(Localized(en: error.english, ru: error.russian))
    }
    try OutputProof.check(file.tables, at: temporary, named: file.path, format: file.format)
  }

  private func write(_ sheets: [FormSheet], to temporary: String, named name: String) throws(RunError) {
    do throws(SinkError) {
      try FormWriter.write(sheets, to: temporary)
    } catch {
      let error = SinkError(name, error.reason)
      throw .cannotDeliver(Localized(en: error.english, ru: error.russian))
    }
  }

  private func write(_ text: String, to temporary: String) throws(RunError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
    } catch {
      let reason = (error as NSError).localizedDescription
      throw .cannotDeliver(
        Localized(
          en: "\(plan.report): cannot be written: \(reason)", ru: "\(plan.report): не записывается: \(reason)"
        ))
    }
  }

  private func makeFolder() throws(KitError) {
    do {
      try FileManager.default.createDirectory(atPath: plan.path, withIntermediateDirectories: true)
    } catch {
      throw .run(
        .cannotWrite(
          path: plan.path, reason: Localized(en: "the folder cannot be made", ru: "папку не создать")))
    }
  }
}
