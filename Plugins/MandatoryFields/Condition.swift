import RuleKit
import Tables

/// When a field holds one of some values, other fields are required.
struct Condition: Decodable, Sendable {
  /// The field looked at.
  let field: String
  /// Values that start the requirement, as written here, in capitals or in small letters; none: any value.
  let equals: [String]
  /// Fields that must then be filled.
  let then: [String]
  private let spellings: [[UInt8]]

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let stranger = container.allKeys.first(where: {
      !["field", "equals", "then"].contains($0.stringValue)
    }) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath,
          debugDescription: "unknown key '\(stranger.stringValue)', known are field, equals, then"))
    }
    field = try container.decode(String.self, forKey: Key(stringValue: "field"))
    equals = try container.decodeIfPresent([String].self, forKey: Key(stringValue: "equals")) ?? []
    then = try container.decode([String].self, forKey: Key(stringValue: "then"))
    spellings = Set(equals.flatMap { [$0, $0.lowercased(), $0.uppercased()] }).sorted().map { Array($0.utf8) }
  }

  /// The rows of the batch where the condition holds.
  /// - Complexity: O(rows × values).
  func rows(of batch: Batch) -> [Int] {
    guard let cells = batch.column(field) else { return [] }
    return (0..<batch.rowCount).filter { holds(cells, $0) }
  }

  private func holds(_ cells: TextView, _ row: Int) -> Bool {
    if equals.isEmpty { return !EmptyWords.isNothing(cells, row, words: true) }
    let text = cells.utf8(at: row)
    return spellings.contains { text.equals($0.span) }
  }
}
