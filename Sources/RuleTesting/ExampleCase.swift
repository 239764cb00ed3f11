public import PluginHost
public import RuleKit
import Tables

/// One example of one rule in one of its variants, run through the plugin door.
public struct ExampleCase: Sendable, CustomStringConvertible {
  /// A change to an example that must not change the answer.
  public enum Variant: String, Sendable, CaseIterable {
    /// The table as it is drawn.
    case asDrawn = "as drawn"
    /// The columns in reverse order.
    case columnsReversed = "columns reversed"
    /// A column that means nothing to the rule in front of the others.
    case columnAdded = "an unrelated column added"
    /// Without the columns that only the rule fills, as a base that was never cleaned comes.
    case derivedAbsent = "derived columns absent"
    /// The rule applied to its own result, in which it must change nothing.
    case again
  }

  private let plugin: Plugin
  private let rule: RuleManifest
  private let number: Int
  private let variant: Variant
  private let context: RuleContext

  private var example: Example { rule.examples[number] }

  /// The clock of all examples.
  public static let now = "2026-11-22"

  /// `dead-souls, example 2 (columns reversed): a limit belongs to the younger side`.
  public var description: String {
    let title = example.title.map { ": \($0.en)" } ?? ""
    return "\(rule.id), example \(number + 1) (\(variant.rawValue))\(title)"
  }

  /// Every example of every rule of a plugin, in every variant.
  /// - Parameters:
  ///   - plugin: an opened plugin.
  ///   - dictionaries: folder of the dictionaries that its rules read.
  /// - Returns: the cases, rule by rule, example by example.
  public static func cases(of plugin: Plugin, dictionaries: String = "") -> [ExampleCase] {
    plugin.manifest.rules.flatMap { cases(of: $0, in: plugin, dictionaries: dictionaries) }
  }

  /// Every example that `rule` tells of, in every variant, run by the rule of that id in `plugin`.
  public static func cases(
    of rule: RuleManifest, in plugin: Plugin, dictionaries: String = ""
  ) -> [ExampleCase] {
    rule.examples.indices.flatMap { number in
      let context = RuleContext(
        now: now, dictionaries: dictionaries, fields: rule.examples[number].fields.mapValues(spec))
      return Variant.allCases.map {
        ExampleCase(plugin: plugin, rule: rule, number: number, variant: $0, context: context)
      }
    }
  }

  /// What the rule said and what the drawing says, as sorted lines to compare.
  /// - Throws: what is wrong with the drawing, or how the plugin failed.
  public func outcome() throws(ExampleError) -> (got: [String], expected: [String]) {
    let drawing = try Drawing(example.table)
    let sheet = Sheet(drawing, variant)
    do {
      let instance = try plugin.instance(of: rule.id, settings: example.settings, context: context)
      let results = try sheet.apply(instance)
      guard variant == .again else {
        return (statements(of: results, on: sheet).sorted(), expected(drawing).sorted())
      }
      let cleaned = sheet.applying(results)
      return (cleaned.edits(of: try cleaned.apply(instance)).sorted(), [])
    } catch {
      throw .plugin(error)
    }
  }

  private func expected(_ drawing: Drawing) -> Set<String> {
    drawing.expected.union(example.flagsTable.map(Statement.table)).union(example.links.map(Statement.link))
  }

  private func statements(of results: Results, on sheet: Sheet) -> Set<String> {
    var lines = sheet.edits(of: results)
    for finding in results.findings {
      lines.insert(
        finding.row < 0
          ? Statement.table(results.names[finding.code])
          : Statement.flag(row: finding.row, field: finding.field.map { results.names[$0] }))
    }
    for link in results.links where link.verdict != .different {
      lines.insert(Statement.link("\(link.rowA + 1)\(link.verdict == .same ? "=" : "~")\(link.rowB + 1)"))
    }
    return lines
  }

  /// A field as a standard's `fields:` holds it.
  private static func spec(_ value: JSONValue) -> FieldSpec {
    let options = value.object ?? [:]
    return FieldSpec(
      format: options["format"]?.string, required: options["required"]?.bool ?? false, options: options)
  }
}
