/// The base of a wholesaler, as its Access file was exported after fourteen years of use by six managers.
func inheritedAccess() -> SampleCase {
  let base = Clientele(
    ClienteleSize(
      ordinary: 1010, duplicates: 122, exactCopies: 38, branches: 12, families: 8, sharedPhones: 9,
      namesakes: 6, owners: 10, keyOnlyRows: 5, orphans: 8, mostOrders: 8),
    seed: 0x0001_ACCE_55)
  var typist = base.typist
  // Deleted rows left gaps in the autonumber; the orphans point into them.
  var keys: [Int] = []
  var gaps: [Int] = []
  for _ in base.rows {
    var key = (keys.last ?? 0) + 1
    while typist.dice.chance(4) {
      gaps.append(key)
      key += 1
    }
    keys.append(key)
  }
  var truth: [TruthRow] = []
  let clients = zip(base.rows, keys).map { row, key in
    accessRow(row, key: key, isRegular: typist.dice.chance(12))
  }
  for (index, row) in base.rows.enumerated() {
    truth.append(
      TruthRow(
        file: "clients.xml", table: "Клиенты", unit: "record", number: index + 1, client: row.client,
        isClientRow: true, dirt: row.dirt))
  }
  var orders: [[Value]] = []
  for (index, order) in base.orders.enumerated() {
    let key = order.row.map { keys[$0] } ?? typist.dice.pick(gaps)
    orders.append([
      .integer(Int64(index + 1)), .integer(Int64(key)), .date(order.day), .real(Double(order.kopecks) / 100),
      .text(order.status.rawValue),
    ])
    truth.append(
      TruthRow(
        file: "clients.xml", table: "Заказы", unit: "record", number: index + 1,
        client: order.row.flatMap { base.rows[$0].client }, isClientRow: false,
        dirt: order.row == nil ? [.orphan] : []))
  }
  let xml = accessXML(
    [
      AccessTable(
        name: "Клиенты", columns: clientColumns,
        indexes: [("PrimaryKey", "Код", true), ("ИНН", "ИНН", false)],
        rows: clients),
      AccessTable(
        name: "Заказы",
        columns: [
          ("Код", .autonumber), ("Код клиента", .longInteger), ("Дата", .datetime), ("Сумма", .currency),
          ("Статус", .text),
        ], indexes: [("PrimaryKey", "Код", true), ("Код клиента", "Код клиента", false)], rows: orders),
    ], generated: "2026-11-20T18:04:11")
  return SampleCase(
    name: "inherited-access", files: [("clients.xml", xml)], truth: truth, judge: base.judge,
    about: "the base of a wholesaler, exported from Access with its schema after fourteen years of use",
    facts: [("rows of «Клиенты»", clients.count), ("rows of «Заказы»", orders.count)])
}

private let clientColumns: [(name: String, kind: AccessTable.Kind)] = [
  ("Код", .autonumber), ("Наименование", .text), ("ИНН", .text), ("КПП", .text), ("ОГРН", .text),
  ("Р/с", .text),
  ("БИК", .text), ("Контактное лицо", .text), ("Телефон", .text), ("E-mail", .text), ("Адрес", .text),
  ("Менеджер", .text), ("Дата создания", .datetime), ("Дата последнего контакта", .text),
  ("Задолженность", .text),
  ("Скидка", .text), ("Согласие", .text), ("Постоянный", .yesNo), ("Примечание", .memo),
]

private func accessRow(_ row: ClientRow, key: Int, isRegular: Bool) -> [Value] {
  var cells: [Value] = [.integer(Int64(key))]
  for field in [
    Field.name, .inn, .kpp, .ogrn, .account, .bic, .person, .phone, .email, .address, .manager,
  ] {
    cells.append(row[field].value)
  }
  cells.append(row.client == nil ? .null : .date(row.created))
  for field in [Field.contact, .debt, .discount, .consent] { cells.append(row[field].value) }
  cells.append(.integer(isRegular && row.client != nil ? 1 : 0))
  return cells + [row[.note].value]
}
