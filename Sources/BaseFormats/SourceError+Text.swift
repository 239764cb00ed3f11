extension SourceError {
  /// The error as one English line.
  public var english: String {
    let text =
      switch reason {
      case .missing: "no such file; check the path"
      case .directory: "is a folder; name a file in it"
      case .empty: "the file is empty; export the base again"
      case .unreadable(let why): "cannot be read: \(why); check the permissions"
      case .mismatch(let claimed, let found):
        "is named like \(claimed.english) but holds \(found.english); rename it, or save it again"
      case .lockFile: "is the lock file of an open document; name the document itself, without `~$`"
      case .unsupported(let kind): "\(kind.english) is not read; \(kind.remedy.english)"
      case .damaged(let damage, _, _): damage.english
      case .noTable(nil): "holds no table; check that the export was not empty"
      case .noTable(let name?): "has no table named '\(name)'; list the tables first"
      case .undecodable(let encoding, _): "bytes that are not \(encoding) text; name the encoding"
      case .unknownEncoding(let name):
        "unknown encoding '\(name)'; use utf-8, utf-16, windows-1251, koi8-r, cp866 or another that iconv knows"
      case .badDelimiter: "the delimiter must be one ASCII character other than a quote or a line break"
      }
    return "\(place) \(text)"
  }

  /// The error as one Russian line.
  public var russian: String {
    let text =
      switch reason {
      case .missing: "файла нет; проверьте путь"
      case .directory: "это папка; укажите файл в ней"
      case .empty: "файл пуст; выгрузите базу заново"
      case .unreadable(let why): "не читается: \(why); проверьте права доступа"
      case .mismatch(let claimed, let found):
        "назван как \(claimed.russian), а внутри \(found.russian); переименуйте или сохраните заново"
      case .lockFile: "это файл блокировки открытого документа; укажите сам документ, без `~$`"
      case .unsupported(let kind): "\(kind.russian) не читается; \(kind.remedy.russian)"
      case .damaged(let damage, _, _): damage.russian
      case .noTable(nil): "в файле нет таблиц; проверьте, что выгрузка не пуста"
      case .noTable(let name?): "нет таблицы «\(name)»; посмотрите список таблиц"
      case .undecodable(let encoding, _): "байты — не текст в \(encoding); укажите кодировку"
      case .unknownEncoding(let name):
        "неизвестная кодировка «\(name)»; есть utf-8, utf-16, windows-1251, koi8-r, cp866 и другие, известные iconv"
      case .badDelimiter: "разделитель — один знак ASCII, кроме кавычки и перевода строки"
      }
    return "\(place) \(text)"
  }
}

extension SourceError.Damage {
  var english: String {
    switch self {
    case .notWellFormed: "XML that is not well formed; export the base again"
    case .documentType: "a document type declaration, which no base has; export the base again"
    case .truncated: "the file ends too early; copy or export it again"
    case .container: "a damaged container; copy the file again, or open and save it in Excel"
    case .missingPart: "a part of the workbook is missing; open and save it in Excel"
    case .structure: "content that the format does not have; export the base again"
    case .nestedRows: "rows with nested elements or attributes; export without a transformation"
    case .badIndex: "a reference out of range; open and save the workbook in Excel"
    case .unpacksTooMuch(let limit):
      "unpacks to more than \(limit >> 20) MiB, too much for its size; check where the file comes from"
    case .tooMuchText(let limit):
      "more than \(limit >> 20) MiB of text, too much for its size; check where the file comes from"
    case .tooManyCells(let limit):
      "more than \(limit) cells, too many for its size; delete empty rows and columns in Excel"
    case .tooManyColumns(let limit): "a table of more than \(limit) columns; check the delimiter"
    case .rowTooLong(let limit):
      "a row of more than \(limit >> 20) MiB; close the quote that is open there, or name the delimiter"
    case .sqliteRows(let code, let rows, let whole, let tables):
      "SQLite cannot read all of it (result code \(code)): \(rows) rows can be read, \(whole) of \(tables) tables to "
        + "their end; recover it with `sqlite3 … .recover`"
    case .sqlite(let code):
      "SQLite cannot read it (result code \(code)); recover it with `sqlite3 … .recover`"
    }
  }

  var russian: String {
    switch self {
    case .notWellFormed: "XML с ошибкой разметки; выгрузите базу заново"
    case .documentType: "объявление типа документа, которого в базах не бывает; выгрузите базу заново"
    case .truncated: "файл обрывается; скопируйте или выгрузите его заново"
    case .container: "повреждён контейнер файла; скопируйте файл заново или пересохраните в Excel"
    case .missingPart: "в книге не хватает части; пересохраните её в Excel"
    case .structure: "содержимое не по формату; выгрузите базу заново"
    case .nestedRows: "в строках вложенные элементы или атрибуты; выгрузите без преобразования"
    case .badIndex: "ссылка за пределами таблицы; пересохраните книгу в Excel"
    case .unpacksTooMuch(let limit):
      "распаковывается больше чем в \(limit >> 20) МиБ, слишком много для его размера; проверьте, откуда файл"
    case .tooMuchText(let limit):
      "больше \(limit >> 20) МиБ текста, слишком много для его размера; проверьте, откуда файл"
    case .tooManyCells(let limit):
      "больше \(limit) ячеек, слишком много для его размера; удалите пустые строки и столбцы в Excel"
    case .tooManyColumns(let limit): "больше \(limit) столбцов в таблице; проверьте разделитель"
    case .rowTooLong(let limit):
      "строка длиннее \(limit >> 20) МиБ; закройте кавычку, открытую в ней, или укажите разделитель"
    case .sqliteRows(let code, let rows, let whole, let tables):
      "SQLite читает не всё (код \(code)): строк читается \(rows), таблиц до конца — \(whole) из \(tables); "
        + "восстановите: `sqlite3 … .recover`"
    case .sqlite(let code): "SQLite не читает файл (код \(code)); восстановите: `sqlite3 … .recover`"
    }
  }
}
