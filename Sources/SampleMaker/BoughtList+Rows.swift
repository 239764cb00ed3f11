/// The cells of an entry in the workbook; a blank entry has none.
func sheetCells(_ entry: Entry, number: Int) -> [Cell] {
  guard let client = entry.person else { return [] }
  var typist = Typist(seed: entry.seed)
  var cells = [Cell(value: .integer(Int64(number)))]
  var name = typist.person(client.person, isWhole: client.isKept)
  if typist.dice.chance(10) { name = typist.smear(name, allowsMojibake: false) }
  cells.append(name)
  cells.append(typist.hasBirth(client) ? typist.sheetDay(client.birth) : .null)
  let channels = typist.channels(client)
  cells.append(typist.sheetPhone(channels.phone, client))
  cells.append(channels.email)
  cells.append(typist.dice.chance(94) ? Cell(client.place.city.name) : .null)
  cells.append(typist.sheetINN(client))
  cells.append(
    typist.dice.chance(70)
      ? Cell(
        value: .integer(Int64(typist.dice.number(in: 1...max(2, min(24, 2006 - client.birth.parts.year))))))
      : .null)
  let kopecks = typist.dice.number(in: 12...900) * 5000
  var sum = typist.dice.chance(20) ? typist.money(kopecks) : Cell(value: .real(Double(kopecks) / 100))
  if sum.value.text != nil { sum.dirt.append(.moneyAsText) }
  cells.append(typist.dice.chance(70) ? sum : .null)
  cells.append(entry.contact.map { typist.sheetDay($0) } ?? typist.noDay())
  cells.append(typist.dice.chance(30) ? .null : typist.answer(typist.dice.chance(80)))
  var note = typist.note()
  if typist.dice.chance(10) { note = typist.smear(note, allowsMojibake: true) }
  return cells + [note]
}

/// The cells of an entry in the CSV file; all are texts that windows-1251 can hold.
func csvCells(_ entry: Entry) -> [Cell] {
  guard let client = entry.person else { return [Cell](repeating: .null, count: 9) }
  var typist = Typist(seed: entry.seed)
  var cells = typist.nameParts(client)
  cells.append(typist.hasBirth(client) ? typist.day(client.birth) : .null)
  let channels = typist.channels(client)
  cells += [channels.phone, channels.email]
  var address = typist.address(client.place)
  if typist.dice.chance(12) {
    address = typist.encodable(typist.smear(address, allowsMojibake: true), or: address)
  }
  cells.append(address)
  cells.append(entry.contact.map { typist.day($0) } ?? typist.noDay())
  var note = typist.note()
  if typist.dice.chance(10) { note = typist.encodable(typist.smear(note, allowsMojibake: true), or: note) }
  return cells + [note]
}

extension Typist {
  /// Whether the row tells the day of birth: always where it tells namesakes apart.
  fileprivate mutating func hasBirth(_ client: Client) -> Bool { client.isKept || dice.chance(70) }

  /// Phone and e-mail, one of them beyond doubt where the client has a channel.
  fileprivate mutating func channels(_ client: Client) -> (phone: Cell, email: Cell) {
    guard client.hasChannel else { return (deadPhone(), deadEmail()) }
    if let email = client.email, !client.isKept, dice.chance(12) { return (deadPhone(), Cell(email)) }
    let phone = callablePhones(client.phones, isCity: false)
    guard let email = client.email else { return (phone, dice.chance(20) ? deadEmail() : .null) }
    if !client.isKept, dice.chance(6), let typo = mistypedDomain(email) { return (phone, typo) }
    return (phone, self.email(email))
  }

  /// A day as a date cell, or as the text that somebody typed over it.
  fileprivate mutating func sheetDay(_ day: Day) -> Cell {
    guard dice.chance(24) else { return Cell(value: .date(day)) }
    var cell = self.day(day)
    cell.dirt.append(.dateAsText)
    return cell
  }

  /// A phone as Excel keeps it: bare digits are a number, half of the other single ones too.
  fileprivate mutating func sheetPhone(_ cell: Cell, _ client: Client) -> Cell {
    guard let text = cell.value.text else { return cell }
    if let number = Int64(text) { return Cell(value: .integer(number), dirt: cell.dirt + [.phoneNumber]) }
    let isPlain = !cell.dirt.contains { [.phoneSeveral, .phoneExtension, .phoneTail].contains($0) }
    guard client.hasChannel, isPlain, cell.dirt.isEmpty, dice.chance(60) else { return cell }
    let (dirt, prefix) = dice.weighted([
      (60, (Dirt.phoneEightDigits, "8")), (40, (Dirt.phoneSevenDigits, "7")),
    ])
    guard let number = Int64(prefix + client.phones[0].national), text.hasPrefix("+7 (") else { return cell }
    return Cell(value: .integer(number), dirt: [dirt, .phoneNumber])
  }

  /// ИНН as Excel keeps it: a number without its leading zero, or a text.
  fileprivate mutating func sheetINN(_ client: Client) -> Cell {
    guard dice.chance(58) else { return .null }
    let cell = inn(client.inn, isKept: client.isKept)
    guard let text = cell.value.text, let number = Int64(text), dice.chance(85) else { return cell }
    let losesZero = text.hasPrefix("0") && number > 0 && !cell.dirt.contains(.innLostZero)
    return Cell(value: .integer(number), dirt: cell.dirt + (losesZero ? [.innLostZero] : []))
  }

  /// Surname, given name and patronymic in three cells, or not quite.
  fileprivate mutating func nameParts(_ client: Client) -> [Cell] {
    let person = client.person
    let (surname, first, patronymic) = (person.surname, person.first, person.patronymic)
    var ways: [(weight: Int, choice: [Cell])] = [
      (66, [Cell(surname), Cell(first), Cell(patronymic)]),
      (
        7,
        [
          Cell(surname.uppercased(), .personCapitals), Cell(first.uppercased()),
          Cell(patronymic.uppercased()),
        ]
      ),
      (6, [Cell(person.full), .null, .null]),
      (3, [Cell("\(surname) ", .edgeSpace), Cell(first), Cell(patronymic)]),
    ]
    if !client.isKept {
      ways += [
        (8, [Cell(surname), Cell(first, .personNoPatronymic), .null]),
        (5, [Cell(surname, .personInitials), Cell("\(first.prefix(1))."), Cell("\(patronymic.prefix(1)).")]),
        (3, [Cell(surname), Cell(person.shortFirst, .personDiminutive), .null]),
        (2, [Cell(latin(surname), .personLatin), Cell(latin(first)), .null]),
      ]
    }
    var cells = dice.weighted(ways)
    let withoutYo = cells.map { cell in
      Cell(
        value: cell.value.text.map { .text($0.replacing("ё", with: "е").replacing("Ё", with: "Е")) }
          ?? cell.value,
        dirt: cell.dirt)
    }
    if withoutYo != cells, dice.chance(50) {
      cells = withoutYo
      cells[0].dirt.append(.personYo)
    }
    return cells
  }

  /// The cell, unless windows-1251 cannot hold it.
  fileprivate func encodable(_ cell: Cell, or other: Cell) -> Cell {
    Windows1251.encode(cell.value.text ?? "") == nil ? other : cell
  }
}
