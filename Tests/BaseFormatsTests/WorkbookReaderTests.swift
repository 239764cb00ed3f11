import BaseFormats
import Tables
import Testing

struct WorkbookReaderTests {
  private static let officeDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

  /// A workbook of one sheet in odd but legal places, its elements with a prefix.
  private func book(
    _ rows: String, strings: String = "", formats: [String] = [], is1904: Bool = false, state: String = ""
  ) throws -> Base {
    let folder = try TestFolder()
    return try BaseReader.read(try folder.file("b.xlsx", bytes(rows, strings, formats, is1904, state)))
  }

  private func bytes(
    _ rows: String, _ strings: String, _ formats: [String], _ is1904: Bool, _ state: String
  ) -> [UInt8] {
    let space = "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    let numFmts = formats.enumerated().map {
      "<x:numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }.joined()
    let styles = formats.indices.map { "<x:xf numFmtId=\"\(200 + $0)\"/>" }.joined()
    return StoredZip.bytes([
      (
        "_rels/.rels",
        rels
          + "<Relationship Id=\"a\" Type=\"\(Self.officeDocument)\" Target=\"/Odd/Book.xml\"/></Relationships>"
      ),
      (
        "odd/book.xml",
        "\u{FEFF}<x:workbook \(space) xmlns:r=\"r\"><x:workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><x:sheets>"
          + "<x:sheet name=\"Лист\" sheetId=\"1\" r:id=\"s\" \(state)/></x:sheets></x:workbook>"
      ),
      (
        "Odd/_rels/Book.xml.rels",
        rels + "<Relationship Id=\"s\" Type=\"t/worksheet\" Target=\"..\\s.xml\"/>"
          + "<Relationship Id=\"t\" Type=\"t/sharedStrings\" Target=\"st.xml\"/>"
          + "<Relationship Id=\"y\" Type=\"t/styles\" Target=\"/odd/y.xml\"/></Relationships>"
      ),
      ("s.xml", "<x:worksheet \(space)><x:sheetData>\(rows)</x:sheetData></x:worksheet>"),
      ("Odd/st.xml", "<x:sst \(space)>\(strings)</x:sst>"),
      (
        "Odd/y.xml",
        "<x:styleSheet \(space)><x:numFmts>\(numFmts)</x:numFmts><x:cellXfs><x:xf numFmtId=\"0\"/>\(styles)"
          + "</x:cellXfs></x:styleSheet>"
      ),
    ])
  }

  private func inline(_ texts: String...) -> String {
    let cells = texts.map {
      $0.isEmpty ? "<x:c/>" : "<x:c t=\"inlineStr\"><x:is><x:t>\($0)</x:t></x:is></x:c>"
    }
    return "<x:row>\(cells.joined())</x:row>"
  }

  @Test func strings() throws {
    let base = try book(
      inline("a", "b", "c", "d") + "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v> 1 </x:v></x:c>"
        + "<x:c t=\"s\"><x:v>2</x:v></x:c><x:c t=\"str\"><x:f>A1</x:f><x:v>f_x000D_</x:v></x:c></x:row>",
      strings: "<x:si><x:r><x:t>Ро</x:t></x:r><x:r><x:t xml:space=\"preserve\">ма </x:t></x:r>"
        + "<x:rPh><x:t>phonetic</x:t></x:rPh></x:si><x:si/><x:si><x:t> _x005F_x0041_ </x:t></x:si>")
    #expect(base.tables[0].rows == [["Рома ", nil, " _x0041_ ", "f\r"]])
  }

