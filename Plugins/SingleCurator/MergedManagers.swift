import RuleKit
import Tables

/// The managers of the rows that became one client, each with the day of its last contact.
struct MergedManagers {
  private let records: LinkedRows
  private let managers: [TextView]
  private let contacts: TextView?
  private let others: [TextView]

  /// nil: this round merged nothing, or the rows had no managers.
  init?(of batch: Batch) {
    guard let records = batch.linked.first(where: { $0.name == "records" }) else { return nil }
    managers = records.fields.indices.filter { FieldName.split(records.fields[$0]).base == "manager" }
      .map { records.columns[$0] }
    guard !managers.isEmpty else { return nil }
    self.records = records
    contacts = records.column("last_contact_date")
    others = ["last_purchase_date", "updated_at"].compactMap { records.column($0) }
  }

  /// The managers of a client's rows; none where the client is one row.
  func managers(ofClient client: Int, _ staff: inout Staff) -> [(manager: Int, day: Int)] {
    let rows = records.rows(ofClient: client)
    guard rows.count > 1 else { return [] }
    var held: [(manager: Int, day: Int)] = []
    for row in rows {
      for cells in managers {
        if let manager = staff.number(at: row, of: cells) { held.append((manager, day(row))) }
      }
    }
    return held
  }

  /// Days since 1970 of the last contact; where none is known, of the last purchase or change.
  private func day(_ row: Int) -> Int {
    if let contacts, let day = Self.day(contacts, row) { return day }
    return others.compactMap { Self.day($0, row) }.max() ?? Int.min
  }

  private static func day(_ cells: TextView, _ row: Int) -> Int? {
    cells.isNull(row) ? nil : CivilDate(cells.utf8(at: row))?.dayNumber
  }
}
