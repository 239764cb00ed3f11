/// A row of a bought list before it is laid out in the list's own columns.
struct Entry {
  /// Number of the true client; nil for a blank row.
  var client: Int?
  /// The client as this row knows him.
  var person: Client?
  var contact: Day?
  var reaches = false
  var about: [Dirt]
  /// Seed of the typist of this row; a copy has the same, and so the same cells.
  var seed: UInt64 = 0

  init(client: Int?, person: Client?, about: [Dirt] = []) {
    self.client = client
    self.person = person
    self.about = person == nil ? [.blankRow] : about
  }
}

/// The people of one trade, and those who typed them into lists.
struct Market {
  private(set) var people: [Client] = []
  var typist: Typist

  init(seed: UInt64) { typist = Typist(seed: seed) }

  /// Adds that many people; families and namesakes among the last of them.
  mutating func enroll(_ count: Int) {
    while people.count < count {
      let place = people.count
      var client = typist.dice.client(.person, number: place + 1, core: "")
      client.phones = [typist.dice.mobilePhone(), typist.dice.mobilePhone()]
      client.isKept = place < 150 || place % 7 == 0
      client.hasChannel = client.isKept || !typist.dice.chance(8)
      let previous = place > 0 && place % 41 == 0 ? people[place - 1] : nil
      if let previous, place % 2 == 0 {
        let surname = previous.person.surname
        repeat {
          client.person = typist.dice.person(isWoman: previous.person.isWoman, surname: (surname, surname))
        } while client.person.first == previous.person.first
        (client.place, client.phones, client.email) = (previous.place, previous.phones, nil)
        (client.isKept, client.hasChannel) = (true, true)
        mark(place - 1, &client, .differentFamily)
      } else if let previous {
        client.person = previous.person
        client.email = nil
        client.hasChannel = true
        client.isKept = true
        mark(place - 1, &client, .differentNamesake)
      }
      people.append(client)
    }
  }

  private mutating func mark(_ previous: Int, _ client: inout Client, _ dirt: Dirt) {
    people[previous].lookalike = dirt
    people[previous].isKept = true
    people[previous].hasChannel = true
    client.lookalike = dirt
  }

  /// One entry for each, some once more with a change, and some copied cell by cell.
  mutating func entries(of clients: [Client], fuzzy: Int, exact: Int) -> [Entry] {
    var entries: [Entry] = []
    for client in clients { entries.append(entry(client, about: client.lookalike.map { [$0] } ?? [])) }
    let kept = clients.filter { $0.isKept && $0.lookalike == nil }
    for client in typist.dice.shuffled(kept).prefix(fuzzy) {
      var other = client
      let kind = typist.dice.weighted([
        (40, Dirt.duplicateTypo), (30, .duplicateSpelling), (15, .duplicateLatin),
        (client.person.isWoman ? 25 : 0, .duplicateMaiden),
      ])
      switch kind {
      case .duplicateTypo: other.person.surname = typist.typo(client.person.surname)
      case .duplicateMaiden: other.person.surname = client.person.maiden
      case .duplicateLatin:
        other.person.surname = latin(client.person.surname)
        other.person.first = latin(client.person.first)
        other.person.patronymic = latin(client.person.patronymic)
      default: break
      }
      entries.append(entry(other, about: [kind]))
    }
    for original in typist.dice.shuffled(entries).prefix(exact) {
      var copy = original
      copy.about = copy.about.filter { !$0.rawValue.hasPrefix("duplicate") } + [.duplicateExact]
      entries.append(copy)
    }
    return entries
  }

  private mutating func entry(_ client: Client, about: [Dirt]) -> Entry {
    var entry = Entry(client: client.number, person: client, about: about)
    entry.reaches = client.hasChannel
    entry.contact = typist.dice.chance(85) ? client.pace.last : nil
    entry.seed = typist.dice.next()
    if !client.hasChannel { entry.about.append(.noChannel) }
    return entry
  }
}
