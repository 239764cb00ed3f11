import RuleKit
import Tables

/// What rules found on the rows of a frame in a round, kept by column until it is known whether it is news.
///
/// A base of 100 000 rows has some 300 000 findings: names are numbers of the log, values one run of bytes.
struct RoundFindings {
  /// One finding; its value stands at the same place in `values`.
  struct Item {
    /// Row of the frame; -1: the table as a whole.
    var row: Int32
    /// Numbers of the log's names.
    var field: UInt16?
    var rule: UInt16
    var code: UInt16
    var severity: Severity
  }

  private(set) var items: [Item] = []
  private(set) var values = TextColumn()
  /// Arguments of the findings that have any, by place in `items`.
  private(set) var arguments: [Int: String] = [:]

  var count: Int { items.count }

  /// Adds a finding; `cell` holds its value at the item's row.
  mutating func append(_ item: Item, cell column: TextColumn?, arguments given: String? = nil) {
    if let given { arguments[items.count] = given }
    items.append(item)
    if let column, item.row >= 0 {
      values.append(cell: Int(item.row), of: column)
    } else {
      values.appendNull()
    }
  }

  /// Adds a finding whose value stands at another place than its row's.
  mutating func append(_ item: Item, value row: Int, of column: TextColumn, arguments given: String? = nil) {
    if let given { arguments[items.count] = given }
    items.append(item)
    values.append(cell: row, of: column)
  }

  /// Adds all findings of another round's list that `isWanted`.
  mutating func append(_ other: RoundFindings, where isWanted: (Item) -> Bool) {
    for (index, item) in other.items.enumerated() where isWanted(item) {
      append(item, value: index, of: other.values, arguments: other.arguments[index])
    }
  }

  /// The findings under their rows' new numbers; those of rows that are no more are left out.
  /// - Complexity: O(findings).
  func moved(_ now: [Int32]) -> RoundFindings {
    var result = RoundFindings()
    for (index, item) in items.enumerated() {
      var item = item
      if item.row >= 0 { item.row = now[Int(item.row)] }
      guard item.row >= 0 || items[index].row < 0 else { continue }
      result.append(item, value: index, of: values, arguments: arguments[index])
    }
    return result
  }
}
