import BaseFormats
import Tables
import Testing

struct OpenDocumentTests {
  private static let spaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    """

  private static func sheet(_ rows: String) -> String {
    """
    <office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/>\
    </style:style></office:automatic-styles><office:body><office:spreadsheet>\
    <table:table table:name="Клиенты">\(rows)</table:table>\
    <table:table table:name="x" table:style-name="h"><table:table-row>\(cell("<text:p>1</text:p>"))\
    </table:table-row></table:table></office:spreadsheet></office:body>
    """
  }

  private static func cell(_ content: String, _ attributes: String = "office:value-type=\"string\"") -> String
  {
    "<table:table-cell \(attributes)>\(content)</table:table-cell>"
  }

  /// The dump of the first sheet, from a container and from a flat document, which must be the same.
  private func dump(_ rows: String) throws -> [String] {
    let folder = try TestFolder()
    let body = Self.sheet(rows)
    let zip = StoredZip.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      ("content.xml", "<office:document-content \(Self.spaces)>\(body)</office:document-content>"),
    ])
    let packed = try folder.dump("b.ods", zip)
    let flat = try folder.dump(
      "b.fods", Array("<office:document \(Self.spaces)>\(body)</office:document>".utf8))
    #expect(packed == flat && packed.suffix(2) == ["# x", "1\t1\ts\t1"])
    return packed.dropFirst().dropLast(2)
  }

  /// A count may claim anything; empty cells and rows of any number are none.
  @Test func claimedCounts() throws {
    let most = "9223372036854775807"
    let rows = """
      <table:table-row table:number-rows-repeated="\(most)"/>\
      <table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated="\(most)"/></table:table-row>
      """
    #expect(try dump(rows).isEmpty)
    let filled =
      "<table:table-row><table:table-cell/>"
      + Self.cell("<text:p>1</text:p>", "table:number-columns-repeated=\"\(most)\"") + "</table:table-row>"
    #expect(throws: SourceError.self) { try dump(filled) }
  }

  @Test(arguments: [
    (
      cell("<text:p>a <text:s text:c=\"2\"/>b<text:tab/>c</text:p><text:p> d\n  e</text:p>"),
      "s\ta   b\\tc\\nd e"
    ),
    (
      cell(
        "<text:p>a<text:line-break/>b</text:p><office:annotation><text:p>note</text:p></office:annotation>"),
      "s\ta\\nb"
    ),
    (
      cell("<text:p>1 000,50 ₽</text:p>", "office:value-type=\"currency\" office:value=\"1000.50\""),
      "n\t1000.5"
    ),
    (cell("<text:p>5%</text:p>", "office:value-type=\"percentage\" office:value=\"0.05\""), "n\t0.05"),
    (cell("", "office:value-type=\"date\" office:date-value=\"2024-02-29\""), "d\t2024-02-29T00:00:00"),
    (
      cell("", "office:value-type=\"date\" office:date-value=\"2024-02-29T01:02:03.500000000\""),
      "d\t2024-02-29T01:02:03.500000"
    ),
    (cell("", "office:value-type=\"time\" office:time-value=\"PT10H10M10.123S\""), "t\t10:10:10.123000"),
    (cell("", "office:value-type=\"time\" office:time-value=\"PT36H00M00S\""), "t\t129600.0"),
    (
      cell("<text:p>ИСТИНА</text:p>", "office:value-type=\"boolean\" office:boolean-value=\"true\""),
      "b\tTRUE"
    ),
    (cell("<text:p>shown</text:p>", "office:value-type=\"string\" office:string-value=\"held\""), "s\theld"),
  ])
  func values(_ cell: String, _ expected: String) throws {
    #expect(try dump("<table:table-row>\(cell)</table:table-row>") == ["1\t1\t" + expected])
  }

  @Test func repeatsAndMerges() throws {
    let two =
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"1\"/>"
    let lines = try dump(
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
        + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/>\(two)"
        + "<table:covered-table-cell office:value-type=\"float\" office:value=\"2\"/></table:table-row>"
        + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
    )
    #expect(
      lines == ["4\t4\tn\t1", "4\t5\tn\t1", "4\t6\tn\t2", "5\t4\tn\t1", "5\t5\tn\t1", "5\t6\tn\t2"])
  }

  @Test func hiddenAndEncrypted() throws {
    let folder = try TestFolder()
    let content = "<office:document-content \(Self.spaces)>\(Self.sheet(""))</office:document-content>"
    let base = try BaseReader.read(try folder.file("b.ods", StoredZip.bytes([("content.xml", content)])))
    #expect(base.format == "ods" && base.tables.map(\.isHidden) == [true])
    let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    let locked = try folder.file(
      "l.ods", StoredZip.bytes([("content.xml", "§"), ("META-INF/manifest.xml", manifest)]))
    #expect(throws: SourceError(locked, .unsupported(.encryptedOffice))) { try BaseReader.read(locked) }
  }
}
