import Foundation
import RecordLinkage
import Testing

/// Invented clients who are easily taken for one another, each case with the band it belongs in: `=` one client,
/// `~` a question for a person, nothing where they are different.
///
/// The rows of a case stand among a hundred others: a base too small to teach anything is another matter
/// (`IdentityRules`).
@Suite struct LikelyMistakes {
  @Test(arguments: [
    // Persons: family and namesakes.
    (
      "twins",
      [
        "Зимина|Вера|Павловна|1999-04-12|+79161112233||Лесная 5 кв 7|Тула",
        "Зимина|Надежда|Павловна|1999-04-12|+79161112233||Лесная 5 кв 7|Тула",
      ], "1~2"
    ),
    (
      "twins of alike names",
      [
        "Зимина|Мария|Павловна|1999-04-12|+79161112233||Лесная 5 кв 7|Тула",
        "Зимина|Марина|Павловна|1999-04-12|+79161112233||Лесная 5 кв 7|Тула",
      ], "1~2"
    ),
    (
      "brother and sister",
      [
        "Зимин|Артём|Павлович|2001-11-30|+79161112233||Лесная 5 кв 7|Тула",
        "Зимина|Вера|Павловна|1999-04-12|+79161112233||Лесная 5 кв 7|Тула",
      ], ""
    ),
    (
      "husband and wife with one mailbox",
      [
        "Зимин|Павел|Олегович|1970-02-03|+79161112233|zimin@mail.example|Лесная 5 кв 7|Тула",
        "Зимина|Ольга|Игоревна|1972-08-19|+79161112233|zimin@mail.example|Лесная 5 кв 7|Тула",
      ], ""
    ),
    (
      "father and son of one name",
      [
        "Зимин|Павел|Павлович|1960-02-03|+79161112233||Лесная 5 кв 7|Тула",
        "Зимин|Павел|Павлович|1991-08-19|+79161112233||Лесная 5 кв 7|Тула",
      ], "1~2"
    ),
    (
      "namesakes in two cities",
      [
        "Зимин|Павел|Олегович|1970-02-03|+79161112233||Лесная 5|Тула",
        "Зимин|Павел|Олегович|1984-08-19|+79269998877||Садовая 9|Пермь",
      ], ""
    ),
    (
      "namesakes whose e-mails are made of the name",
      [
        "Зимин|Павел||1970-02-03|+79161112233|p.zimin@mail.example||Тула",
        "Зимин|Павел||1984-08-19|+79269998877|p.zimin@post.example||Пермь",
      ], ""
    ),
    (
      "a neighbour at the same address",
      [
        "Зимин|Павел|Олегович|1970-02-03|||Лесная 5 кв 7|Тула",
        "Громов|Артём|Ильич|1988-05-01|||Лесная 5 кв 7|Тула",
      ], ""
    ),
    // Persons: one and the same.
    (
      "a slip and another phone format",
      [
        "Кудряшов|Степан|Ильич|1984-05-01|8 916 555-44-33||Лесная 5|Тула",
        "Кудряшев|Степан|Ильич|1984-05-01|+79165554433||Лесная 5|Тула",
      ], "1=2"
    ),
    (
      "swapped names",
      [
        "Кудряшов|Степан|Ильич|1984-05-01|+79165554433||Лесная 5|Тула",
        "Степан|Кудряшов|Ильич|1984-05-01|+79165554433||Лесная 5|Тула",
      ], "1=2"
    ),
    (
      "an initial",
      [
        "Кудряшов|Степан|Ильич|1984-05-01|+79165554433||Лесная 5|Тула",
        "Кудряшов|С.|И.|1984-05-01|+79165554433|||Тула",
      ], "1=2"
    ),
    (
      "transliteration",
      [
        "Кудряшова|Юлия|Ильинична|1984-05-01|+79165554433|||Тула",
        "Kudriashova|Iuliia||1984-05-01|+79165554433|||",
      ], "1=2"
    ),
    (
      "a short form",
      [
        "Кудряшов|Александр|Ильич|1984-05-01|+79165554433|||Тула",
        "Кудряшов|Саша||1984-05-01|+79165554433|||Тула",
      ], "1=2"
    ),
    (
      "married: another surname",
      [
        "Кудряшова|Вера|Ильинична|1984-05-01|+79165554433|vera84@mail.example|Лесная 5|Тула",
        "Громова|Вера|Ильинична|1984-05-01|+79165554433|vera84@mail.example|Лесная 5|Тула",
      ], "1=2"
    ),
    (
      "moved: another address and phone",
      [
        "Кудряшов|Степан|Ильич|1984-05-01|+79165554433|stepan84k@mail.example|Лесная 5|Тула",
        "Кудряшов|Степан|Ильич|1984-05-01|+79261112200|stepan84k@mail.example|Садовая 9|Пермь",
      ], "1=2"
    ),
    (
      "day and month swapped",
      [
        "Кудряшов|Степан|Ильич|1984-05-01|+79165554433||Лесная 5|Тула",
        "Кудряшов|Степан|Ильич|1984-01-05|+79165554433||Лесная 5|Тула",
      ], "1=2"
    ),
  ])
  func persons(_ title: String, _ rows: [String], _ expected: String) {
    let header = "last_name first_name middle_name birth_date phone email address city"
    #expect(told(rows, among: Self.crowd, header: header) == expected, "\(title)")
  }

