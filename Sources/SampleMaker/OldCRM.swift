/// The database of a CRM program that is to be left: clients, contacts and orders, linked by foreign keys.
func oldCRM() throws -> SampleCase {
  let base = Clientele(
    ClienteleSize(
      ordinary: 650, duplicates: 80, exactCopies: 25, branches: 8, families: 4, sharedPhones: 6, namesakes: 4,
      owners: 8, keyOnlyRows: 3, orphans: 6, mostOrders: 16),
    seed: 0x0001_0C12_11)
  var typist = base.typist
  var truth: [TruthRow] = []
  var clients: [[Value]] = []
  var ids: [Int] = []
  for row in base.rows {
    let id = (ids.last ?? 100) + (typist.dice.chance(6) ? 2 : 1)
    ids.append(id)
    var dirt = row.dirt
    clients.append(crmRow(row, id: id, dice: &typist.dice, dirt: &dirt))
    truth.append(
      TruthRow(
        file: "crm.sqlite", table: "clients", unit: "rowid", number: id, client: row.client,
        isClientRow: true,
        dirt: dirt))
  }
  let people = contacts(of: base, typist: &typist)
  for (index, contact) in people.enumerated() {
    truth.append(
      TruthRow(
        file: "crm.sqlite", table: "contacts", unit: "rowid", number: index + 1,
        client: base.rows[contact.row].client, isClientRow: false, dirt: contact.dirt))
  }
  var orders: [[Value]] = []
  for (index, order) in base.orders.enumerated() {
    var dirt: [Dirt] = order.row == nil ? [.orphan] : []
    let client = order.row.map { ids[$0] } ?? 90_000 + typist.dice.below(400)
    let day = typist.dice.weighted([(88, Cell(order.day.iso)), (12, Cell(order.day.dotted, .dateAsText))])
    let amount = crmAmount(order.kopecks, typist: &typist)
    dirt += day.dirt + amount.dirt
    orders.append([
      .integer(Int64(index + 1)), .integer(Int64(client)), day.value, amount.value, .text("RUB"),
      .text(order.status.english),
    ])
    truth.append(
      TruthRow(
        file: "crm.sqlite", table: "orders", unit: "rowid", number: index + 1,
        client: order.row.flatMap { base.rows[$0].client }, isClientRow: false, dirt: dirt))
  }
  let contactRows: [[Value]] = people.enumerated().map { index, contact in
    [.integer(Int64(index + 1)), .integer(Int64(ids[contact.row]))] + contact.cells
  }
  let bytes = try databaseBytes([
    ("clients", crmClients, clients), ("contacts", crmContacts, contactRows), ("orders", crmOrders, orders),
  ])
  return SampleCase(
    name: "old-crm", files: [("crm.sqlite", bytes)], truth: truth, judge: base.judge,
    about:
      "the database of a CRM program that is to be left: three tables with foreign keys, mixed storage classes",
    facts: [
      ("rows of clients", clients.count), ("rows of contacts", people.count),
      ("rows of orders", orders.count),
    ])
}

private let crmClients = """
  CREATE TABLE clients (
    id INTEGER PRIMARY KEY,
    company_name TEXT, inn, kpp TEXT, ogrn, bank_account TEXT, bik TEXT, director TEXT, phone, email TEXT,
    address TEXT, manager TEXT, created_at TEXT, last_contact_date TEXT, balance, discount, consent, comment TEXT)
  """
private let crmContacts = """
  CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES clients(id),
    full_name TEXT, job_title TEXT, phone, email TEXT, birth_date TEXT)
  """
private let crmOrders = """
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    client_id INTEGER REFERENCES clients(id),
    order_date TEXT, amount NUMERIC, currency TEXT, status TEXT)
  """

/// The row as the program stores it: bare digits became integers and lost their zeros, answers became 0 and 1.
private func crmRow(_ row: ClientRow, id: Int, dice: inout Dice, dirt: inout [Dirt]) -> [Value] {
  func stored(_ value: Value, _ tag: Dirt?) -> Value {
    guard let text = value.text, let number = Int64(text), String(number).count >= text.count - 1 else {
      return value
    }
    if let tag { dirt.append(tag) }
    return .integer(number)
  }
  let innIsDigits = (row[.inn].value.text ?? "").allSatisfy(\.isNumber)
  let losesZero = innIsDigits && (row[.inn].value.text ?? "").hasPrefix("0")
  let phone = dice.chance(60) ? stored(row[.phone].value, .phoneNumber) : row[.phone].value
  let consent: Value =
    switch row[.consent].value.text {
    case "да"?: .integer(1)
    case "нет"?: .integer(0)
    default: row[.consent].value
    }
  let created = "\(row.created.iso) \(padded(8 + id % 11, 2)):\(padded(id * 7 % 60, 2)):00"
  let cells: [Value] = [
    row[.name].value, stored(row[.inn].value, losesZero ? .innLostZero : nil), row[.kpp].value,
    stored(row[.ogrn].value, nil), row[.account].value, row[.bic].value, row[.person].value, phone,
    row[.email].value, row[.address].value, row[.manager].value,
    row.client == nil ? .null : .text(created), row[.contact].value, row[.debt].value,
    stored(row[.discount].value, nil), consent, row[.note].value,
  ]
  return [.integer(Int64(id))] + cells
}

private func crmAmount(_ kopecks: Int, typist: inout Typist) -> Cell {
  guard typist.dice.chance(12) else {
    return Cell(value: kopecks % 100 == 0 ? .integer(Int64(kopecks / 100)) : .real(Double(kopecks) / 100))
  }
  var cell = typist.money(kopecks)
  // The column's numeric affinity turns `1500.00` into a number by itself.
  if !cell.dirt.isEmpty { cell.dirt.append(.moneyAsText) }
  return cell
}
