import BaseFormats
import Foundation
import Tables
import Testing

private let open =
  #"<?xml version="1.0" encoding="UTF-8"?><dataroot xmlns:od="urn:schemas-microsoft-com:officedata""#

private let schema = """
  <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:od="urn:schemas-microsoft-com:officedata">
  <xsd:element name="dataroot"><xsd:complexType><xsd:sequence>
  <xsd:element ref="Клиенты_x0020_все" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="Клиенты_x0020_все"><xsd:annotation><xsd:appinfo>
  <od:index index-name="PrimaryKey" index-key="Код_x0020_1 " primary="yes" unique="yes"/></xsd:appinfo></xsd:annotation>
  <xsd:complexType><xsd:sequence>
  <xsd:element name="Код_x0020_1" minOccurs="1" od:jetType="autonumber" od:autoUnique="yes" type="xsd:int"/>
  <xsd:element name="Имя" minOccurs="0" od:jetType="text"><xsd:simpleType>
  <xsd:restriction base="xsd:string"><xsd:maxLength value="255"/></xsd:restriction></xsd:simpleType></xsd:element>
  <xsd:element name="Активен" minOccurs="1" od:jetType="yesno" type="xsd:boolean"/>
  <xsd:element name="Создан" minOccurs="0" od:jetType="datetime" type="xsd:dateTime"/>
  <xsd:element name="Фото" minOccurs="0" od:jetType="oleobject" type="xsd:base64Binary"/>
  <xsd:element name="Сумма" minOccurs="0" od:jetType="double" type="xsd:double"/>
  </xsd:sequence></xsd:complexType></xsd:element></xsd:schema>
  """

private let rows = """
  <Клиенты_x0020_все><Имя> Мария &amp; Ко </Имя><Код_x0020_1>1</Код_x0020_1><Активен>1</Активен>\
  <Создан>2020-01-31T00:00:00</Создан><Фото>AAAA</Фото><Сумма>1.5E-03</Сумма></Клиенты_x0020_все>
  <Клиенты_x0020_все><Код_x0020_1>2</Код_x0020_1><Имя></Имя><Активен>0</Активен>\
  <Создан>1899-12-30T10:30:00</Создан></Клиенты_x0020_все>
  """

private let typed: [[String?]] = [
  ["1", " Мария & Ко ", "true", "2020-01-31", nil, "0.0015"], ["2", nil, "false", "10:30:00", nil, nil],
]

struct AccessReaderTests {
  private func read(_ text: String, also files: [(String, String)] = []) throws -> Base {
    let folder = try TestFolder()
    for file in files { _ = try folder.file(file.0, text: file.1) }
    return try BaseReader.read(try folder.file("b.xml", text: text))
  }

  @Test func dataAlone() throws {
    let base = try read(
      open
        + ">\n<T><B>1</B></T>\n<T><A>x</A><T>t</T></T><U_x002F_V><A>2020-01-01T00:00:00</A></U_x002F_V></dataroot>"
    )
    #expect(base.format == "access-xml")
    #expect(base.tables.map(\.name) == ["T", "U/V"])
    #expect(base.tables[0].header == ["B", "A", "T"])
    #expect(base.tables[0].rows == [["1", nil, nil], [nil, "x", "t"]])
    #expect(Array(base.tables[0].origin.numbers) == [1, 2])
    #expect(base.tables[1].rows == [["2020-01-01"]])
  }

  @Test func schemaBeside() throws {
    let location =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      + " xsi:noNamespaceSchemaLocation=\"%D0%A1%20x.xsd\">"
    let base = try read(open + location + rows + "</dataroot>", also: [("С x.xsd", schema)])
    let table = base.tables[0]
    #expect(table.name == "Клиенты все" && table.primaryKey == ["Код 1"])
    #expect(table.header == ["Код 1", "Имя", "Активен", "Создан", "Фото", "Сумма"])
    #expect(table.columns.map(\.kind) == [.number, .text, .boolean, .date, .binary, .number])
    #expect(table.rows == typed)
    #expect(
      base.notes.map(\.english) == ["Клиенты все: 1 attachments or binary values of column 'Фото' left out"])
  }

  @Test(arguments: ["../x.xsd", "http://example.org/x.xsd", "absent.xsd", "%2e%2e%2Fx.xsd"])
  func schemaElsewhere(_ location: String) throws {
    let base = try read(
      open
        + " xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\" x:noNamespaceSchemaLocation=\"\(location)\">"
        + "<T><A>1</A></T></dataroot>")
    #expect(base.tables[0].rows == [["1"]] && base.notes.count == 1)
  }

  @Test func schemaWithin() throws {
    let base = try read("<root>\(schema)<dataroot>\(rows)</dataroot></root>")
    #expect(base.tables.count == 1 && base.tables[0].rows == typed)
  }

  @Test func schemaAlone() throws {
    let base = try read(schema)
    #expect(base.tables[0].rowCount == 0 && base.tables[0].columns.count == 6)
  }

  @Test func severalValues() throws {
    let base = try read(
      open + "><T><S><Value>1</Value></S><S>\n<Value>2</Value>\n</S><F><FileData>AA</FileData>"
        + "<FileName>x.png</FileName></F><A>x</A></T></dataroot>")
    #expect(base.tables[0].rows == [["1; 2", nil, "x"]])
    #expect(base.notes.count == 1)
  }

  @Test func encodings() throws {
    let folder = try TestFolder()
    let text = "<dataroot><Т><Имя>Ёж</Имя></Т></dataroot>"
    let variants: [(String, String.Encoding, [UInt8])] = [
      ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", .windowsCP1251, []),
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", .utf16LittleEndian, [0xFF, 0xFE]),
      // The declaration lies in both: a mark, or the bytes themselves, say UTF-8.
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", .utf8, [0xEF, 0xBB, 0xBF]),
      ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", .utf8, []),
    ]
    for (declaration, encoding, mark) in variants {
      let bytes = try #require((declaration + text).data(using: encoding))
      let base = try BaseReader.read(try folder.file("b.xml", mark + Array(bytes)))
      #expect(base.tables[0].name == "Т" && base.tables[0].rows == [["Ёж"]])
    }
  }

  @Test(arguments: [
    ("<dataroot><T a='1'><A>1</A></T></dataroot>", SourceError.Damage.nestedRows),
    ("<dataroot><T><A><B>1</B></A></T></dataroot>", .nestedRows),
    ("<dataroot><T><A>1</B></T></dataroot>", .notWellFormed),
    ("<dataroot><T><A>1</A></T>", .truncated),
    ("<!DOCTYPE d [<!ENTITY e 'x'>]><dataroot><T><A>&e;</A></T></dataroot>", .documentType),
  ])
  func refused(_ text: String, _ damage: SourceError.Damage) throws {
    let error = try #require(throws: SourceError.self) { try read(text) }
    #expect(error.reason == .damaged(damage, part: nil, line: 1))
  }

  @Test(arguments: [
    ("<html><body/></html>", ContentKind.otherXML)
  ])
  func otherDocuments(_ text: String, _ kind: ContentKind) throws {
    let error = try #require(throws: SourceError.self) { try read(text) }
    #expect(error.reason == .unsupported(kind))
  }
}
