import Foundation
import Tables
import Testing

@testable import BaseFormats

/// The scanner of Access rows against libxml2: the same tables, or it stands back.
struct AccessRowScannerTests {
  /// All that a base says.
  private static func dump(_ base: Base) -> [String] {
    base.tables.flatMap { table in
      ["# \(table.name) \(table.header) \(table.columns.map(\.kind)) \(table.primaryKey)"]
        + zip(table.origin.numbers, table.rows).map { "\($0) \($1.map { $0 ?? "NULL" })" }
    } + base.notes.map(\.english)
  }

  /// What a reader gives: the tables, or why not.
  private static func outcome(_ read: () throws -> Base) -> [String] {
    do {
      return dump(try read())
    } catch {
      return ["\(error)"]
    }
  }

  private static let open =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataroot generated=\"2024-01-31T12:00:00\">"

  /// The tables that the scanner gives, nil when it stands back.
  private func scanned(_ text: [UInt8], isEnclosed: Bool = false, piece: Int) throws -> [Table]? {
    let folder = try TestFolder()
    let path = try folder.file("b.xml", text)
    let head = try #require(Data(text).range(of: Data("<dataroot".utf8)))
    let end = try #require(text[head.upperBound...].firstIndex(of: UInt8(ascii: ">")))
    let scanner = AccessRowScanner(AccessTables(ReadLimits()), isEnclosed: isEnclosed)
    return try scanner.tables(of: path, from: end, piece: piece)?.all.map { $0.table(path: path) }
  }

