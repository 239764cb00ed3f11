import Foundation
import Standards
import Tables

/// What the tests share: the shipped dictionaries, small tables, files that vanish.
enum Fixtures {
  /// Folder of `Rules`, beside `Tests`; the file's own place, so that tests run from any folder.
  static let rules = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules").path

  static func catalogue() throws -> FieldCatalogue {
    try FieldCatalogue.load(path: "\(rules)/dictionaries/fields.tsv")
  }

  static func recognition() throws -> HeaderRecognition {
    let catalogue = try catalogue()
    let path = "\(rules)/dictionaries/header_synonyms.tsv"
    return HeaderRecognition(
      catalogue: catalogue, synonyms: try HeaderSynonyms.load(path: path, catalogue: catalogue),
      words: ContentWords(folder: "\(rules)/dictionaries"))
  }

  static func loader(_ folder: String = "\(rules)/standards") throws -> StandardLoader {
    StandardLoader(folder: folder, catalogue: try catalogue(), formats: [])
  }

  /// A table drawn like an example: ` | ` between cells, the header first, `·` for null.
  static func table(_ drawing: String, name: String = "Клиенты", primaryKey: [String] = []) -> Table {
    let lines = drawing.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    let header = lines.first ?? []
    let rows = lines.dropFirst()
    let columns = header.indices.map { column in
      let cells = rows.map {
        column < $0.count && $0[column] != "·" && !$0[column].isEmpty ? $0[column] : nil
      }
      return Column(name: header[column], cells: TextColumn(cells))
    }
    let numbers = ContiguousArray(rows.indices.map { Int64($0 + 1) })
    return Table(
      name: name, columns: columns,
      origin: Origin(path: "base.xlsx", table: name, unit: .row, numbers: numbers),
      primaryKey: primaryKey)
  }

  /// Runs `body` over a folder of files, then takes the folder away.
  static func withFolder<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "standards-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try body(folder.path)
  }
}