  @Test func values() throws {
    let base = try book(
      inline("a", "b", "c", "d", "e", "f")
        + "<x:row><x:c><x:v>1.0</x:v></x:c><x:c><x:v>3.1400000000000001</x:v></x:c><x:c><x:v>1E-5</x:v></x:c>"
        + "<x:c t=\"b\"><x:v>1</x:v></x:c><x:c t=\"e\"><x:v>#N/A</x:v></x:c>"
        + "<x:c t=\"d\"><x:v>2020-02-03T04:05:06Z</x:v></x:c></x:row>")
    #expect(base.tables[0].rows == [["1", "3.14", "0.00001", "true", "#N/A", "2020-02-03T04:05:06"]])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "45351", "2024-02-29", "2028-03-01"),
    ("dd.mm.yyyy h:mm", "45351.5", "2024-02-29T12:00:00", "2028-03-01T12:00:00"),
    ("[$-419]d mmmm;@", "61", "1900-03-01", "1904-03-02"), ("d", "1", "1900-01-01", "1904-01-02"),
    ("h:mm", "0.75", "18:00:00", "18:00:00"), ("[h]:mm", "1.5", "36:00:00", "36:00:00"),
    ("0.00&quot; days&quot;", "2", "2", "2"), ("[Red]0;\\d", "2", "2", "2"), ("General", "2", "2", "2"),
    ("yyyy", "-1", "-1", "-1"), ("h:mm:ss.000", "0.5000058", "12:00:00.501", "12:00:00.501"),
  ])
  func moments(_ format: String, _ serial: String, _ in1900: String, _ in1904: String) throws {
    let rows = inline("a", "b") + "<x:row><x:c s=\"1\"><x:v>\(serial)</x:v></x:c></x:row>"
    #expect(try book(rows, formats: [format]).tables[0].rows == [[in1900, nil]])
    #expect(try book(rows, formats: [format], is1904: true).tables[0].rows == [[in1904, nil]])
  }

  @Test func placesAndTitles() throws {
    let base = try book(
      "<x:row r=\"2\"><x:c r=\"B2\"><x:v>2020</x:v></x:c></x:row>"
        + "<x:row r=\"4\"><x:c r=\"B4\" t=\"b\"><x:v>0</x:v></x:c><x:c r=\"D4\"><x:v>2</x:v></x:c></x:row>"
        + "<x:row r=\"7\"><x:c r=\"D7\"><x:v>3</x:v></x:c><x:c r=\"AB7\"><x:v>4</x:v></x:c></x:row><x:row r=\"8\"/>"
        + "<x:row><x:c r=\"B9\"><x:v>5</x:v></x:c></x:row>", state: "state=\"veryHidden\"")
    let table = base.tables[0]
    #expect(table.isHidden)
    #expect(table.header == ["false", "2", "column 3"])
    #expect(table.rows == [[nil, "3", "4"], ["5", nil, nil]])
    #expect(Array(table.origin.numbers) == [7, 9] && table.origin.sheetColumns == [1, 3, 27])
    #expect(table.origin.address(ofRow: 0, column: 2, named: "").hasSuffix("AB7"))
    #expect(base.notes.map(\.english) == ["Лист: title rows above the header are skipped: 2"])
  }

  @Test func oneColumn() throws {
    let base = try book((0..<30).map { "<x:row><x:c><x:v>\($0)</x:v></x:c></x:row>" }.joined())
    #expect(base.tables[0].header == ["0"] && base.tables[0].rowCount == 29)
  }

  @Test func damage() throws {
    let folder = try TestFolder()
    let whole = bytes(inline("a", "b"), "", [], false, "")
    let cut = try folder.file("cut.xlsx", whole.dropLast(200))
    #expect(throws: SourceError(cut, .damaged(.container, part: nil, line: nil))) { try BaseReader.read(cut) }
    let other = try folder.file("z.xlsx", StoredZip.bytes([("a.txt", "x")]))
    #expect(throws: SourceError(other, .mismatch(claimed: .xlsx, found: .otherZip))) {
      try BaseReader.read(other)
    }
    let error = try #require(throws: SourceError.self) {
      try book("<x:row><x:c t=\"s\"><x:v>9</x:v></x:c></x:row>")
    }
    #expect(error.reason == .damaged(.badIndex, part: "s.xml", line: 1))
  }

  @Test func dump() throws {
    let folder = try TestFolder()
    let rows =
      inline("a\tb", "x\\")
      + "<x:row><x:c r=\"C2\" t=\"b\"><x:v>0</x:v></x:c><x:c r=\"A2\" s=\"1\"><x:v>1.25</x:v></x:c></x:row>"
    let path = try folder.file("b.xlsx", bytes(rows, "", ["d"], false, ""))
    final class Lines { var all: [String] = [] }
    let lines = Lines()
    try CellDump.lines(
      of: path, table: { lines.all.append("# " + $0) }, line: { lines.all.append(String(copying: $0)) })
    #expect(
      lines.all == [
        "# Лист", "1\t1\ts\ta\\tb", "1\t2\ts\tx\\\\", "2\t1\td\t1900-01-01T06:00:00", "2\t3\tb\tFALSE",
      ])
  }

  /// Numbers that are no moment of any clock stay numbers, in both calendars.
  @Test(arguments: ["1e300", "1.7e308", "-1e18", "2958466", "1e15"])
  func noDurations(_ number: String) throws {
    for is1904 in [false, true] {
      for format in ["[h]:mm", "yyyy-mm-dd"] {
        let rows =
          inline("a", "b") + "<x:row><x:c s=\"1\"><x:v>\(number)</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row>"
        let base = try book(rows, formats: [format], is1904: is1904)
        #expect(base.tables[0].rowCount == 1 && base.tables[0].columns[0].cells[0]?.isEmpty == false)
      }
    }
  }
}
