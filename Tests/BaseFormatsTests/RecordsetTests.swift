import BaseFormats
import Tables
import Testing

private let open =
  "<xml xmlns:s='uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882' xmlns:dt='uuid:C2F41010-65B3-11d1-A29F-00AA00C14882'"
  + " xmlns:rs='urn:schemas-microsoft-com:rowset' xmlns:z='#RowsetSchema'>"

private let schema = """
  <s:Schema id='RowsetSchema'><s:ElementType name='row' content='eltOnly' rs:updatable='true'>
  <s:AttributeType name='ID' rs:number='1'><s:datatype dt:type='int' dt:maxLength='4'/></s:AttributeType>
  <s:AttributeType rs:name='Имя клиента' name='c1' rs:number='2' rs:nullable='true' dt:type='string'/>
  <s:AttributeType name='Active' rs:number='3'><s:datatype dt:type='boolean'/></s:AttributeType>
  <s:AttributeType name='Since' rs:number='4'><s:datatype dt:type='dateTime'/></s:AttributeType>
  <s:AttributeType name='Sum' rs:number='5'><s:datatype dt:type='r8'/></s:AttributeType>
  <s:AttributeType name='Photo' rs:number='6'><s:datatype dt:type='bin.hex'/></s:AttributeType>
  <s:extends type='rs:rowbase'/></s:ElementType></s:Schema>
  """

struct RecordsetTests {
  private func read(_ data: String, schema: String = schema) throws -> Base {
    let folder = try TestFolder()
    return try BaseReader.read(
      try folder.file("Клиенты.xml", text: "\(open)\(schema)<rs:data>\(data)</rs:data></xml>"))
  }

  @Test func values() throws {
    let base = try read(
      """
      <z:row ID='1' c1='ООО &quot;Ёж&quot; &#x41;' Active='True' Since='2020-01-31T00:00:00' Sum='1.5E-3' Photo='00ff'/>
      <z:row ID='2' Active='False' Since='2020-01-31T10:20:30.500000000' Extra='x'/>
      """)
    let table = base.tables[0]
    #expect(base.format == "ado-xml" && table.name == "Клиенты")
    #expect(table.header == ["ID", "Имя клиента", "Active", "Since", "Sum", "Photo", "Extra"])
    #expect(table.columns.map(\.kind) == [.number, .text, .boolean, .date, .number, .binary, nil])
    #expect(table.rows[0] == ["1", "ООО \"Ёж\" A", "true", "2020-01-31", "0.0015", nil, nil])
    #expect(table.rows[1] == ["2", nil, "false", "2020-01-31T10:20:30.500000000", nil, nil, "x"])
    #expect(base.notes.map(\.english) == ["Клиенты: 1 binary values of column 'Photo' left out"])
  }

  @Test func pendingChanges() throws {
    let base = try read(
      """
      <z:row ID='1' c1='а'/>
      <rs:update><rs:original><z:row ID='2' c1='б' Sum='2'/></rs:original><z:row c1='бб' rs:forcenull='Sum'/></rs:update>
      <rs:delete><z:row ID='3' c1='в'/></rs:delete>
      <rs:insert><z:row ID='4' c1='г'/><z:row ID='5'/></rs:insert>
      """)
    #expect(base.tables[0].rows.map { $0[0] } == ["1", "2", "4", "5"])
    #expect(base.tables[0].rows.map { $0[1] } == ["а", "бб", "г", nil])
    #expect(base.tables[0].rows.map { $0[4] } == [nil, nil, nil, nil])
    #expect(
      base.notes.map(\.english)
        == ["pending changes are applied: 2 rows inserted, 1 updated, 1 deleted and left out"])
  }

  @Test func children() throws {
    let base = try read(
      "<z:row ID='1'><z:orders N='7' Sum='1'/><z:orders N='8'/></z:row><z:row ID='2'/>",
      schema: """
        <s:Schema id='RowsetSchema'><s:ElementType name='row'><s:AttributeType name='ID'/>
        <s:ElementType name='orders' rs:relation='010000000200000000000000'><s:AttributeType name='N'/></s:ElementType>
        </s:ElementType></s:Schema>
        """)
    #expect(base.tables.map(\.name) == ["Клиенты", "orders"])
    #expect(base.tables[0].rows == [["1"], ["2"]])
    #expect(base.tables[1].rows == [["7", "1"], ["8", nil]])
  }

  @Test func empty() throws {
    #expect(try read("").tables[0].header.count == 6)
  }

  @Test(arguments: ["text", "<rs:unknown/>"])
  func refused(_ data: String) throws {
    let error = try #require(throws: SourceError.self) { try read(data) }
    #expect(error.english.contains("content that the format does not have"))
  }
}
