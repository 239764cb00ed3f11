/// A person at a client's, in the contacts table of the old CRM.
struct Contact {
  /// Index of the client row it hangs on.
  var row: Int
  /// Name, job, phone, e-mail, day of birth.
  var cells: [Value]
  var dirt: [Dirt]
}

/// None to four contacts for every client row, some of them typed twice.
///
/// Nobody at a client without a channel has one either, so that contacts never change a client's status.
/// - Complexity: O(rows).
func contacts(of base: Clientele, typist: inout Typist) -> [Contact] {
  var contacts: [Contact] = []
  for (index, row) in base.rows.enumerated() {
    guard let number = row.client else { continue }
    let client = base.clients[number - 1]
    let isCopy = row.about.contains(.duplicateExact)
    for place in 0..<(isCopy ? 1 : typist.dice.weighted([(18, 0), (38, 1), (26, 2), (12, 3), (4, 4)])) {
      let person = place == 0 ? client.person : typist.dice.person()
      let job = typist.dice.pick([
        "директор", "бухгалтер", "менеджер", "снабжение", "секретарь", "Главный инженер",
      ])
      let phone = client.hasChannel ? place == 0 ? client.phones[1] : typist.dice.mobilePhone() : nil
      let email = client.hasChannel && typist.dice.chance(60) ? typist.dice.email(of: person, firm: nil) : nil
      let isOwner = place == 0 && client.kind != .firm
      let birth =
        isOwner
        ? client.birth
        : Day(
          typist.dice.number(in: 1958...2002), typist.dice.number(in: 1...12), typist.dice.number(in: 1...28))
      let hasBirth = typist.dice.chance(45)
      for copy in 0...(typist.dice.chance(4) ? 1 : 0) {
        let name = typist.person(person, isWhole: copy == 0)
        let phoneCell = phone.map { typist.phone($0) } ?? .null
        let emailCell = email.map { typist.email($0) } ?? .null
        let birthCell = hasBirth ? typist.day(birth) : .null
        let cells: [Cell] = [
          name, place == 0 && client.kind != .firm ? Cell("директор") : Cell(job), phoneCell, emailCell,
          birthCell,
        ]
        contacts.append(
          Contact(
            row: index, cells: cells.map(\.value),
            dirt: (copy == 1 ? [.duplicateSpelling] : []) + cells.flatMap(\.dirt)))
      }
    }
  }
  return contacts
}
