extension Typist {
  /// The same client typed in a second time by somebody who did not look him up.
  ///
  /// What stays readable in both rows (`isKept`) is enough to know him again: a valid ИНН, or phone and name,
  /// or phone and e-mail.
  mutating func duplicate(of client: Client, contact: Day?, after created: Day) -> ClientRow {
    var other = client
    other.pace.created = created
    other.lookalike = nil
    var kinds: [(weight: Int, choice: Dirt)] = [
      (34, .duplicateSpelling), (34, .duplicateTypo), (16, .duplicateLatin),
    ]
    if client.kind != .person { kinds.append((16, .duplicateOtherPhone)) }
    if client.kind != .firm, client.person.isWoman { kinds.append((80, .duplicateMaiden)) }
    let kind = dice.weighted(kinds)
    switch kind {
    case .duplicateTypo where client.kind == .firm: other.core = typo(client.core)
    case .duplicateTypo: other.person.surname = typo(client.person.surname)
    case .duplicateOtherPhone: other.phones = client.phones.reversed()
    case .duplicateMaiden: other.person.surname = client.person.maiden
    default: break
    }
    if kind != .duplicateMaiden, dice.chance(35) { other.email = nil }
    var row = row(other, contact: contact)
    row.about.append(kind)
    let forgetsINN = kind == .duplicateSpelling || kind == .duplicateMaiden ? 35 : 0
    if kind == .duplicateLatin || dice.chance(forgetsINN) {
      for field in [Field.inn, .kpp, .ogrn, .account, .bic] { row[field] = .null }
    }
    switch kind {
    case .duplicateTypo where client.kind == .firm: row[.name].dirt.append(.nameTypo)
    case .duplicateTypo: row[.name].dirt.append(.personTypo)
    case .duplicateLatin:
      row[.name] =
        client.kind == .firm
        ? Cell(latin(client.core), .nameLatin, .nameNoForm) : Cell(latin(client.person.full), .personLatin)
    default: break
    }
    return row
  }
}
