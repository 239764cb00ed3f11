import BaseFormats
import Pipeline
import RuleKit
import Tables

/// Rows whose clients the own base has already, in their original columns, with the client there.
struct OursOutput {
  let outcome: RunOutcome
  let language: Language

  /// The table; nil when there is no such row.
  func table() -> OutputTable? {
    let rows = outcome.assembly.clientRows.filter { outcome.ownVerdict(of: $0) == .ours }
    guard !rows.isEmpty else { return nil }
    var (columns, names) = OriginalRows(outcome: outcome).columns(rows)
    let added: [(name: String, title: Localized, text: (Int) -> String?)] = [
      ("address", Localized(en: "address", ru: "адрес в источнике"), { outcome.address(of: $0) }),
      ("our_client", Localized(en: "our client", ru: "наш клиент"), { outcome.clientID(of: $0) }),
      ("our_address", Localized(en: "our record", ru: "наша запись"), { outcome.ownAddress(of: $0) }),
    ]
    for column in added {
      let name = RejectedOutput.free(column.name, names)
      columns.append(
        OutputColumn(
          name: name, header: RejectedOutput.free(column.title[language], names),
          cells: TextColumn(rows.map(column.text))))
      names.append(name)
    }
    return OutputTable(
      name: "already_ours", title: Localized(en: "Already ours", ru: "Уже наши")[language], columns: columns)
  }
}
