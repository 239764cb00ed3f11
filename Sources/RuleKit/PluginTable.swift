public import CPluginABI
import Foundation
import Synchronization
import Tables

/// A rule behind the C door: made once, applied many times.
private final class RuleInstance: Sendable {
  private let body: @Sendable (Batch, inout Results) throws(RuleFailure) -> Void
  private let codes: [CodeDescription]

  init<R: Rule>(_ rule: R) {
    codes = R.about.codes
    body = { (batch, results) throws(RuleFailure) in try rule.apply(to: batch, into: &results) }
  }

  func apply(to batch: Batch) throws(RuleFailure) -> Results {
    var results = Results(codes: codes)
    try body(batch, &results)
    return results
  }
}

/// The rules of this image by id.
///
/// C function pointers carry no context, so they look here.
private let registered = Mutex<[String: any Rule.Type]>([:])

/// Makes the function table that a plugin's `revizor_plugin` returns.
///
/// Call it once and keep the result.
/// ```swift
/// private nonisolated(unsafe) let table = unsafe makePlugin(
///   "MandatoryFields", version: "0.1.0", rules: [MandatoryFields.self])
/// // swift-format-ignore: AlwaysUseLowerCamelCase
/// @c public func revizor_plugin() -> UnsafePointer<revizor_plugin_table> { unsafe table }
/// ```
public func makePlugin(
  _ name: String, version: String, rules: [any Rule.Type]
) -> UnsafePointer<revizor_plugin_table> {
  registered.withLock { known in for rule in rules { known[rule.about.id] = rule } }
  let manifest = PluginManifest(name: name, version: version, rules: rules.map { $0.about.manifest })
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let json = try? encoder.encode(manifest) else { preconditionFailure("a manifest is plain data") }
  // Both live as long as the library is open.
  let table = UnsafeMutablePointer<revizor_plugin_table>.allocate(capacity: 1)
  unsafe table.initialize(
    to: revizor_plugin_table(
      abi_version: UInt32(REVIZOR_ABI_VERSION), size: UInt32(MemoryLayout<revizor_plugin_table>.size),
      manifest: strdup(String(decoding: json, as: UTF8.self)),
      create: { unsafe createRule($0, $1, $2, $3, $4) },
      apply: { unsafe applyRule($0, $1, $2, $3, $4) },
      destroy: { instance in
        guard let instance = unsafe instance else { return }
        unsafe Unmanaged<RuleInstance>.fromOpaque(instance).release()
      },
      free_text: { text in unsafe free(text) }))
  return unsafe UnsafePointer(table)
}

private typealias ErrorText = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

private func fail(_ text: String, _ error: ErrorText?) -> Int32 {
  unsafe error?.pointee = strdup(text)
  return 1
}

private func createRule(
  _ id: UnsafePointer<CChar>?, _ settings: UnsafePointer<CChar>?, _ context: UnsafePointer<CChar>?,
  _ instance: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ failure: ErrorText?
) -> Int32 {
  guard let id = unsafe id, let settings = unsafe settings, let context = unsafe context,
    let instance = unsafe instance
  else { return unsafe fail("create was called without its arguments", failure) }
  let name = unsafe String(cString: id)
  guard let rule = registered.withLock({ $0[name] }) else {
    return unsafe fail("has no rule '\(name)'", failure)
  }
  do {
    let made = try unsafe make(rule, settings: String(cString: settings), context: String(cString: context))
    unsafe instance.pointee = Unmanaged.passRetained(made).toOpaque()
    return 0
  } catch {
    return unsafe fail(error.line, failure)
  }
}

private func make<R: Rule>(_: R.Type, settings: String, context: String) throws(SettingsError) -> RuleInstance
{
  let given: JSONValue
  let about: RuleContext
  do {
    given = try JSONDecoder().decode(JSONValue.self, from: Data(settings.utf8))
    about = try JSONDecoder().decode(RuleContext.self, from: Data(context.utf8))
  } catch {
    throw SettingsError("", "cannot be read as JSON", remedy: "hand over a JSON object and a context")
  }
  guard var object = given.object ?? (given == .null ? [:] : nil) else {
    throw SettingsError("", "are not a mapping", remedy: "write `key: value` lines beneath the rule")
  }
  for setting in R.about.settings where object[setting.name] == nil {
    object[setting.name] = setting.fallback
  }
  let decoded: R.Settings
  do {
    decoded = try JSONDecoder().decode(R.Settings.self, from: JSONEncoder().encode(JSONValue.object(object)))
  } catch let error as DecodingError {
    throw SettingsError(error.key, error.problem, remedy: "see `revizor rules explain \(R.about.id)`")
  } catch {
    throw SettingsError("", "cannot be read", remedy: "see `revizor rules explain \(R.about.id)`")
  }
  return RuleInstance(try R(decoded, context: about))
}

