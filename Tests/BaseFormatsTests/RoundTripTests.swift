import BaseFormats
import Foundation
import Tables
import Testing

/// What is written and read again is the same.
struct RoundTripTests {
  private static let pieces = [
    "a", "Я", "ё", "😀", "\"", "'", ",", ";", "\t", "\n", "\r", "\r\n", " ", "=", "+", "-", "@", "0", "7",
    "007", "1e5",
    "_x0041_", "_x000D", "<&>", "]]>", "\u{1}", "«", "\u{A0}", "\\", "|", "sep=", "12345678901234567890",
    "e\u{301}",
  ]

  private static func text(_ random: inout SeededNumbers) -> String? {
    let count = Int.random(in: 0...6, using: &random)
    guard count > 0 else { return nil }
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
  }

  /// A table of random texts; the first column is never null, so no row is wholly blank.
  private static func table(seed: UInt64, columns count: Int) -> OutputTable {
    var random = SeededNumbers(state: seed)
    var columns = [OutputColumn(name: "id", cells: TextColumn((0..<60).map { "\($0)" }), kind: .integer)]
    for index in 0..<count {
      let kind = OutputKind.allCases[index % OutputKind.allCases.count]
      let cells = TextColumn((0..<60).map { _ in text(&random) })
      columns.append(OutputColumn(name: "c\(index)", header: "=Ж\"\(index)", cells: cells, kind: kind))
    }
    return OutputTable(name: "t", title: "Клиенты", columns: columns)
  }

  private static let formats: [(String, OutputFormat)] = [
    ("t.csv", .csv()), ("t.csv", .csv(delimiter: UInt8(ascii: ";"), byteOrderMark: true)),
    ("t.csv", .csv(delimiter: 9)), ("t.xlsx", .xlsx), ("t.sqlite", .sqlite),
  ]

