import Foundation

/// A file of allowed values: `cities.txt`, or `{file: codes.csv, column: code}`.
///
/// Without a column every line is a value, up to the first tab; with one the first line is the header, and cells
/// are parted by tabs, else by semicolons or commas, whichever the header has. Lines that begin with `#` are comments.
public struct LookupFile: Sendable, Equatable, Decodable {
  /// Path of the file; a standard writes it relative to itself.
  public var file: String
  /// Header of the column; nil: every line is a value.
  public var column: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case file, column }

  /// Keys of its long form.
  public static let keys = CodingKeys.allCases.map(\.rawValue)

  public init(from decoder: any Decoder) throws {
    if let path = try? decoder.singleValueContainer().decode(String.self) {
      file = path
      return
    }
    guard let container = try? decoder.container(keyedBy: CodingKeys.self),
      let path = try? container.decode(String.self, forKey: .file)
    else {
      throw ConstraintError(
        "'lookup' cannot be this", remedy: "write the path of a file, or {file: codes.csv, column: code}")
    }
    file = path
    column = try? container.decodeIfPresent(String.self, forKey: .column)
  }

  /// The last part of the path: what findings name.
  var name: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// Reads the values.
  /// - Throws: `ConstraintError` when the file cannot be read, lacks the column or holds nothing.
  /// - Complexity: O(bytes of the file).
  public func values() throws(ConstraintError) -> [String] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ConstraintError("'lookup' cannot read \(file)", remedy: "the path is relative to the standard")
    }
    var text = String(decoding: data, as: UTF8.self)[...]
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    var values: [String] = []
    if let column {
      guard let header = lines.first else { throw empty }
      let mark = ["\t", ";", ","].first { header.contains($0) }.map(Character.init)
      guard let place = Self.cells(header, mark).firstIndex(of: column) else {
        throw ConstraintError(
          "'lookup' finds no column '\(column)' in \(name)",
          remedy: "its header has \(Self.cells(header, mark).joined(separator: ", "))")
      }
      for line in lines.dropFirst() {
        let cells = Self.cells(line, mark)
        if place < cells.count { values.append(cells[place]) }
      }
    } else {
      values = lines.map { Self.cells($0, "\t")[0] }
    }
    values.removeAll(where: \.isEmpty)
    guard !values.isEmpty else { throw empty }
    return values
  }

  private var empty: ConstraintError {
    ConstraintError("'lookup' finds no value in \(name)", remedy: "write one value a line")
  }

  /// The cells of a line; a cell that begins with a quote may hold the separator (RFC 4180 §2.6).
  private static func cells(_ line: Substring, _ mark: Character?) -> [String] {
    var cells: [String] = []
    var rest = line
    repeat {
      rest = rest.drop { $0 == " " }
      var cell = ""
      if rest.first == "\"" {
        rest.removeFirst()
        while let character = rest.popFirst() {
          if character == "\"", rest.first != "\"" { break }
          if character == "\"" { rest.removeFirst() }
          cell.append(character)
        }
      }
      while let character = rest.first, character != mark {
        cell.append(character)
        rest.removeFirst()
      }
      while cell.last?.isWhitespace == true { cell.removeLast() }
      cells.append(cell)
    } while rest.popFirst() != nil
    return cells
  }
}
