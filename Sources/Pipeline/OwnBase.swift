import Tables

/// A base that the run's clients are held against: standardised by the same rules, never changed, never written.
struct OwnBase: Sendable {
  /// Its tables as read.
  let assembly: Assembly
  /// Its records, standardised.
  let frame: Frame
  /// What each record is known by from run to run.
  let records: [RecordKey]
  /// What its owner calls each client: a client id of ours, else the code in that base, else one made of its content.
  let ids: [String]

  init(_ assembly: Assembly, frame: Frame, records: [RecordKey]) {
    self.assembly = assembly
    self.frame = frame
    self.records = records
    let given = assembly.clients["client_id"]
    let external = assembly.clients["external_id"]
    let made = frame["client_id"]
    ids = (0..<frame.rowCount).map { given?[$0] ?? external?[$0] ?? made?[$0] ?? "" }
  }

  /// Address of a record.
  func address(of row: Int) -> String { assembly.address(of: assembly.clientRows[row]) }

  /// A frame with the own records beneath its rows, in the frame's fields and those of the own base that rules know.
  /// - Complexity: O(cells).
  func beneath(_ frame: Frame) -> Frame {
    var result = Frame(rowCount: frame.rowCount + self.frame.rowCount)
    for (field, column) in zip(frame.fields, frame.columns) {
      var whole = column
      whole.append(contentsOf: self.frame[field] ?? TextColumn(nulls: self.frame.rowCount))
      result.set(field, whole)
    }
    for (field, column) in zip(self.frame.fields, self.frame.columns)
    where result.index(of: field) == nil && !field.hasPrefix("extra.") {
      var whole = TextColumn(nulls: frame.rowCount)
      whole.append(contentsOf: column)
      result.set(field, whole)
    }
    return result
  }
}
