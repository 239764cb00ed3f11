import Tables

/// Makes the keys of each blocking rule; 0 is no key.
struct BlockingKeys: Sendable {
  private let evidence: Evidence
  private let comparator: PairComparator
  /// Whether records of other names may share a value of a text column often enough to be worth comparing.
  private let telling: [Bool]

  init(_ comparator: PairComparator) {
    self.comparator = comparator
    evidence = comparator.evidence
    telling = evidence.text.map { column in
      let filled = column.count { $0 != 0 }
      return Counts.agreement(Counts.of(column, in: comparator.evidence.texts.count), records: filled) < 0.02
    }
  }

  /// Adds the keys of a record.
  func append(_ rule: BlockingRule, _ record: Int, to keys: inout [UInt64]) {
    let given = evidence.names.hash(evidence.given[record])
    let surname = evidence.names.hash(evidence.surname[record])
    let birth = evidence.dates.hash(evidence.birth[record])
    let postcode = evidence.places.hash(evidence.postcode[record])
    let city = evidence.places.hash(evidence.city[record])
    switch rule {
    case .inn: add(evidence.codes.hash(evidence.inn[record]), to: &keys)
    case .ogrn: add(evidence.codes.hash(evidence.ogrn[record]), to: &keys)
    case .personalID:
      for place in evidence.document.range(record) {
        add(evidence.codes.hash(evidence.document[place]), to: &keys)
      }
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
    case .surnameCity: add(surname, city, to: &keys)
    case .givenCityBirthYear:
      add(Hash64.join(given, city), given == 0 || city == 0 ? 0 : birthYear(record), to: &keys)
    case .phoneEnd:
      for place in evidence.phone.range(record) {
        let phone = evidence.phones.utf8(evidence.phone[place])
        guard phone.count >= 7 else { continue }
        add(
          Hash64.bytes(phone.extracting((phone.count - 4)..<phone.count)), start(evidence.given[record], 2),
          to: &keys)
      }
    case .orgWords: rareWords(evidence.org[record], comparator.orgWords, 3, to: &keys)
    case .texts:
      for (place, column) in evidence.text.enumerated() where telling[place] {
        add(evidence.texts.hash(column[record]), UInt64(place + 1), to: &keys)
      }
    case .textWords:
      for column in evidence.text { rareWords(column[record], comparator.textWords, 2, to: &keys) }
    default: appendWide(rule, record, to: &keys)
    }
  }

  private func appendWide(_ rule: BlockingRule, _ record: Int, to keys: inout [UInt64]) {
    let (given, surname) = (evidence.given[record], evidence.surname[record])
    switch rule {
    case .everything: keys.append(1)
    case .birth: add(evidence.dates.hash(evidence.birth[record]), to: &keys)
    case .surname: add(evidence.names.hash(surname), to: &keys)
    case .postcode: add(evidence.places.hash(evidence.postcode[record]), to: &keys)
    // Sums again: the names may be swapped.
    case .nameStarts:
      addSum(start(given, 2), start(surname, 4), to: &keys);
      addSum(start(given, 4), start(surname, 2), to: &keys)
    case .nameEnds: addSum(end(given, 2), end(surname, 4), to: &keys)
    case .nameSounds: addSum(sound(given), sound(surname), to: &keys)
    case .codeHalves:
      for place in evidence.document.range(record) {
        addHalves(evidence.codes.utf8(evidence.document[place]), least: 6, to: &keys)
      }
    case .phoneHalves:
      for place in evidence.phone.range(record) {
        addHalves(evidence.phones.utf8(evidence.phone[place]), least: 8, to: &keys)
      }
    case .emailStart:
      for place in evidence.email.range(record) {
        let email = evidence.emails.utf8(evidence.email[place])
        if email.count >= 10 {
          add(Hash64.bytes(email.extracting(0..<6)), to: &keys)
          add(Hash64.bytes(email.extracting((email.count - 9)..<email.count)), to: &keys)
        }
      }
    case .birthPartsGiven: addBirthParts(record, start(given, 3), to: &keys)
    case .birthPartsSurname: addBirthParts(record, start(surname, 3), to: &keys)
    case .cityGiven: add(evidence.places.hash(evidence.city[record]), evidence.names.hash(given), to: &keys)
    case .citySurname: add(evidence.places.hash(evidence.city[record]), start(surname, 3), to: &keys)
    case .addressWords: rareWords(evidence.address[record], comparator.addressWords, 2, to: &keys)
    case .orgStart:
      let name = evidence.orgs.utf8(evidence.org[record])
      if name.count >= 4 { add(Hash64.bytes(name.extracting(0..<min(name.count, 6))), to: &keys) }
    default: break
    }
  }

