/// A table as Access exports it.
struct AccessTable {
  var name: String
  var columns: [(name: String, kind: Kind)]
  /// Columns with an index, and whether it is the primary key.
  var indexes: [(name: String, column: String, isPrimary: Bool)]
  var rows: [[Value]]

  enum Kind {
    case autonumber, longInteger, text, memo, datetime, currency, yesNo

    /// Attributes of the field's element, and its type where it has no restriction.
    var attributes: String {
      switch self {
      case .autonumber:
        #"minOccurs="1" od:jetType="autonumber" od:sqlSType="int" od:autoUnique="yes" od:nonNullable="yes" type="xsd:int""#
      case .longInteger: #"minOccurs="0" od:jetType="longinteger" od:sqlSType="int" type="xsd:int""#
      case .text: #"minOccurs="0" od:jetType="text" od:sqlSType="nvarchar""#
      case .memo: #"minOccurs="0" od:jetType="memo" od:sqlSType="ntext""#
      case .datetime: #"minOccurs="0" od:jetType="datetime" od:sqlSType="datetime" type="xsd:dateTime""#
      case .currency: #"minOccurs="0" od:jetType="currency" od:sqlSType="money" type="xsd:double""#
      case .yesNo:
        #"minOccurs="1" od:jetType="yesno" od:sqlSType="bit" od:nonNullable="yes" type="xsd:boolean""#
      }
    }

    /// The longest text of a text field.
    var maxLength: Int? {
      switch self {
      case .text: 255
      case .memo: 536_870_910
      default: nil
      }
    }
  }
}

/// The tables as one Access XML document with the schema inside: root, schema, dataroot; lines end in CR LF.
///
/// NULL is an absent element; characters that an XML name cannot hold are written `_xHHHH_`.
/// - Complexity: O(cells).
func accessXML(_ tables: [AccessTable], generated: String) -> [UInt8] {
  var lines = [
    #"<?xml version="1.0" encoding="UTF-8"?>"#,
    #"<root xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:od="urn:schemas-microsoft-com:officedata">"#,
    "<xsd:schema>", #"<xsd:element name="dataroot">"#, "<xsd:complexType>", "<xsd:sequence>",
  ]
  lines += tables.map { #"<xsd:element ref="\#(xmlName($0.name))" minOccurs="0" maxOccurs="unbounded"/>"# }
  lines += [
    "</xsd:sequence>", #"<xsd:attribute name="generated" type="xsd:dateTime"/>"#, "</xsd:complexType>",
    "</xsd:element>",
  ]
  lines += tables.flatMap(schemaLines)
  lines += [
    "</xsd:schema>",
    #"<dataroot xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" generated="\#(generated)">"#,
  ]
  for table in tables {
    let element = xmlName(table.name)
    let fields = table.columns.map { xmlName($0.name) }
    for row in table.rows {
      lines.append("<\(element)>")
      for (field, value) in zip(fields, row) where value != .null {
        lines.append("<\(field)>\(xmlText(value))</\(field)>")
      }
      lines.append("</\(element)>")
    }
  }
  lines += ["</dataroot>", "</root>", ""]
  return Array(lines.joined(separator: "\r\n").utf8)
}

private func schemaLines(_ table: AccessTable) -> [String] {
  var lines = [#"<xsd:element name="\#(xmlName(table.name))">"#, "<xsd:annotation>", "<xsd:appinfo>"]
  for index in table.indexes {
    let yes = index.isPrimary ? "yes" : "no"
    lines.append(
      #"<od:index index-name="\#(index.name)" index-key="\#(xmlName(index.column)) " primary="\#(yes)" "#
        + #"unique="\#(yes)" clustered="no" order="asc"/>"#)
  }
  lines += ["</xsd:appinfo>", "</xsd:annotation>", "<xsd:complexType>", "<xsd:sequence>"]
  for (name, kind) in table.columns {
    let element = #"<xsd:element name="\#(xmlName(name))" \#(kind.attributes)"#
    if let longest = kind.maxLength {
      lines += [
        element + ">", "<xsd:simpleType>", #"<xsd:restriction base="xsd:string">"#,
        #"<xsd:maxLength value="\#(longest)"/>"#, "</xsd:restriction>", "</xsd:simpleType>", "</xsd:element>",
      ]
    } else {
      lines.append(element + "/>")
    }
  }
  return lines + ["</xsd:sequence>", "</xsd:complexType>", "</xsd:element>"]
}

private func xmlName(_ name: String) -> String {
  name.unicodeScalars.reduce(into: "") { result, scalar in
    if scalar.properties.isAlphabetic || scalar == "-" || scalar == "_" {
      result.unicodeScalars.append(scalar)
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
    }
  }
}

private func xmlText(_ value: Value) -> String {
  switch value {
  case .null: ""
  case .text(let text):
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\n", with: "\r\n")
  case .integer(let number): String(number)
  case .real(let number): number.rounded() == number ? String(Int64(number)) : String(number)
  case .date(let day): "\(day.iso)T00:00:00"
  }
}
