/// The fields of a client row, whatever the case calls its columns.
enum Field: Int, CaseIterable {
  case name, inn, kpp, ogrn, account, bic, person, phone, email, address, manager, contact, debt, discount
  case consent, note
}

/// One row of a clients table before it is laid out in the case's own columns.
struct ClientRow {
  /// Number of the true client; nil for a row that is nobody's.
  var client: Int?
  /// When the row was entered.
  var created: Day
  /// The day in its cell of the last contact, if there is a real one.
  var contact: Day?
  /// Whether a valid phone or e-mail stands in it.
  var reaches = false
  private var cells = [Cell](repeating: .null, count: Field.allCases.count)
  /// What is to be said of the row as a whole.
  var about: [Dirt] = []

  init(client: Int?, created: Day) {
    self.client = client
    self.created = created
  }

  subscript(field: Field) -> Cell {
    get { cells[field.rawValue] }
    set { cells[field.rawValue] = newValue }
  }

  /// All dirt of the row, in the order of its fields.
  var dirt: [Dirt] { about + cells.flatMap(\.dirt) }
}

extension Typist {
  /// The client's row as typed by somebody who heard of him last on `contact`.
  mutating func row(_ client: Client, contact: Day?) -> ClientRow {
    var row = ClientRow(client: client.number, created: client.pace.created)
    let isPerson = client.kind == .person
    switch client.kind {
    case .firm: row[.name] = company(client.form, client.core)
    case .entrepreneur: row[.name] = entrepreneur(client.person)
    case .person: row[.name] = person(client.person, isWhole: true)
    }
    if !isPerson {
      let absent = client.isKept ? 0 : 14
      row[.inn] = inn(client.inn, isKept: client.isKept)
      if client.kind == .firm {
        let wrongKPP = client.isKept ? client.kpp : String(client.kpp.dropLast())
        row[.kpp] = number(client.kpp, wrong: wrongKPP, dirt: .kppWrong, absent: absent)
        if client.isKept { row[.kpp].dirt = [] }
      }
      row[.ogrn] = number(
        client.ogrn, wrong: withWrongLastDigit(client.ogrn), dirt: .ogrnWrongCheck, absent: 20)
      row[.account] = number(
        client.account, wrong: withWrongLastDigit(client.account), dirt: .accountWrongKey, absent: 40)
      row[.bic] = row[.account] == .null ? .null : Cell(client.bic)
      row[.person] = dice.chance(88) ? person(client.person) : .null
    }
    fillChannels(client, into: &row)
    row[.address] = address(client.place)
    row[.manager] = dice.chance(92) ? Cell(client.manager) : .null
    row[.contact] = contact.map { day($0) } ?? noDay()
    row.contact = contact
    row[.debt] = debt(of: client)
    row[.discount] = discount()
    row[.consent] = dice.chance(35) ? .null : answer(dice.chance(82))
    row[.note] = note()
    if dice.chance(12) {
      let field = dice.pick([Field.name, .person, .address, .address, .note, .manager])
      row[field] = smear(row[field], allowsMojibake: field != .name && field != .person)
    }
    if let lookalike = client.lookalike { row.about.append(lookalike) }
    if row[.debt].value != .null { row.about.append(.debt) }
    return row
  }

  /// Phone and e-mail, so that a client with a channel has one that is beyond doubt, and another has none.
  private mutating func fillChannels(_ client: Client, into row: inout ClientRow) {
    guard client.hasChannel else {
      row[.phone] = deadPhone()
      row[.email] = deadEmail()
      row.about.append(.noChannel)
      return
    }
    row.reaches = true
    if let email = client.email, !client.isKept, dice.chance(16) {
      row[.phone] = deadPhone()
      row[.email] = Cell(email)
      return
    }
    row[.phone] = callablePhones(client.phones, isCity: client.phones[0].rest.hasPrefix("0"))
    guard let email = client.email else {
      row[.email] = dice.chance(15) ? deadEmail() : .null
      return
    }
    row[.email] = self.email(email)
    if !client.isKept, dice.chance(6), let typo = mistypedDomain(email) { row[.email] = typo }
  }

  private mutating func debt(of client: Client) -> Cell {
    dice.chance(client.pace.last == nil ? 1 : 9) ? money(dice.number(in: 40_000...28_000_000)) : .null
  }
}
