import RuleKit
import Tables

/// Flags phones and e-mail addresses that many clients share: a call centre's, a broker's, the manager's own.
///
/// Clients are judged after merging, so that duplicates of one client do not count as many. Such a number reaches
/// nobody in particular, and tells no two clients apart.
struct SharedContacts: Rule {
  /// What stands beneath `shared-contacts` in a standard.
  struct Settings: Decodable, Sendable {
    /// Different clients from which on a phone or an e-mail address counts as shared.
    var clients: Int
  }

  static let about = RuleDescription(
    id: "shared-contacts",
    title: Localized(en: "A phone or e-mail belongs to one client", ru: "Телефон и почта — одного клиента"),
    rationale: Localized(
      en:
        "A number that stands at many clients is a call centre's or was put in to fill the field: it reaches nobody.",
      ru:
        "Номер, который стоит у многих клиентов, — это колл-центр или заглушка: по нему ни до кого не дозвониться."
    ),
    phase: .base, subject: .clients, reads: ["*"],
    settings: [
      SettingDescription(
        "clients", ["type": .string("integer")], default: .integer(5),
        en: "Different clients from which on a phone or an e-mail address counts as shared",
        ru: "Разных клиентов, начиная с которых телефон или почта считаются общими")
    ],
    codes: [
      CodeDescription(
        "shared-phone", .warning, en: "stands at {clients} different clients",
        ru: "стоит у разных клиентов: {clients}"),
      CodeDescription(
        "shared-email", .warning, en: "stands at {clients} different clients",
        ru: "стоит у разных клиентов: {clients}"),
    ],
    examples: examples)

  private static let examples = [
    Example(
      """
      name  | phone        | phone_2
      Анна  | ↓+74950010203 |
      Борис | ↓+74950010203 | +79161112233
      Вера  | +79162223344 | ↓+74950010203
      Глеб  | +79162223344 |
      """, settings: .object(["clients": .integer(3)]),
      title: Localized(
        en: "a call centre, in whichever column", ru: "колл-центр, в какой бы колонке ни стоял")),
    Example(
      """
      name  | email
      Анна  | ↓info@call.example
      Борис | ↓INFO@call.example
      Вера  | vera@mail.example
      """, settings: .object(["clients": .integer(2)]),
      title: Localized(en: "an e-mail of two", ru: "почта на двоих")),
    Example(
      """
      name  | phone        | phone_2
      Анна  | +74950010203 | +74950010203
      Борис | +74950010203 |
      Вера  | +74950010203 |
      Глеб  | +74950010203 |
      """,
      title: Localized(
        en: "four clients by default are no crowd; a client counts once",
        ru: "четыре клиента по умолчанию — не толпа; клиент считается один раз")),
  ]

  private let least: Int

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard settings.clients >= 2 else {
      throw SettingsError("clients", "is below 2", remedy: "give a number of clients, e.g. 5")
    }
    least = settings.clients
  }

  func apply(to batch: Batch, into results: inout Results) {
    flag("phone", "shared-phone", batch, &results)
    flag("email", "shared-email", batch, &results)
  }

  /// Flags the cells of a family of columns whose value stands at too many clients.
  /// - Complexity: O(bytes of the family).
  private func flag(_ family: String, _ code: String, _ batch: Batch, _ results: inout Results) {
    let places = batch.fields.indices.filter { place in
      let field = batch.fields[place]
      return field == family || (field.hasPrefix(family + "_") && field != "phone_ext")
    }
    guard !places.isEmpty else { return }
    var clients: [String: (count: Int, last: Int)] = [:]
    func value(_ place: Int, _ row: Int) -> String? {
      guard !batch.columns[place].isNull(row) else { return nil }
      let text = String(copying: batch.columns[place].utf8(at: row)).lowercased()
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
    for row in 0..<batch.rowCount {
      for place in places {
        guard let text = value(place, row) else { continue }
        let known = clients[text] ?? (0, -1)
        if known.last != row { clients[text] = (known.count + 1, row) }
      }
    }
    clients = clients.filter { $0.value.count >= least }
    guard !clients.isEmpty else { return }
    let number = results.number(of: code)
    for place in places {
      let field = results.number(of: batch.fields[place])
      for row in 0..<batch.rowCount {
        guard let text = value(place, row), let known = clients[text] else { continue }
        results.flag(row: row, field: field, code: number, arguments: "{\"clients\": \"\(known.count)\"}")
      }
    }
  }
}
