public import RuleKit
public import Tables

/// Chooses a standard from what the columns hold, when nobody named one.
public enum StandardChooser {
  /// A standard and why.
  public struct Choice: Sendable, Equatable {
    /// Name of the standard.
    public var name: String
    /// Why it was chosen, for people.
    public var reason: Localized
  }

  /// The standard for these clients.
  ///
  /// Organisations (names with a legal form, ИНН or КПП filled) → ru-b2b; persons → ru-b2c; no Cyrillic text and
  /// no Russian identifiers or phones → international.
  /// - Complexity: O(bytes of the table).
  public static func choose(_ clients: Table, matches: [ColumnMatch]) -> Choice {
    let rows = RowSample(of: clients).rows
    var contents: [String: ColumnContent] = [:]
    var isRussian = false
    let russian: CellShape = [.cyrillic, .russianPhone, .inn, .ogrn, .ogrnip]
    for match in matches {
      let content = ColumnContent(clients.columns[match.column].cells, rows: rows)
      contents[match.field] = content
      // Any column of text in Cyrillic, or of Russian codes; one cell in twenty may be a stranger's.
      if content.share(russian) >= 0.05, match.isRecognised || content.share(.cyrillic) >= 0.05 {
        isRussian = true
      }
    }
    guard isRussian else {
      return Choice(
        name: "international",
        reason: Localized(
          en: "no Russian text, codes or phones were found",
          ru: "русского текста, кодов и телефонов не найдено"))
    }
    func filled(_ field: String) -> Double {
      rows.isEmpty ? 0 : Double(contents[field]?.filled ?? 0) / Double(rows.count)
    }
    let persons = max(filled("person_full_name"), filled("last_name"), filled("first_name"))
    // Persons have an ИНН too: beside their names it says nothing of organisations.
    let numbers = persons >= 0.3 ? 0 : filled("inn")
    let organisations = max(
      filled("org_name"), filled("org_full_name"), filled("kpp"), filled("ogrn"), numbers)
    let percent = Int((organisations * 100).rounded())
    if organisations >= 0.3, organisations * 2 >= persons {
      return Choice(
        name: "ru-b2b",
        reason: Localized(
          en: "names or codes of organisations are filled in \(percent) % of the rows",
          ru: "названия или коды организаций заполнены в \(percent) % строк"))
    }
    if organisations > persons {
      return Choice(
        name: "ru-b2b",
        reason: Localized(
          en: "there are more organisations than persons", ru: "организаций больше, чем частных лиц"))
    }
    return Choice(
      name: "ru-b2c",
      reason: Localized(
        en: "the clients are persons: organisations are named in \(percent) % of the rows",
        ru: "клиенты — частные лица: организации указаны в \(percent) % строк"))
  }
}
