import RuleKit
import Tables

/// The rows that a round merged into clients, as they were before: a rule may ask for them.
struct MergedRecords {
  /// Which fields of the rows rules ask for.
  enum Fields {
    case all
    case named(Set<String>)
  }

  /// Role under which rules ask for them.
  static let role = "records"

  private let frame: Frame
  private let clients: [Int32]

  /// - Parameters:
  ///   - frame: the rows before they were merged.
  ///   - fields: the fields to keep.
  ///   - clients: for each row its client; -1: none.
  init(_ frame: Frame, fields: Fields, clients: [Int32]) {
    var kept = Frame(rowCount: frame.rowCount)
    for (field, column) in zip(frame.fields, frame.columns) where Self.wants(fields, field) {
      kept.set(field, column)
    }
    self.frame = kept
    self.clients = clients
  }

  private static func wants(_ fields: Fields, _ field: String) -> Bool {
    switch fields {
    case .all: true
    case .named(let names): names.contains(field) || names.contains(FieldName.split(field).base)
    }
  }

  /// What rules want of merged rows; nil where none wants them.
  static func fields(wantedBy rules: [RuleManifest]) -> Fields? {
    let asking = rules.filter { $0.linked?.contains(role) ?? false }
    guard !asking.isEmpty else { return nil }
    let names = Set(asking.flatMap(\.reads))
    return names.contains("*") ? .all : .named(names)
  }

  /// The rows by client.
  func table(clientCount: Int) -> ClientRows {
    ClientRows(
      name: Self.role, columns: zip(frame.fields, frame.columns).map { (name: $0, cells: $1) },
      clients: clients, clientCount: clientCount)
  }
}
