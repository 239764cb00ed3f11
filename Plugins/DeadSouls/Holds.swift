import RuleKit
import Tables

/// What keeps a record from being thrown away, however dead its client: money, papers, a refusal to be called.
struct Holds {
  private let balance: TextView?
  private let contract: [TextView]
  private let consent: TextView?
  private let doNotCall: TextView?

  init(of batch: Batch) {
    balance = batch.column("balance")
    contract = batch.fields.indices.filter { FieldName.split(batch.fields[$0]).base == "contract_no" }
      .map { batch.columns[$0] }
    consent = batch.column("consent")
    doNotCall = batch.column("do_not_call")
  }

  /// Whether money is owed either way: any digit but 0 in the balance.
  func hasBalance(_ row: Int) -> Bool {
    guard let balance, !balance.isNull(row) else { return false }
    let text = balance.utf8(at: row)
    for index in text.indices where text[index].isDigit && text[index] != UInt8(ascii: "0") { return true }
    return false
  }

  /// Whether the record names a contract: «-» and «нет» have no digit and name none.
  func hasContract(_ row: Int) -> Bool {
    for cells in contract where !cells.isNull(row) {
      let text = cells.utf8(at: row)
      for index in text.indices where text[index].isDigit { return true }
    }
    return false
  }

  /// Whether the client asked not to be contacted; a blank cell is no answer.
  func refusesContact(_ row: Int) -> Bool {
    if let consent, !consent.isNull(row), Self.saysNo(consent.utf8(at: row)) { return true }
    guard let doNotCall, !doNotCall.isNull(row) else { return false }
    return Self.saysYes(doNotCall.utf8(at: row))
  }

  private static func saysNo(_ text: Span<UInt8>) -> Bool {
    text.equals("false") || text.equals("0") || text.equals("no") || text.equals("нет") || text.equals("Нет")
  }

  private static func saysYes(_ text: Span<UInt8>) -> Bool {
    text.equals("true") || text.equals("1") || text.equals("yes") || text.equals("да") || text.equals("Да")
  }
}
