/// Two lists of confectioners that were bought from different sellers: a workbook and a windows-1251 CSV.
///
/// About 150 people stand in both.
func boughtList() throws -> SampleCase {
  var market = Market(seed: 0x0001_B0_06_47)
  let inBoth = 150
  market.enroll(518 + 302)
  let inWorkbook = Array(market.people.prefix(518))
  let inCSV = Array(market.people.prefix(inBoth)) + Array(market.people.suffix(302))
  var sheet = market.entries(of: inWorkbook, fuzzy: 56, exact: 18)
  var lines = market.entries(of: inCSV, fuzzy: 32, exact: 12)
  for index in lines.indices where (lines[index].client ?? .max) <= inBoth {
    lines[index].about.append(.duplicateOtherFile)
  }
  sheet = market.typist.dice.shuffled(sheet).withBlanks(at: [131, 388, 389, 571])
  lines = market.typist.dice.shuffled(lines).withBlanks(at: [77, 240, 463])

  var judge = Judge()
  for entry in sheet + lines {
    judge.see(entry.client, on: entry.contact)
    judge.see(entry.client, reaches: entry.reaches)
  }
  var truth: [TruthRow] = []
  var rows: [[Value]] = []
  for (index, entry) in sheet.enumerated() {
    let cells = sheetCells(entry, number: index + 1)
    rows.append(cells.map(\.value))
    truth.append(
      TruthRow(
        file: "list.xlsx", table: "Кондитеры", unit: "row", number: index + 4, client: entry.client,
        isClientRow: true, dirt: entry.about + cells.flatMap(\.dirt)))
  }
  var text = csvHeader.joined(separator: ";") + "\r\n"
  var line = 2
  for entry in lines {
    let cells = csvCells(entry)
    let record = cells.map { csvText($0.value) }.joined(separator: ";")
    text += record + "\r\n"
    truth.append(
      TruthRow(
        file: "list-2.csv", table: "", unit: "line", number: line, client: entry.client, isClientRow: true,
        dirt: entry.about + cells.flatMap(\.dirt)))
    line += 1 + record.count { $0.isNewline }
  }
  guard let csv = Windows1251.encode(text) else { throw UnencodableText() }
  let workbook = try workbookBytes(
    sheet: "Кондитеры", title: "БАЗА: частные кондитеры РФ, актуальность 10.2026, 600 контактов",
    header: sheetHeader, rows: rows)
  return SampleCase(
    name: "bought-list", files: [("list.xlsx", workbook), ("list-2.csv", csv)], truth: truth, judge: judge,
    about:
      "two bought lists of confectioners, a workbook and a windows-1251 CSV with `;`, with people in common",
    facts: [
      ("rows of list.xlsx", sheet.count), ("rows of list-2.csv", lines.count),
      ("people in both lists", inBoth),
    ])
}

/// Says that a sample text has a character that windows-1251 has not.
struct UnencodableText: Error {}

private let sheetHeader = [
  "№ п/п", "ФИО", "Дата рождения", "Телефон", "E-mail", "Город", "ИНН", "Стаж, лет", "Сумма покупок",
  "Последний контакт", "Согласие на обработку ПДн", "Комментарий",
]
private let csvHeader = [
  "Фамилия", "Имя", "Отчество", "Д.Р.", "Моб. тел.", "E-mail", "Почтовый адрес", "Последний звонок",
  "Примечание",
]

/// A field of a list with `;`, quoted where it must be (RFC 4180 §2).
private func csvText(_ value: Value) -> String {
  let text = value.text ?? ""
  guard text.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline }) else { return text }
  return "\"\(text.replacing("\"", with: "\"\"").replacing("\n", with: "\r\n"))\""
}

extension [Entry] {
  /// The entries with wholly blank ones put in at those places.
  fileprivate func withBlanks(at places: [Int]) -> [Entry] {
    var entries = self
    for place in places { entries.insert(Entry(client: nil, person: nil), at: place) }
    return entries
  }
}
