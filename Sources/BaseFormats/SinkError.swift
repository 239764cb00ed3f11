/// Why a base could not be written: one line, the file first, the remedy last.
public struct SinkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Sendable, Equatable {
    /// The disk or the quota is full.
    case full
    /// The folder or the file may not be written.
    case permission
    /// The folder does not exist.
    case noFolder
    /// The system's own complaint.
    case system(String)
    /// A table is larger than the format can hold.
    case tooLarge(table: String, limit: Int)
    /// Two tables or columns of one name.
    case duplicate(name: String)
    /// Rows that break the primary key.
    case keyNotUnique(table: String)
    /// The workbook library's result code.
    case workbook(Int32)
    /// SQLite's result code.
    case sqlite(Int32)
  }

  /// The file to be written.
  public var path: String
  /// What went wrong.
  public var reason: Reason

  /// An error about `path`.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error as one English line.
  public var english: String {
    let text =
      switch reason {
      case .full: "no space left; free some, or choose another place"
      case .permission: "may not be written; check the permissions of the folder"
      case .noFolder: "the folder does not exist; create it first"
      case .system(let why): "cannot be written: \(why)"
      case .tooLarge(let table, let limit):
        "table '\(table)' is over the limit of \(limit); write .csv or .sqlite"
      case .duplicate(let name): "two tables or columns are named '\(name)'; rename one"
      case .keyNotUnique(let table): "table '\(table)' has rows of the same key; choose another key"
      case .workbook(let code): "the workbook cannot be written (code \(code))"
      case .sqlite(let code): "SQLite cannot write it (result code \(code))"
      }
    return "\(path): \(text)"
  }

  /// The error as one Russian line.
  public var russian: String {
    let text =
      switch reason {
      case .full: "нет места на диске; освободите его или выберите другое место"
      case .permission: "запись запрещена; проверьте права на папку"
      case .noFolder: "папки нет; сначала создайте её"
      case .system(let why): "не записывается: \(why)"
      case .tooLarge(let table, let limit):
        "таблица «\(table)» больше предела \(limit); пишите в .csv или .sqlite"
      case .duplicate(let name): "две таблицы или колонки названы «\(name)»; переименуйте одну"
      case .keyNotUnique(let table): "в таблице «\(table)» строки с одним ключом; выберите другой ключ"
      case .workbook(let code): "книга не записывается (код \(code))"
      case .sqlite(let code): "SQLite не пишет файл (код \(code))"
      }
    return "\(path): \(text)"
  }

  /// The English line.
  public var description: String { english }
}
