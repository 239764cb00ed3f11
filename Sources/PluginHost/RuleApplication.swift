import CPluginABI
import Foundation
public import RuleKit
public import Tables

/// A rule made from a plugin, ready to be applied to batches.
@safe public final class RuleApplication: Sendable {
  /// The rule's part of the manifest.
  public let about: RuleManifest
  private let plugin: Plugin
  private nonisolated(unsafe) let instance: UnsafeMutableRawPointer?

  fileprivate init(about: RuleManifest, plugin: Plugin, instance: UnsafeMutableRawPointer?) {
    self.about = about
    self.plugin = plugin
    unsafe self.instance = unsafe instance
  }

  deinit { unsafe plugin.table.pointee.destroy(instance) }

  /// Applies the rule to rows of a table of fields.
  ///
  /// Columns cross without a copy.
  /// - Parameters:
  ///   - fields: names of the columns.
  ///   - columns: columns of equal length.
  ///   - rows: the rows to hand over; results count from its lower bound.
  ///   - linked: rows of other tables by row of this one, for a rule that asks for them; then all rows go over.
  /// - Returns: findings, edits and links, checked against the contract.
  /// - Throws: `ruleFailed` with the plugin's own words, `badResults` when it broke the contract.
  public func apply(
    fields: [String], columns: [TextColumn], rows: Range<Int>, linked: [ClientRows] = []
  ) throws(PluginError) -> Results {
    try unsafe withBatch(fields: fields, columns: columns, rows: rows, linked: linked) {
      (schema, array) throws(PluginError) in
      var out = unsafe revizor_results()
      var text: UnsafeMutablePointer<CChar>?
      let code = unsafe plugin.table.pointee.apply(instance, schema, array, &out, &text)
      defer { unsafe Self.release(&out) }
      guard code == 0 else {
        throw .ruleFailed(plugin: plugin.name, rule: about.id, reason: unsafe plugin.take(text, code))
      }
      do throws(ArrowError) {
        return try unsafe read(&out, rowCount: rows.count)
      } catch {
        throw .badResults(plugin: plugin.name, rule: about.id, reason: error.problem)
      }
    }
  }

  private static func release(_ out: inout revizor_results) {
    if let release = unsafe out.findings.release { unsafe release(&out.findings) }
    if let release = unsafe out.edits.release { unsafe release(&out.edits) }
    if let release = unsafe out.links.release { unsafe release(&out.links) }
    if let release = unsafe out.findings_schema.release { unsafe release(&out.findings_schema) }
    if let release = unsafe out.edits_schema.release { unsafe release(&out.edits_schema) }
    if let release = unsafe out.links_schema.release { unsafe release(&out.links_schema) }
  }

  private func read(_ out: inout revizor_results, rowCount: Int) throws(ArrowError) -> Results {
    var results = Results(codes: about.codes)
    if unsafe out.findings.release != nil, unsafe out.findings.length > 0 {
      let reader = try unsafe ArrowReader(schema: &out.findings_schema, array: &out.findings)
      try ResultReader(reader: reader, rowCount: rowCount).findings(into: &results)
    }
    if unsafe out.edits.release != nil, unsafe out.edits.length > 0 {
      let reader = try unsafe ArrowReader(schema: &out.edits_schema, array: &out.edits)
      try ResultReader(reader: reader, rowCount: rowCount).edits(into: &results)
    }
    if unsafe out.links.release != nil, unsafe out.links.length > 0 {
      let reader = try unsafe ArrowReader(schema: &out.links_schema, array: &out.links)
      try ResultReader(reader: reader, rowCount: rowCount).links(into: &results)
    }
    return results
  }
}

extension Plugin {
  /// Makes an instance of one of the plugin's rules.
  public func instance(
    of ruleID: String, settings: JSONValue, context: RuleContext
  ) throws(PluginError) -> RuleApplication {
    guard let about = manifest.rules.first(where: { $0.id == ruleID }) else {
      throw .ruleNotFound(rule: ruleID, searched: [path])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let settings = try? encoder.encode(settings), let context = try? encoder.encode(context) else {
      throw .badSettings(plugin: name, rule: ruleID, reason: "settings are not JSON; see the standard")
    }
    var made: UnsafeMutableRawPointer?
    var text: UnsafeMutablePointer<CChar>?
    let code = unsafe table.pointee.create(
      ruleID, String(decoding: settings, as: UTF8.self), String(decoding: context, as: UTF8.self), &made,
      &text)
    guard code == 0 else {
      throw .badSettings(plugin: name, rule: ruleID, reason: unsafe take(text, code))
    }
    return unsafe RuleApplication(about: about, plugin: self, instance: made)
  }

  /// The text of an error, given back to the plugin's own allocator.
  fileprivate func take(_ text: UnsafeMutablePointer<CChar>?, _ code: Int32) -> String {
    guard let text = unsafe text else { return "code \(code), without a word" }
    defer { unsafe table.pointee.free_text(text) }
    return unsafe String(cString: text)
  }
}
