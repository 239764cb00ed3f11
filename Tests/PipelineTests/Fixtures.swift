import Pipeline
import RuleKit
import Standards
import Tables

/// A sequence of numbers that is the same in every run (splitmix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Tables drawn as text: ` | ` between columns, the header first, a blank cell is null.
enum Drawn {
  static func rows(_ drawing: String) -> (header: [String], rows: [[String?]]) {
    let lines = drawing.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { cell -> String? in
        let text = cell.drop { $0 == " " }
        let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
        return trimmed.isEmpty ? nil : trimmed
      }
    }
    return (lines[0].map { $0 ?? "" }, Array(lines.dropFirst()))
  }

  static func frame(_ drawing: String) -> Frame {
    let (header, rows) = rows(drawing)
    var frame = Frame(rowCount: rows.count)
    for (place, field) in header.enumerated() { frame.set(field, TextColumn(rows.map { $0[place] })) }
    return frame
  }

  /// A source whose headers are its fields; `-` before a header: it means nothing to clients.
  static func source(
    _ drawing: String, base: Int = 0, file: String = "clients.csv", role: TableRole = .clients,
    key: String? = nil, date: String? = nil, amount: String? = nil
  ) -> SourceTable {
    let (header, rows) = rows(drawing)
    return source(header, rows, base: base, file: file, role: role, key: key, date: date, amount: amount)
  }

  static func source(
    _ header: [String], _ rows: [[String?]], base: Int = 0, file: String = "clients.csv",
    role: TableRole = .clients, key: String? = nil, date: String? = nil, amount: String? = nil
  ) -> SourceTable {
    let names = header.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
    let table = Table(
      name: String(file.split(separator: ".")[0]),
      columns: names.enumerated().map { place, name in
        Column(name: name, cells: TextColumn(rows.map { $0[place] }))
      },
      origin: Origin(
        path: file, table: nil, unit: .line, numbers: ContiguousArray((0..<rows.count).map { Int64($0 + 2) }))
    )
    return SourceTable(
      base: base, path: file, format: "csv", sha256: "00", notes: [], table: table, role: role,
      columns: header.map { .init(field: $0.hasPrefix("-") ? nil : $0, how: "id") },
      keyColumn: key.flatMap { names.firstIndex(of: $0) },
      dateColumn: date.flatMap { names.firstIndex(of: $0) },
      amountColumn: amount.flatMap { names.firstIndex(of: $0) })
  }
}

extension Frame {
  /// The rows of the named fields, a line a row, sorted: what does not depend on the order of rows.
  func lines(_ fields: [String]) -> [String] {
    (0..<rowCount).map { row in fields.map { text($0, row) ?? "" }.joined(separator: "|") }.sorted()
  }

  /// A field's texts in order.
  func texts(_ field: String) -> [String?] { (0..<rowCount).map { text(field, $0) } }
}