  /// What Access writes never needs the slow way, wherever the pieces end.
  @Test(arguments: [1, 2, 3, 7, 64, 4096])
  func plainForm(_ piece: Int) throws {
    let text =
      Self.open
      + "\n<Клиенты_x0020_все>\n<Имя> Мария &amp; Ко&#13;&#10;2 </Имя><E-mail>a@example.org</E-mail><П/><X></X>\r\n"
      + "</Клиенты_x0020_все>\n<Клиенты_x0020_все><E-mail>]]b</E-mail><Имя>1\r\n2\t😀</Имя></Клиенты_x0020_все>"
      + "<U><Имя>1</Имя></U></dataroot>\n"
    let tables = try #require(try scanned(Array(text.utf8), piece: piece))
    #expect(tables.map(\.name) == ["Клиенты все", "U"])
    #expect(tables[0].header == ["Имя", "E-mail", "П", "X"])
    #expect(
      tables[0].rows == [
        [" Мария & Ко\r\n2 ", "a@example.org", nil, nil], ["1\n2\t😀", "]]b", nil, nil],
      ])
    let enclosed = "<root><dataroot><T><A>1</A></T></dataroot>\n</root>\n"
    #expect(try scanned(Array(enclosed.utf8), isEnclosed: true, piece: piece)?.count == 1)
  }

  @Test(arguments: [
    "<T a='1'><A>1</A></T></dataroot>", "<T><A a='1'>1</A></T></dataroot>",
    "<T><A><B>1</B></A></T></dataroot>",
    "<T><!-- c --><A>1</A></T></dataroot>", "<T><A><![CDATA[1]]></A></T></dataroot>",
    "<T>x<A>1</A></T></dataroot>",
    "<T><A>1</B></T></dataroot>", "<T><A>1</A></U></dataroot>", "<T><A>1</A></T>",
    "<T><A>1</A></T></dataroot>x",
    "<T><A>1</A></T></dataroot><T/>", "<T><A>]]></A></T></dataroot>", "<T><A>&nbsp;</A></T></dataroot>",
    "<T><A>&#7;</A></T></dataroot>", "<T><A>\u{1}</A></T></dataroot>", "<T><A>\u{FFFF}</A></T></dataroot>",
    "<T><1>1</1></T></dataroot>", "<T><A&B>1</A&B></T></dataroot>", "<T><A:B>1</A:B></T></dataroot>",
    "<T><A>1</A ></T></dataroot>", "<?p?><T><A>1</A></T></dataroot>", "<T>", "<T><A>1</A>",
    "<T></T></datarooT>",
    "<T><A>1<A></T></dataroot>", "<></></dataroot>", "</root>", "<T><A>\0</A></T></dataroot>",
    "<T><A>1</A></T></",
  ])
  func standsBack(_ rows: String) throws {
    for piece in [1, 5, 4096] {
      #expect(try scanned(Array((Self.open + rows).utf8), piece: piece) == nil, "\(piece)")
    }
    let folder = try TestFolder()
    let path = try folder.file("b.xml", text: Self.open + rows)
    let options = ReadOptions()
    #expect(
      Self.outcome { try AccessReader.read(path, options: options) }
        == Self.outcome { try AccessReader.readWhole(path, options: options) })
  }

  /// Invented exports, whole and with bytes changed: both ways give the same tables or the same refusal.
  @Test(arguments: 0..<30)
  func sameAsLibrary(_ seed: UInt64) throws {
    var random = SeededNumbers(state: seed)
    let folder = try TestFolder()
    let options = ReadOptions()
    for round in 0..<20 {
      var bytes = Array(Self.export(&random).utf8)
      for _ in 0..<(round % 4) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = Self.wounds[Int.random(in: 0..<Self.wounds.count, using: &random)]
      }
      let path = try folder.file("b.xml", bytes)
      #expect(
        Self.outcome { try AccessReader.read(path, options: options) }
          == Self.outcome { try AccessReader.readWhole(path, options: options) },
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private static let wounds = Array("<>/&;]= \"'\0\r\n\u{1}a1:-Ё".utf8)

  private static func export(_ random: inout SeededNumbers) -> String {
    let names = ["Код", "Имя_x0020_клиента", "E-mail", "T", "_x0031_st", "Дата"]
    let texts = [
      "", "1", "Иванов", "2020-01-31T00:00:00", "a &lt; b &amp; c", "&#1081;&#x416;", "1\r\n2", " x ", "]]",
      "😀",
      "\u{FEFF}", "1.5E-03", "\u{FFFD}\u{7F}\u{85}", "он сказал &quot;да&quot;",
    ]
    let isEnclosed = Bool.random(using: &random)
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + (isEnclosed ? "<root>\n<dataroot>" : "<dataroot>")
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let table = Bool.random(using: &random) ? "T" : "Клиенты"
      text += "\n<\(table)>"
      for name in names where Int.random(in: 0..<3, using: &random) > 0 {
        text += "<\(name)>\(texts[Int.random(in: 0..<texts.count, using: &random)])</\(name)>\n"
      }
      text += "</\(table)>"
    }
    return text + "</dataroot>" + (isEnclosed ? "\n</root>" : "") + "\n"
  }
}

/// Exports of other projects by both ways.
@Suite(.enabled(if: Corpora.root != nil, Corpora.missing))
struct AccessCorpusTests {
  @Test func bothWays() throws {
    let root = Corpora.root ?? ""
    var same = 0
    var wrong: [String] = []
    for file in try Corpora.expectations("access").keys.sorted() {
      let path = "\(root)/\(file)"
      guard let quick = try? BaseReader.read(path), quick.format == "access-xml" else { continue }
      let whole = try AccessReader.readWhole(path, options: ReadOptions())
      let isSame = zip(quick.tables, whole.tables).allSatisfy { left, right in
        left.name == right.name && left.header == right.header
          && zip(left.columns, right.columns).allSatisfy { $0.cells == $1.cells && $0.kind == $1.kind }
      }
      if isSame, quick.tables.count == whole.tables.count { same += 1 } else { wrong.append(file) }
    }
    print("access-xml by both ways: \(same) the same, \(wrong.count) differences")
    #expect(wrong.isEmpty && same > 0, "\(wrong)")
  }
}
