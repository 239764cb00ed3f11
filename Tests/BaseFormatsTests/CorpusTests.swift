import BaseFormats
import Foundation
import Tables
import Testing

/// Where the files of other projects are; the tests that need them are skipped where the variable is not set.
private let corpora = ProcessInfo.processInfo.environment["REVIZOR_CORPORA"]

/// The largest file that a build without optimisation is asked to read; an optimised one reads all.
#if DEBUG
  private let largest = 64 << 10
#else
  private let largest = Int.max
#endif

/// Files of public projects against what independent readers see in them.
@Suite(.enabled(if: corpora != nil, "REVIZOR_CORPORA is not set"))
struct CorpusTests {
  private let root = corpora ?? ""

  private func expectations(_ name: String) throws -> [String: [String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/expected_\(name).json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
  }

  @Test func accessExports() throws {
    var read = 0
    var wrong: [String] = []
    let files = try expectations("access")
    for (file, facts) in files {
      guard let base = try? BaseReader.read("\(root)/\(file)") else {
        wrong.append("\(file): not read")
        continue
      }
      read += 1
      for table in facts["tables"] as? [[String: Any]] ?? [] {
        let name = table["name"] as? String ?? ""
        guard let found = base.tables.first(where: { $0.name == name }) else {
          wrong.append("\(file): no table \(name)")
          continue
        }
        let filled = found.columns.filter { !$0.cells.isAllNull }.map(\.name)
        let columns = Set(table["columns"] as? [String] ?? [])
        if found.rowCount != table["rows"] as? Int { wrong.append("\(file): rows of \(name)") }
        if !columns.isSuperset(of: filled) { wrong.append("\(file): columns of \(name)") }
        if !columns.isSubset(of: found.columns.map(\.name)) { wrong.append("\(file): columns of \(name)") }
      }
      for schema in facts["schema"] as? [[String: Any]] ?? [] {
        let fields = (schema["fields"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
        let table = base.tables.first { $0.name == schema["name"] as? String }
        if table?.columns.map(\.name).starts(with: fields) != true { wrong.append("\(file): schema") }
      }
    }
    print("access-xml: \(read) of \(files.count) read, \(wrong.count) differences")
    #expect(wrong.isEmpty, "\(wrong.sorted().prefix(20))")
  }

  /// Not virtual, not SQLite's own, not a shadow of a virtual table.
  private func isOrdinary(_ object: [String: Any], among objects: [[String: Any]]) -> Bool {
    guard object["type"] as? String == "table", object["virtual"] as? Bool == false,
      let name = object["name"] as? String, !name.hasPrefix("sqlite_")
    else { return false }
    return !objects.contains { other in
      other["virtual"] as? Bool == true && name.hasPrefix("\(other["name"] as? String ?? "")_")
    }
  }

  @Test func sqliteBases() throws {
    var wrong: [String] = []
    let files = try expectations("sqlite")
    for (file, facts) in files {
      let objects = facts["objects"] as? [[String: Any]] ?? []
      let tables = objects.filter { isOrdinary($0, among: objects) }
      let base = try? BaseReader.read("\(root)/\(file)")
      for table in base?.tables ?? [] {
        let facts = tables.first { $0["name"] as? String == table.name }
        if facts?["rows"] as? Int != table.rowCount { wrong.append("\(file): \(table.name)") }
      }
      if base == nil, !tables.isEmpty { wrong.append("\(file): not read") }
      if let base, base.tables.count != tables.count { wrong.append("\(file): tables") }
    }
    print("sqlite: \(files.count) bases, \(wrong.count) differences")
    #expect(wrong.isEmpty, "\(wrong.sorted())")
  }
}
