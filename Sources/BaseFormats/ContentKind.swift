/// What a file's first bytes (and, for containers, its parts) show it to be.
public enum ContentKind: String, Sendable, Equatable, CaseIterable {
  case text, xlsx, accessXML, sqlite
  case xls, encryptedOffice, xlsb, ods, spreadsheetML, accessDatabase, adoXML, otherXML, otherZip, pdf, gzip

  var english: String {
    switch self {
    case .text: "text"
    case .xlsx: "an Excel workbook"
    case .accessXML: "an Access XML export"
    case .sqlite: "a SQLite base"
    case .xls: "an old Excel workbook (.xls)"
    case .encryptedOffice: "an encrypted workbook"
    case .xlsb: "a binary Excel workbook (.xlsb)"
    case .ods: "an OpenDocument sheet (.ods)"
    case .spreadsheetML: "an Excel 2003 XML workbook"
    case .accessDatabase: "an Access database (.mdb, .accdb)"
    case .adoXML: "an ADO recordset in XML"
    case .otherXML: "XML of another kind"
    case .otherZip: "a zip archive"
    case .pdf: "a PDF document"
    case .gzip: "a gzip archive"
    }
  }

  var russian: String {
    switch self {
    case .text: "текст"
    case .xlsx: "книга Excel"
    case .accessXML: "выгрузка Access в XML"
    case .sqlite: "база SQLite"
    case .xls: "старая книга Excel (.xls)"
    case .encryptedOffice: "зашифрованная книга"
    case .xlsb: "двоичная книга Excel (.xlsb)"
    case .ods: "таблица OpenDocument (.ods)"
    case .spreadsheetML: "книга Excel 2003 в XML"
    case .accessDatabase: "база Access (.mdb, .accdb)"
    case .adoXML: "набор записей ADO в XML"
    case .otherXML: "XML другого рода"
    case .otherZip: "архив zip"
    case .pdf: "документ PDF"
    case .gzip: "архив gzip"
    }
  }

  var remedy: (english: String, russian: String) {
    switch self {
    case .encryptedOffice: ("remove its password in Excel", "снимите пароль в Excel")
    case .accessDatabase: ("export its tables as XML from Access", "выгрузите таблицы из Access в XML")
    case .otherZip, .gzip: ("unpack it first", "сначала распакуйте его")
    case .adoXML, .otherXML, .pdf:
      ("export the base as CSV, .xlsx or Access XML", "выгрузите базу в CSV, .xlsx или Access XML")
    default: ("save it as .xlsx", "сохраните как .xlsx")
    }
  }

  /// The format that a file name's extension promises; nil where it promises none that is read here.
  static func claimed(by path: String) -> ContentKind? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "csv", "tsv", "tab": return .text
    case "xlsx", "xlsm", "xltx", "xltm": return .xlsx
    case "xml": return .accessXML
    case "sqlite", "sqlite3", "db", "db3": return .sqlite
    default: return nil
    }
  }
}
