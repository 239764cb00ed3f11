/// A workbook around one part, which is what the fuzzer made.
///
/// The first line of the input names the part; the rest is its content.
public struct WorkbookInput {
  /// The container.
  public let bytes: [UInt8]

  /// A workbook around the part; nil when the first line names none.
  public init?(_ input: [UInt8]) {
    guard let end = input.prefix(16).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let name = String(decoding: input[..<end], as: UTF8.self)
    let content = Array(input[(end + 1)...])
    if name == "content" {
      bytes = StoredZip.bytes([
        (name: "mimetype", content: Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
        (name: "content.xml", content: content),
      ])
      return
    }
    guard let fuzzed = Self.parts.firstIndex(where: { $0.key == name }) else { return nil }
    bytes = StoredZip.bytes(
      Self.parts.indices.map { index in
        let part = Self.parts[index]
        return (name: part.name, content: index == fuzzed ? content : Array(part.text.utf8))
      })
  }

  private static let main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

  private static let parts: [(key: String, name: String, text: String)] = [
    (
      "workbook", "xl/workbook.xml",
      "<workbook \(main) xmlns:r='r'><sheets><sheet name='a' sheetId='1' r:id='s'/></sheets></workbook>"
    ),
    (
      "links", "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='s' Type='t/worksheet' Target='sheet.xml'/>"
        + "<Relationship Id='t' Type='t/sharedStrings' Target='strings.xml'/>"
        + "<Relationship Id='y' Type='t/styles' Target='styles.xml'/></Relationships>"
    ),
    ("strings", "xl/strings.xml", "<sst \(main)><si><t>a</t></si><si><t>b</t></si></sst>"),
    (
      "styles", "xl/styles.xml",
      "<styleSheet \(main)><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='46'/></cellXfs></styleSheet>"
    ),
    (
      "sheet", "xl/sheet.xml",
      "<worksheet \(main)><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
        + "<row><c s='1'><v>45351</v></c><c s='2'><v>1.5</v></c></row></sheetData></worksheet>"
    ),
  ]
}
