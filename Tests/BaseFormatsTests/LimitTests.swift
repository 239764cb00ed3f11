import BaseFormats
import CZip
import Tables
import Testing

/// Files made to cost more than they are worth: one clear error each.
struct LimitTests {
  private static let relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

  /// A deflated container.
  private func container(_ folder: TestFolder, _ name: String, _ parts: [(String, [UInt8])]) throws -> String
  {
    let path = folder.path + "/" + name
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE, &code) else { throw SourceError(path, .missing) }
    for (name, bytes) in parts {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
      unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
      let source = unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
      unsafe zip_file_add(archive, name, source, 0)
    }
    #expect(unsafe zip_close(archive) == 0)
    return path
  }

  private func book(_ folder: TestFolder, sheet: [UInt8], strings: [UInt8] = [], sheets: Int = 1) throws
    -> String
  {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"r\""
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    let names = (0..<sheets).map { "<sheet name=\"s\($0)\" r:id=\"s\"/>" }.joined()
    return try container(
      folder, "b.xlsx",
      [
        (
          "_rels/.rels",
          Array(
            "\(rels)<Relationship Id=\"a\" Type=\"\(Self.relation)\" Target=\"b.xml\"/></Relationships>".utf8)
        ),
        ("b.xml", Array("<workbook \(space)><sheets>\(names)</sheets></workbook>".utf8)),
        (
          "_rels/b.xml.rels",
          Array(
            "\(rels)<Relationship Id=\"s\" Type=\"t/worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"t/sharedStrings\" Target=\"t.xml\"/></Relationships>"
              .utf8)
        ),
        (
          "s.xml",
          Array("<worksheet \(space)><sheetData>".utf8) + sheet + Array("</sheetData></worksheet>".utf8)
        ),
        ("t.xml", Array("<sst \(space)>".utf8) + strings + Array("</sst>".utf8)),
      ])
  }

  private func damage(_ path: String, _ options: ReadOptions = .init()) -> SourceError.Damage? {
    do {
      _ = try BaseReader.read(path, options: options)
      return nil
    } catch {
      guard case .damaged(let damage, _, _) = error.reason else { return nil }
      return damage
    }
  }

  /// Nothing but spaces: a thousand to one.
  @Test func zipBomb() throws {
    let folder = try TestFolder()
    let path = try book(folder, sheet: [UInt8](repeating: 0x20, count: 68 << 20))
    #expect(damage(path) == .unpacksTooMuch(limit: 64 << 20))
    // Whoever trusts the file says so.
    #expect(damage(path, ReadOptions(limits: ReadLimits(unpackedRatio: 1_000_000))) == nil)
  }

  @Test func absoluteCap() throws {
    let folder = try TestFolder()
    let path = try book(folder, sheet: [UInt8](repeating: 0x20, count: 2 << 20))
    #expect(
      damage(path, ReadOptions(limits: ReadLimits(unpackedBytes: 1 << 20))) == .unpacksTooMuch(limit: 1 << 20)
    )
  }

  /// Many sheets that are one part: each reading counts.
  @Test func onePartManySheets() throws {
    let folder = try TestFolder()
    let path = try book(folder, sheet: [UInt8](repeating: 0x20, count: 1 << 20), sheets: 100)
    #expect(damage(path) == .unpacksTooMuch(limit: 64 << 20))
  }

  /// One long string that a thousand cells refer to.
  @Test func sharedStringBomb() throws {
    let folder = try TestFolder()
    let text = "<si><t>" + String(repeating: "x", count: 30_000) + "</t></si>"
    let rows = String(repeating: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", count: 1000)
    let path = try book(folder, sheet: Array(rows.utf8), strings: Array(text.utf8))
    #expect(damage(path, ReadOptions(limits: ReadLimits(textBytes: 1 << 24))) == .tooMuchText(limit: 1 << 24))
    #expect(damage(path) == nil)
  }

  @Test func manySharedStrings() throws {
    let folder = try TestFolder()
    let strings = String(repeating: "<si><t>0123456789</t></si>", count: 200_000)
    let path = try book(folder, sheet: Array("<row><c><v>1</v></c></row>".utf8), strings: Array(strings.utf8))
    #expect(damage(path, ReadOptions(limits: ReadLimits(textBytes: 1 << 20))) == .tooMuchText(limit: 1 << 20))
  }

  /// Each row in a column of its own: few cells, places without end.
  @Test func sparseSheet() throws {
    let folder = try TestFolder()
    let rows = (1...9000).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"\(Origin.letters($0))\($0)\"><v>1</v></c></row>"
    }
    let path = try book(folder, sheet: Array(rows.joined().utf8))
    #expect(damage(path) == .tooManyCells(limit: 1 << 26))
  }

  @Test func repeatedCells() throws {
    let folder = try TestFolder()
    let cell =
      "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>"
    let content = """
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:t"><office:body>\
      <office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">\(cell)\
      </table:table-row></table:table></office:spreadsheet></office:body></office:document>
      """
    let path = try folder.file("b.fods", text: content)
    let options = ReadOptions(limits: ReadLimits(cells: 1 << 20))
    #expect(damage(path, options) == .tooManyCells(limit: 1 << 20))
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
  ])
  func entities(_ declaration: String) throws {
    let folder = try TestFolder()
    let content =
      "\(declaration)<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">&b;</office:document>"
    #expect(damage(try container(folder, "b.ods", [("content.xml", Array(content.utf8))])) == .documentType)
  }

  @Test func lockFiles() throws {
    let folder = try TestFolder()
    for name in ["~$base.xlsx", ".~lock.base.ods#"] {
      let path = try folder.file(name, [UInt8](repeating: 5, count: 165))
      #expect(throws: SourceError(path, .lockFile)) { try BaseReader.read(path) }
    }
  }

  @Test func otherFormats() throws {
    let folder = try TestFolder()
    let path = try container(folder, "b.xlsb", [("[Content_Types].xml", [0x20]), ("xl/workbook.bin", [1])])
    let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
    #expect(
      error.reason == .unsupported(.xlsb) && error.english.contains(".xlsb")
        && error.russian.contains(".xlsb"))
  }
}