  /// Keys that split a block too big for pairs: each thing that two records of one client are likely to share.
  func refinements(_ key: UInt64, _ record: Int, to keys: inout [UInt64]) {
    func refine(_ tag: Int, _ hash: UInt64) {
      if hash != 0 { add(Hash64.join(Hash64.join(key, UInt64(tag)), hash), to: &keys) }
    }
    refine(1, evidence.dates.hash(evidence.birth[record]))
    refine(2, evidence.places.hash(evidence.postcode[record]))
    refine(3, evidence.places.hash(evidence.address[record]))
    refine(4, evidence.names.hash(evidence.middle[record]))
    refine(5, evidence.names.hash(evidence.given[record]))
    refine(6, evidence.orgs.hash(evidence.org[record]))
    refine(7, evidence.names.hash(evidence.surname[record]))
    for (place, column) in evidence.text.enumerated() where telling[place] {
      refine(8 + place, evidence.texts.hash(column[record]))
    }
  }

  // MARK: - Parts

  private func add(_ key: UInt64, to keys: inout [UInt64]) { if key != 0 { keys.append(key) } }

  private func add(_ first: UInt64, _ second: UInt64, to keys: inout [UInt64]) {
    if first != 0, second != 0 { keys.append(Hash64.join(first, second) | 1) }
  }

  private func addSum(_ first: UInt64, _ second: UInt64, to keys: inout [UInt64]) {
    if first != 0, second != 0 { keys.append((first &+ second) | 1) }
  }

  private func addHalves(_ digits: Span<UInt8>, least: Int, to keys: inout [UInt64]) {
    guard digits.count >= least else { return }
    let middle = digits.count / 2
    add(Hash64.bytes(digits.extracting(0..<(middle + 1))), 1, to: &keys)
    add(Hash64.bytes(digits.extracting(middle..<digits.count)), 2, to: &keys)
  }

  /// Two of the three parts of the birth date, each with a name.
  private func addBirthParts(_ record: Int, _ name: UInt64, to keys: inout [UInt64]) {
    let date = evidence.dates.utf8(evidence.birth[record])
    guard date.count == 8, name != 0 else { return }
    add(Hash64.bytes(date.extracting(0..<6)), name, to: &keys)
    add(Hash64.bytes(date.extracting(4..<8)), name, to: &keys)
    add(
      Hash64.join(Hash64.bytes(date.extracting(0..<4)), Hash64.bytes(date.extracting(6..<8))), name, to: &keys
    )
  }

  private func start(_ name: UInt32, _ length: Int) -> UInt64 {
    let bytes = evidence.names.utf8(name)
    return bytes.count < length ? 0 : Hash64.bytes(bytes.extracting(0..<length))
  }

  private func end(_ name: UInt32, _ length: Int) -> UInt64 {
    let bytes = evidence.names.utf8(name)
    return bytes.count < length ? 0 : Hash64.bytes(bytes.extracting((bytes.count - length)..<bytes.count))
  }

  /// The first letter and the consonants after it, up to four.
  private func sound(_ name: UInt32) -> UInt64 {
    let bytes = evidence.names.utf8(name)
    guard bytes.count >= 3 else { return 0 }
    var key = UInt64(bytes[0])
    var letters = 1
    for place in 1..<bytes.count where letters < 4 {
      switch bytes[place] {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x68, 0x77, 0x20: continue
      default:
        key = key << 8 | UInt64(bytes[place])
        letters += 1
      }
    }
    return Hash64.mix(key)
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

  /// The rarest words of a value that stand on another value, too.
  private func rareWords(_ value: UInt32, _ weights: WordWeights, _ most: Int, to keys: inout [UInt64]) {
    guard value != 0 else { return }
    var words: [(count: UInt32, hash: UInt64)] = []
    for word in weights.words(of: value) where word.to - word.from >= 3 && weights.count(word.id) > 1 {
      let hash = weights.hash(word.id)
      if !words.contains(where: { $0.hash == hash }) { words.append((weights.count(word.id), hash)) }
    }
    words.sort { $0 < $1 }
    for word in words.prefix(most) { keys.append(word.hash) }
  }
}
