import Foundation
import RuleKit
import Tables

/// A small table in a text file that people hand over beside the base: a registry, a suppression list.
///
/// RFC 4180 with `,`, `;` or tabs between cells, UTF-8, header first, strict: a line with too few or too many cells
/// or a quote without end is an error with its line, for a list half understood would condemn the wrong clients.
struct ListFile {
  /// The setting that names it.
  let setting: String
  private let name: String
  private let bytes: [UInt8]

  /// One line: its cells, and its number in the file.
  struct Line {
    let number: Int
    fileprivate(set) var cells: [[UInt8]]

    /// Whether no cell holds anything.
    var isBlank: Bool { cells.indices.allSatisfy(isBlank) }

    /// Whether a cell holds nothing.
    func isBlank(_ place: Int) -> Bool { cells[place].allSatisfy { $0 <= 0x20 } }
  }

  /// Opens the file that a setting names.
  init(_ path: String, setting: String) throws(SettingsError) {
    self.setting = setting
    name = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsError(
        setting, "names \(path), which cannot be read", remedy: "name a CSV file that is there")
    }
    var bytes = Array(data)
    // The byte order mark is no part of the first cell.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SettingsError(setting, "names \(path), which is not UTF-8", remedy: "save it as CSV UTF-8")
    }
  }

  /// An error at a line.
  func error(_ line: Int, _ problem: String, remedy: String) -> SettingsError {
    SettingsError(setting, "stops at \(name):\(line): \(problem)", remedy: remedy)
  }

  /// The lines that hold anything, cut at `mark`.
  /// - Complexity: O(bytes).
  func lines(cutAt mark: UInt8) throws(SettingsError) -> [Line] {
    var lines: [Line] = []
    var number = 1
    var line = Line(number: 1, cells: [])
    var cell: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty:
        index = try quoted(from: index + 1, line: &number, into: &cell)
        continue
      case mark:
        line.cells.append(cell)
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n"):
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        line.cells.append(cell)
        cell.removeAll(keepingCapacity: true)
        if !line.isBlank { lines.append(line) }
        number += 1
        line = Line(number: number, cells: [])
      default: cell.append(byte)
      }
      index += 1
    }
    line.cells.append(cell)
    if !line.isBlank { lines.append(line) }
    return lines
  }

  /// Reads a quoted cell up to its closing quote.
  /// - Returns: the place after it.
  private func quoted(
    from start: Int, line number: inout Int, into cell: inout [UInt8]
  ) throws(SettingsError) -> Int {
    let opened = number
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == byte else { return index + 1 }
        index += 1
      }
      if byte == UInt8(ascii: "\n") { number += 1 }
      cell.append(byte)
      index += 1
    }
    throw error(opened, "a quote is never closed", remedy: "close it, or double it inside a cell")
  }

  /// What stands between cells: the first of tab, `;` and `,` that the first line has.
  var mark: UInt8 {
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return [UInt8(ascii: "\t"), UInt8(ascii: ";")].first { first.contains($0) } ?? UInt8(ascii: ",")
  }

  /// The lines beneath a header of known columns, each as wide as the header.
  /// - Returns: for each column of `known` its place, and the lines.
  /// - Throws: a column that is not known, one that stands twice, a line of another width.
  func table(
    _ known: [[String]]
  ) throws(SettingsError) -> (places: [Int?], lines: [Line]) {
    let all = try lines(cutAt: mark)
    guard let header = all.first else {
      throw error(1, "the file is empty", remedy: "write a header with \(Self.names(known)), then lines")
    }
    var places = [Int?](repeating: nil, count: known.count)
    for (place, cell) in header.cells.enumerated() {
      let title = Self.text(cell).lowercased()
      guard let column = known.firstIndex(where: { $0.contains(title) }) else {
        throw error(
          header.number, "column \(place + 1) of the header is none that is known",
          remedy: "known are \(Self.names(known))")
      }
      guard places[column] == nil else {
        throw error(header.number, "the header has '\(known[column][0])' twice", remedy: "take one away")
      }
      places[column] = place
    }
    for line in all.dropFirst() where line.cells.count != header.cells.count {
      throw error(
        line.number, "\(line.cells.count) cells where the header has \(header.cells.count)",
        remedy: "put quotes around a cell with a separator in it")
    }
    return (places, Array(all.dropFirst()))
  }

  private static func names(_ known: [[String]]) -> String { known.map { $0[0] }.joined(separator: ", ") }

  /// A cell as text without white space at its ends.
  static func text(_ cell: [UInt8]) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
