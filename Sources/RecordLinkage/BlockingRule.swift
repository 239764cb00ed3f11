import Tables

/// What two records must share to be compared at all; surest first.
enum BlockingRule: Int, CaseIterable, Sendable {
  case inn, ogrn, personalID, email, phone, handle, fullName, org
  case surnameBirth, givenBirth, birthPostcode, postcodeSurname, postcodeGiven, address, nameStart, emailName
  case surnameCity, givenCityBirthYear, phoneEnd, orgWords

  /// Its name in notes, after the fields it looks at.
  var name: String {
    switch self {
    case .inn: "inn"
    case .ogrn: "ogrn"
    case .personalID: "document"
    case .email: "email"
    case .phone: "phone"
    case .handle: "handle"
    case .fullName: "first_name+last_name"
    case .org: "org_name"
    case .surnameBirth: "last_name+birth_date"
    case .givenBirth: "first_name+birth_date"
    case .birthPostcode: "birth_date+postal_code"
    case .postcodeSurname: "postal_code+last_name"
    case .postcodeGiven: "postal_code+first_name"
    case .address: "address"
    case .nameStart: "start of names"
    case .emailName: "name in email"
    case .surnameCity: "last_name+city"
    case .givenCityBirthYear: "first_name+city+birth year"
    case .phoneEnd: "end of phone+first_name"
    case .orgWords: "rare words of org_name"
    }
  }
}

/// Makes the keys of each rule; 0 is no key.
struct BlockingKeys: Sendable {
  private let evidence: Evidence
  private let wordCounts: [UInt64: UInt32]

  init(_ evidence: Evidence) {
    self.evidence = evidence
    var counts: [UInt64: UInt32] = [:]
    for id in evidence.org where id != 0 {
      let name = evidence.orgs.utf8(id)
      for word in NameParts.words(of: name) { counts[Hash64.bytes(name.extracting(word)), default: 0] += 1 }
    }
    wordCounts = counts
  }

  /// Adds the keys of a record.
  func append(_ rule: BlockingRule, _ record: Int, to keys: inout [UInt64]) {
    let evidence = evidence
    let given = evidence.names.hash(evidence.given[record])
    let surname = evidence.names.hash(evidence.surname[record])
    let birth = evidence.dates.hash(evidence.birth[record])
    let postcode = evidence.places.hash(evidence.postcode[record])
    switch rule {
    case .inn: add(evidence.codes.hash(evidence.inn[record]), to: &keys)
    case .ogrn: add(evidence.codes.hash(evidence.ogrn[record]), to: &keys)
    case .personalID: add(evidence.codes.hash(evidence.personalID[record]), to: &keys)
    case .email:
      for place in evidence.email.range(record) {
        add(evidence.emails.hash(evidence.email[place]), to: &keys)
      }
    case .phone:
      for place in evidence.phone.range(record) {
        add(evidence.phones.hash(evidence.phone[place]), to: &keys)
      }
    case .handle:
      for place in evidence.handle.range(record) {
        add(evidence.handles.hash(evidence.handle[place]), to: &keys)
      }
    // The sum does not know first from last, so swapped names meet.
    case .fullName: if given != 0, surname != 0 { add(given &+ surname, to: &keys) }
    case .org: add(evidence.orgs.hash(evidence.org[record]), to: &keys)
    case .surnameBirth: add(surname, birth, to: &keys)
    case .givenBirth: add(given, birth, to: &keys)
    case .birthPostcode: add(birth, postcode, to: &keys)
    case .postcodeSurname: add(postcode, surname, to: &keys)
    case .postcodeGiven: add(postcode, given, to: &keys)
    case .address: add(evidence.places.hash(evidence.address[record]), to: &keys)
    case .nameStart:
      add(
        start(evidence.given[record], 3) &+ start(evidence.surname[record], 3), birthYear(record), to: &keys)
    case .emailName:
      for place in evidence.email.range(record) { add(localPart(evidence.email[place]), to: &keys) }
    case .surnameCity: add(surname, evidence.places.hash(evidence.city[record]), to: &keys)
    case .givenCityBirthYear:
      add(
        Hash64.join(given, evidence.places.hash(evidence.city[record])), given == 0 ? 0 : birthYear(record),
        to: &keys)
    case .phoneEnd:
      for place in evidence.phone.range(record) {
        let phone = evidence.phones.utf8(evidence.phone[place])
        guard phone.count >= 7 else { continue }
        add(
          Hash64.bytes(phone.extracting((phone.count - 4)..<phone.count)), start(evidence.given[record], 2),
          to: &keys)
      }
    case .orgWords: addRareWords(record, to: &keys)
    }
  }

  /// Keys that split a block too big for pairs: each thing that two records of one client are likely to share.
  func refinements(_ key: UInt64, _ record: Int, to keys: inout [UInt64]) {
    for (tag, hash) in [
      evidence.dates.hash(evidence.birth[record]), evidence.places.hash(evidence.postcode[record]),
      evidence.places.hash(evidence.address[record]), evidence.names.hash(evidence.middle[record]),
      evidence.names.hash(evidence.given[record]), evidence.orgs.hash(evidence.org[record]),
    ].enumerated() where hash != 0 {
      add(Hash64.join(Hash64.join(key, UInt64(tag + 1)), hash), to: &keys)
    }
  }

  private func add(_ key: UInt64, to keys: inout [UInt64]) { if key != 0 { keys.append(key) } }

  private func add(_ first: UInt64, _ second: UInt64, to keys: inout [UInt64]) {
    if first != 0, second != 0 { keys.append(Hash64.join(first, second) | 1) }
  }

  private func start(_ name: UInt32, _ length: Int) -> UInt64 {
    let bytes = evidence.names.utf8(name)
    return bytes.count < length ? 0 : Hash64.bytes(bytes.extracting(0..<length))
  }

  private func birthYear(_ record: Int) -> UInt64 {
    let date = evidence.dates.utf8(evidence.birth[record])
    return date.count < 4 ? 0 : Hash64.bytes(date.extracting(0..<4))
  }

  private func localPart(_ email: UInt32) -> UInt64 {
    let bytes = evidence.emails.utf8(email)
    var end = 0
    while end < bytes.count, bytes[end] != 0x40 { end += 1 }
    return end < 5 ? 0 : Hash64.bytes(bytes.extracting(0..<end))
  }

  private func addRareWords(_ record: Int, to keys: inout [UInt64]) {
    guard evidence.org[record] != 0 else { return }
    let name = evidence.orgs.utf8(evidence.org[record])
    var words: [(count: UInt32, hash: UInt64)] = []
    for word in NameParts.words(of: name) where word.count >= 3 {
      let hash = Hash64.bytes(name.extracting(word))
      if !words.contains(where: { $0.hash == hash }) { words.append((wordCounts[hash] ?? 0, hash)) }
    }
    words.sort { $0 < $1 }
    for word in words.prefix(3) { keys.append(word.hash) }
  }
}
