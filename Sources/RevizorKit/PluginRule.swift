import Pipeline
import PluginHost
import RuleKit
import Tables

/// A plugin's rule as the pipeline sees it.
struct PluginRule: AppliedRule {
  let application: RuleApplication

  var about: RuleManifest { application.about }

  func apply(fields: [String], columns: [TextColumn], rows: Range<Int>) throws(RunError) -> Results {
    try apply(fields: fields, columns: columns, rows: rows, linked: [])
  }

  func apply(
    fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows]
  ) throws(RunError) -> Results {
    do throws(PluginError) {
      return try application.apply(fields: fields, columns: columns, rows: rows, linked: linked)
    } catch {
      throw .plugin(line: error.line, isUsage: error.isUsage)
    }
  }
}