  @Test(arguments: [
    (
      "branches of one firm",
      [
        "ООО Ромашка|7714843760|771401001|+74950010203||Тула",
        "ООО Ромашка|7714843760|780102002|+74950010203||Пермь",
      ], ""
    ),
    (
      "one firm, the form left out",
      [
        "ООО «Ромашка»|7714843760|771401001|+74950010203||Тула",
        "Ромашка|7714843760|||office@romashka.example|",
      ], "1=2"
    ),
    (
      "two firms at one phone", ["ООО Ромашка|||+74950010203||Тула", "ООО Стройсервис|||+74950010203||Тула"],
      ""
    ),
    (
      "a sole proprietor and a company of one owner",
      [
        "ИП Лазарев|||+79161112233|lazarev@mail.example|Тула",
        "ООО Лазарев|||+79161112233|lazarev@mail.example|Тула",
      ], ""
    ),
    (
      "two ИНН",
      ["ООО Ромашка|7714843760||+74950010203||Тула", "ООО Ромашка|7707083893||+74950010203||Тула"], ""
    ),
    ("two forms", ["ООО Ромашка|||+74950010203||Тула", "АО Ромашка|||+74950010203||Тула"], "1~2"),
    ("shops of a chain", ["ООО Ромашка|||88002000600||Тула", "ООО Ромашка|||88002000600||Пермь"], "1~2"),
    (
      "a slip in the name",
      ["ООО Стройсервис|||+74950010203||Тула", "ООО Стройсрвис|||+7 (495) 001-02-03||Тула"], "1=2"
    ),
  ])
  func firms(_ title: String, _ rows: [String], _ expected: String) {
    let header = "org_name inn kpp phone email city"
    #expect(told(rows, among: Self.firms, header: header) == expected, "\(title)")
  }

  private func told(_ rows: [String], among others: [[String]], header: String) -> String {
    let own = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    let table = CSVTable(header: header.split(separator: " ").map(String.init), rows: own + others)
    return table.link(nicknames: TruthSets.nicknames).links
      .filter { $0.verdict != .different && $0.rowA < rows.count }
      .map { "\($0.rowA + 1)\($0.verdict == .same ? "=" : "~")\($0.rowB + 1)" }.joined(separator: " ")
  }

  private static let crowd: [[String]] = {
    let base = InventedBase(clients: 100, seed: 7, copies: 12)
    return base.table.rows.enumerated().map { place, row in
      [row[2], row[1], "", row[3], row[4], row[5], "Полевая \(place % 100)", "Клин"]
    }
  }()

  private static let firms: [[String]] = {
    var numbers = Numbers(seed: 3)
    let starts = "Север Вектор Гранит Импульс Квант Лидер Маяк Орион Пульс Рубин".split(separator: " ")
    let ends = "строй торг сервис мед снаб пром тех авто дом софт".split(separator: " ")
    return (0..<100).map { place in
      [
        "ООО \(starts[place / 10])\(ends[place % 10])", "", "",
        "+7812\(Int.random(in: 1_000_000..<9_999_999, using: &numbers))", "", "Клин",
      ]
    }
  }()
}
