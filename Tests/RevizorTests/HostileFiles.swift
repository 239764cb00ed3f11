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

  /// Spaces, a thousand to a byte.
  static var zipBomb: [UInt8] {
    let sound = parts("").filter { $0.name != "xl/s.xml" }.map {
      (name: $0.name, content: Array($0.text.utf8), unpacked: Int?.none)
    }
    let (bytes, size) = deflated(0x20, times: 200 << 20)
    return StoredZip.bytes(sound + [(name: "xl/s.xml", content: bytes, unpacked: size)])
  }

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

  /// One byte so many times, deflated: a length of 258 at a distance of 1, over and over (RFC 1951 §3.2.6).
  private static func deflated(_ byte: UInt8, times: Int) -> (bytes: [UInt8], size: Int) {
    var bytes: [UInt8] = []
    var held: UInt32 = 0
    var width: UInt32 = 0
    /// Codes stand with their highest bit first.
    func put(code: UInt32, _ count: UInt32) {
      for bit in (0..<count).reversed() {
        held |= (code >> bit & 1) << width
        width += 1
        guard width == 8 else { continue }
        bytes.append(UInt8(held))
        (held, width) = (0, 0)
      }
    }
    // The last block, of fixed codes: 1, then 01 with its lowest bit first.
    put(code: 0b110, 3)
    put(code: 0x30 + UInt32(byte), 8)
    for _ in 0..<(times / 258) {
      put(code: 0b1100_0101, 8)
      put(code: 0, 5)
    }
    put(code: 0, 7)
    put(code: 0, 7)
    return (bytes, times / 258 * 258 + 1)
  }
}
