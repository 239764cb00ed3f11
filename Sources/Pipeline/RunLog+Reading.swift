import RuleKit
import Tables

extension RunLog {
  /// Writes down the rows that a reader found longer or shorter than their header.
  /// - Complexity: O(ragged rows × log rows).
  mutating func take(raggedRowsOf assembly: Assembly) {
    for (source, first) in zip(assembly.sources, assembly.firstRow) {
      let numbers = source.table.origin.numbers
      for ragged in source.table.raggedRows {
        guard let row = Self.place(of: ragged.number, in: numbers) else { continue }
        find(
          row: Int32(first + row), rule: "read",
          code: ragged.cells < ragged.expected ? "fewer-cells" : "more-cells", severity: .warning)
      }
    }
  }

  /// The place of a number among rising ones.
  private static func place(of number: Int64, in numbers: ContiguousArray<Int64>) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }
}