  @Test(arguments: formats.indices, 1...12)
  func randomText(_ format: Int, _ seed: UInt64) throws {
    let folder = try TestFolder()
    let (name, format) = Self.formats[format]
    let table = Self.table(seed: seed, columns: 7)
    let path = folder.path + "/" + name
    try BaseWriter.write([table], to: path, format: format)
    var options = ReadOptions()
    if case .csv(let delimiter, _, _) = format { options.delimiter = Character(Unicode.Scalar(delimiter)) }
    let read = try BaseReader.read(path, options: options).tables[0]
    #expect(read.header == table.columns.map { format == .sqlite ? $0.name : $0.header })
    for (written, back) in zip(table.columns, read.columns) {
      for row in 0..<60 { #expect(written.cells[row] == back.cells[row], "row \(row) of \(written.name)") }
    }
  }

  /// What windows-1251 has is read back; what it lacks is told of, and is a question mark.
  @Test(arguments: ["windows-1251", "cp866", "koi8-r", "utf-8"])
  func encodings(_ name: String) throws {
    let encoding = try #require(OutputEncoding.named(name))
    let folder = try TestFolder()
    let texts: [String?] = ["Ёжик", "=1+1", "a\"б", nil, "x\r\ny", "  щ", "Щ;,"]
    let table = OutputTable(
      name: "t",
      columns: [.init(name: "Имя", cells: TextColumn(texts)), .init(name: "b", cells: TextColumn(texts))])
    let path = folder.path + "/t.csv"
    try BaseWriter.write([table], to: path, format: .csv(encoding: encoding))
    let read = try BaseReader.read(path, options: ReadOptions(encoding: name, delimiter: ",")).tables[0]
    #expect(read.header == ["Имя", "b"] && read.columns[0].cells == table.columns[0].cells)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 20)
    let rare = Array("Ёж 😀 ś".utf8)
    #expect(encoding.replacement(of: rare.span) == (name == "utf-8" ? nil : "Ёж ? ?"))
    #expect(encoding.replacement(of: Array("Ёж".utf8).span) == nil)
  }

  @Test func noEncodings() {
    for name in ["utf-16", "shift_jis", "nonsense", "utf-32"] {
      #expect(OutputEncoding.named(name) == nil, "\(name)")
    }
  }

  @Test(arguments: formats.indices)
  func typedCells(_ format: Int) throws {
    let folder = try TestFolder()
    let (name, format) = Self.formats[format]
    let values: [(OutputKind, [String?])] = [
      (.integer, ["1", "-7", "0", "007", "123456789012345", "12345678901234567890", nil, "1.0", "-0"]),
      (.decimal, ["1.5", "0.1", "-3.25", "1.50", "100", "1e5", "0.000012", nil, "1234567.89012345"]),
      (
        .date,
        [
          "2024-02-29", "1899-01-01", "2023-02-29", "9999-12-31", "1900-03-01", "29.02.2024", nil, "x",
          "0001-01-01",
        ]
      ),
      (
        .dateTime,
        [
          "2024-02-29T12:30:59", "2024-01-01T00:00:00", "2024-01-01", "2024-01-01T24:00:00", nil,
          "1999-12-31T23:59:59",
          "2024-01-01T12:00:00Z", "2024-01-01 12:00:00", "1900-01-01T01:00:00",
        ]
      ),
      (.boolean, ["true", "false", "TRUE", "1", nil, "да", "t", "", "false"].map { $0 == "" ? nil : $0 }),
      (.text, ["=1+1", "+7 (916) 123-45-67", "-5", "@a", "'", "''=x", "\t=x", " x ", "0012"]),
    ]
    let columns = values.enumerated().map {
      OutputColumn(name: "c\($0)", cells: TextColumn($1.1), kind: $1.0)
    }
    let path = folder.path + "/" + name
    try BaseWriter.write([OutputTable(name: "t", columns: columns)], to: path, format: format)
    var options = ReadOptions()
    if case .csv(let delimiter, _, _) = format { options.delimiter = Character(Unicode.Scalar(delimiter)) }
    let read = try BaseReader.read(path, options: options).tables[0]
    for (written, back) in zip(values, read.columns) { #expect(back.cells == TextColumn(written.1)) }
  }

  @Test(arguments: formats.indices)
  func sameBytes(_ format: Int) throws {
    let folder = try TestFolder()
    let (name, format) = Self.formats[format]
    let table = Self.table(seed: 5, columns: 5)
    try BaseWriter.write([table], to: folder.path + "/1" + name, format: format)
    try BaseWriter.write([table], to: folder.path + "/2" + name, format: format)
    let digests = try ["/1", "/2"].map { try BaseReader.sha256(of: folder.path + $0 + name) }
    #expect(digests[0] == digests[1])
  }

  @Test func keysAndTypes() throws {
    let folder = try TestFolder()
    let clients = OutputTable(
      name: "clients", columns: [.init(name: "client_id", cells: TextColumn(["c1", "c2"]))],
      primaryKey: "client_id")
    let orders = OutputTable(
      name: "order\"s",
      columns: [
        .init(name: "id", cells: TextColumn(["9", "3"]), kind: .integer),
        .init(name: "client_id", cells: TextColumn(["c2", nil])),
      ], primaryKey: "id",
      foreignKeys: [.init(column: "client_id", table: "clients", toColumn: "client_id")])
    let path = folder.path + "/b.sqlite"
    try BaseWriter.write([clients, orders], to: path, format: .sqlite)
    let base = try BaseReader.read(path)
    #expect(base.tables.map(\.primaryKey) == [["client_id"], ["id"]])
    #expect(base.tables[1].rows == [["9", "c2"], ["3", nil]])
    let link = TableLink(table: "order\"s", column: "client_id", toTable: "clients", toColumn: "client_id")
    #expect(base.links == [link])
  }

  @Test func dangerousCellsAreGuarded() throws {
    let folder = try TestFolder()
    let cells = TextColumn(["=1", "+7 916", "-1.5", "-1+cmd|' /C calc'!A0", "@x", "+7916;ext"])
    let path = folder.path + "/t.csv"
    try BaseWriter.write(
      [OutputTable(name: "t", columns: [.init(name: "a", cells: cells)])], to: path, format: .csv())
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "a\r\n'=1\r\n+7 916\r\n-1.5\r\n'-1+cmd|' /C calc'!A0\r\n'@x\r\n'+7916;ext\r\n")
  }

  @Test func sheetTitles() throws {
    let folder = try TestFolder()
    let long = String(repeating: "Клиенты ", count: 9)
    let titles = ["a/b:c?", long, long, "", "'x'", "A B C"]
    let tables = titles.map {
      OutputTable(name: $0, title: $0, columns: [.init(name: "a", cells: TextColumn(["1"]))])
    }
    let path = folder.path + "/t.xlsx"
    try BaseWriter.write(tables, to: path, format: .xlsx)
    let names = try BaseReader.read(path).tables.map(\.name)
    #expect(names[0] == "a b c" && names[3] == "Sheet" && names[4] == "x" && names[5] == "A B C (2)")
    #expect(Set(names).count == 6 && names.allSatisfy { $0.count <= 31 })
  }
}
