/// For every record the values it has of one kind, none to many.
///
/// Shape: record `index` has `values[ends[index - 1]..<ends[index]]`, each value once.
struct ValueList: Sendable {
  private var values: [UInt32] = []
  private var ends: [UInt32] = []

  /// Number of records.
  var count: Int { ends.count }

  /// Adds a value to the record being built, once.
  mutating func add(_ value: UInt32) {
    guard value != 0 else { return }
    let from = Int(ends.last ?? 0)
    for index in from..<values.count where values[index] == value { return }
    values.append(value)
  }

  /// Number of values of the record being built.
  var openCount: Int { values.count - Int(ends.last ?? 0) }

  /// Ends the record being built.
  mutating func close() { ends.append(UInt32(values.count)) }

  /// Places of a record's values.
  @inline(__always) func range(_ record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
  }

  /// The value at a place.
  @inline(__always) subscript(place: Int) -> UInt32 { values[place] }

  /// Whether no record has any.
  var hasNone: Bool { values.isEmpty }

  /// Whether the record has none.
  @inline(__always) func isEmpty(_ record: Int) -> Bool { range(record).isEmpty }

  /// The lists of the given records, in that order.
  func gathering(_ records: [UInt32]) -> ValueList {
    var result = ValueList()
    for record in records {
      for place in range(Int(record)) { result.values.append(values[place]) }
      result.close()
    }
    return result
  }
}
