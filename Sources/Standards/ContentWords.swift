import FieldFormats
import Foundation
import Tables

/// Words by which a column is known: given names, regions, towns, countries, legal forms.
///
/// From `Rules/dictionaries`, the same files the formats read; a file that is not there tells nothing.
public struct ContentWords: Sendable {
  private let table: WordTable

  /// Reads the folder.
  /// - Complexity: O(bytes of the files).
  public init(folder: String) {
    var words: [(word: String, number: UInt32)] = []
    func take(_ file: String, _ shape: CellShape, _ cells: ([Substring]) -> [Substring]) {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { return }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
        let row = line.split(separator: "\t", omittingEmptySubsequences: false)
        for word in cells(row) where !word.isEmpty { words.append((String(word), shape.rawValue)) }
      }
    }
    take("first_names.tsv", .givenName) { [$0[0]] }
    take("regions.tsv", .region) { row in
      guard row.count > 8 else { return [] }
      let whole: [Substring] = ["\(row[7]) \(row[6])", "\(row[6]) \(row[7])"]
      return [row[1], row[7]] + whole + row[8].split(separator: "|")
    }
    take("towns.tsv", .town) { [$0[0]] }
    take("countries.tsv", .country) { row in
      row.count > 3 ? [row[1], row[2], row[3]] + (row.count > 4 ? row[4].split(separator: "|") : []) : []
    }
    take("legal_forms.tsv", .legalForm) { row in
      row.count > 5 ? [row[0]] + row[5].split(separator: "|") : []
    }
    table = WordTable(words)
  }

  /// No words.
  init() { table = WordTable([(word: String, number: UInt32)]()) }

  /// What a cell is by its words.
  /// - Complexity: O(bytes).
  func shape(of cell: Span<UInt8>) -> CellShape {
    var start = 0
    var end = cell.count
    while start < end, cell[start] <= 0x20 { start += 1 }
    while end > start, cell[end - 1] <= 0x20 { end -= 1 }
    // «г. Москва» is Москва.
    if end - start > 4, cell[start] == 0xD0 || cell[start] == 0xD1, cell[start + 2] == 0x2E,
      cell.extracting(start..<(start + 2)).equals("г")
    {
      start += 3
      while start < end, cell[start] == 0x20 { start += 1 }
    }
    return CellShape(rawValue: table.find(cell.extracting(start..<end)) ?? 0)
  }
}
