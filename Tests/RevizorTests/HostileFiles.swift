import Foundation

/// Files made to crash, hang, fool or fill whoever opens them.
enum HostileFiles {
  private static let space = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

  /// The parts of a workbook of one sheet.
  private static func parts(_ rows: String, strings: String = "") -> [(name: String, text: String)] {
    [
      (
        "xl/workbook.xml",
        "<workbook \(space) xmlns:r='r'><sheets><sheet name='a' sheetId='1' r:id='s'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='s' Type='t/worksheet' Target='s.xml'/>"
          + "<Relationship Id='t' Type='t/sharedStrings' Target='t.xml'/></Relationships>"
      ),
      ("xl/s.xml", "<worksheet \(space)><sheetData>\(rows)</sheetData></worksheet>"),
      ("xl/t.xml", "<sst \(space)>\(strings)</sst>"),
    ]
  }

  /// A sheet of two cells.
  static let soundBook = StoredZip.bytes(parts("<row><c><v>1</v></c><c><v>2</v></c></row>"))

  /// One long string that a hundred thousand cells refer to.
  static var stringBomb: [UInt8] {
    let row = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>"
    return StoredZip.bytes(
      parts(
        String(repeating: row, count: 50_000),
        strings: "<si><t>\(String(repeating: "x", count: 30_000))</t></si>"))
  }

  /// Each row in a column of its own: few cells, places without end.
  static var sparseBook: [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let rows = (0..<16_000).map { row in
      let place = row % 676
      let column = "A\(letters[place / 26])\(letters[place % 26])"
      return
        "<row r='\(row * 60 + 1)'><c r='A\(row * 60 + 1)'><v>1</v></c><c r='\(column)\(row * 60 + 1)'><v>1</v></c></row>"
    }
    return StoredZip.bytes(parts(rows.joined() + "<row r='1048577'><c r='A1048577'><v>1</v></c></row>"))
  }

  /// The begin of an OLE2 container whose tables point at themselves.
  static var loopedContainer: [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    bytes += [UInt8](repeating: 0, count: 4096)
    return bytes
  }

  /// Entities that would make a million of each other.
  static var entityBomb: String {
    var text = "<!DOCTYPE dataroot [<!ENTITY a0 \"x\">"
    for level in 1...30 { text += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    return text + "]><dataroot><T><A>&a30;</A></T></dataroot>"
  }

  /// An export whose bytes are no UTF-16 from some place on.
  static var brokenWideXML: [UInt8] {
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><dataroot><T><A>" + String(repeating: "Ж", count: 5000)
    let bytes: [UInt8] = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    return [0xFF, 0xFE] + bytes + [0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC] + bytes
  }
}