extension DecodingError {
  fileprivate var context: Context? {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context
    @unknown default: nil
    }
  }

  fileprivate var key: String {
    if case .keyNotFound(let key, _) = self { return key.stringValue }
    return context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
  }

  fileprivate var problem: String {
    switch self {
    case .typeMismatch: "has the wrong type"
    case .keyNotFound, .valueNotFound: "is missing"
    default: "cannot be: \(context?.debugDescription ?? "bad value")"
    }
  }
}

private func applyRule(
  _ instance: UnsafeMutableRawPointer?, _ schema: UnsafePointer<ArrowSchema>?,
  _ array: UnsafePointer<ArrowArray>?, _ results: UnsafeMutablePointer<revizor_results>?,
  _ failure: ErrorText?
) -> Int32 {
  guard let instance = unsafe instance, let schema = unsafe schema, let array = unsafe array,
    let results = unsafe results
  else { return unsafe fail("apply was called without its arguments", failure) }
  let rule = unsafe Unmanaged<RuleInstance>.fromOpaque(instance).takeUnretainedValue()
  do throws(ArrowError) {
    let reader = try unsafe ArrowReader(schema: schema, array: array)
    var fields: [String] = []
    var columns: [TextView] = []
    var linked: [LinkedRows] = []
    for index in reader.names.indices {
      if reader.isList(index) {
        linked.append(try reader.linked(index))
      } else {
        fields.append(reader.names[index])
        columns.append(try reader.view(index))
      }
    }
    let batch = Batch(fields: fields, columns: columns, rowCount: reader.length, linked: linked)
    do throws(RuleFailure) {
      unsafe export(try rule.apply(to: batch), into: results)
    } catch {
      return unsafe fail(error.problem, failure)
    }
    return 0
  } catch {
    return unsafe fail("the batch \(error.problem)", failure)
  }
}

private func export(_ results: Results, into out: UnsafeMutablePointer<revizor_results>) {
  if !results.findings.isEmpty {
    let all = results.findings
    unsafe exportArrow(
      [
        ("row", .int64(all.map { Int64(max($0.row, 0)) }, valid: all.map { $0.row >= 0 })),
        ("field", .text(results.names.column(of: all.map(\.field)))),
        ("code", .text(results.names.column(of: all.map(\.code)))),
        ("severity", .int8(all.map(\.severity.rawValue))),
        ("arguments", .text(TextColumn(all.map(\.arguments)))),
      ], length: all.count, schema: &out.pointee.findings_schema, array: &out.pointee.findings)
  }
  if !results.edits.isEmpty {
    let all = results.edits
    unsafe exportArrow(
      [
        ("row", .int64(all.map { Int64($0.row) }, valid: nil)),
        ("field", .text(results.names.column(of: all.map(\.field)))),
        ("value", .text(results.editValues)),
        ("code", .text(results.names.column(of: all.map(\.code)))),
        ("safety", .int8(all.map(\.safety.rawValue))),
      ], length: all.count, schema: &out.pointee.edits_schema, array: &out.pointee.edits)
  }
  guard !results.links.isEmpty else { return }
  let all = results.links
  unsafe exportArrow(
    [
      ("row_a", .int64(all.map { Int64($0.rowA) }, valid: nil)),
      ("row_b", .int64(all.map { Int64($0.rowB) }, valid: nil)),
      ("probability", .float64(all.map(\.probability))),
      ("verdict", .int8(all.map(\.verdict.rawValue))),
      ("evidence", .text(TextColumn(all.map(\.evidence)))),
    ], length: all.count, schema: &out.pointee.links_schema, array: &out.pointee.links)
}

extension Interner {
  /// The names of the numbers, nil where there is none.
  /// - Complexity: O(bytes).
  fileprivate func column(of numbers: [UInt16?]) -> TextColumn {
    let bytes = names.map { Array($0.utf8) }
    var column = TextColumn()
    column.reserve(rows: numbers.count, bytes: numbers.count * 12)
    for number in numbers {
      guard let number else {
        column.appendNull()
        continue
      }
      let name = bytes[Int(number)]
      column.append(name.span)
    }
    return column
  }
}
