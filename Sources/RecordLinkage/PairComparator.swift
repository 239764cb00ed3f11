import Tables

/// Compares two records level by level.
///
/// Immutable; records must be given in ascending order, so that ties inside a comparison fall one way.
struct PairComparator: Sendable {
  let evidence: Evidence
  /// How many records have each given name, to tell a slip from another name.
  private let givenCounts: [UInt32]
  private let nicknames: [UInt32: [UInt32]]
  /// Values on many differently named clients: a switchboard's phone, an accountant's e-mail.
  let sharedPhones: SharedValues
  let sharedEmails: SharedValues
  /// Whether an e-mail is an office's, by its number.
  private let offices: [Bool]

  init(evidence: Evidence, nicknames: Nicknames) {
    self.evidence = evidence
    givenCounts = Counts.of(evidence.given, in: evidence.names.count)
    self.nicknames = nicknames.names(of: evidence.names)
    sharedPhones = SharedValues(evidence.phone, in: evidence.phones.count, of: evidence)
    sharedEmails = SharedValues(evidence.email, in: evidence.emails.count, of: evidence)
    offices = (0..<evidence.emails.count).map { Self.isOffice(evidence.emails.utf8(UInt32($0))) }
  }

  /// The pattern of a pair.
  func pattern(_ a: Int, _ b: Int) -> Pattern {
    var pattern = Pattern()
    let place = Comparison.Place.self
    let (givenA, givenB) = (evidence.given[a], evidence.given[b])
    let (surnameA, surnameB) = (evidence.surname[a], evidence.surname[b])
    if isSwapped(givenA, surnameA, givenB, surnameB) {
      pattern[place.given] = Comparison.Given.swapped
      pattern[place.surname] = 4
    } else {
      pattern[place.given] = given(givenA, givenB)
      pattern[place.surname] = surname(surnameA, surnameB)
    }
    pattern[place.middle] = middle(evidence.middle[a], evidence.middle[b])
    pattern[place.birth] = birth(evidence.birth[a], evidence.birth[b])
    pattern[place.personalID] = personalID(evidence.personalID[a], evidence.personalID[b])
    pattern[place.email] = email(a, b)
    pattern[place.household] = household(a, b)
    pattern[place.org] = words(evidence.org[a], evidence.org[b], in: evidence.orgs, partial: true)
    pattern[place.handle] = handle(a, b)
    if evidence.gender[a] != 0, evidence.gender[b] != 0 {
      pattern[place.gender] = evidence.gender[a] == evidence.gender[b] ? 1 : 2
    }
    for (index, column) in evidence.text.enumerated() {
      pattern[place.texts + index] = words(column[a], column[b], in: evidence.texts, partial: false)
    }
    return pattern
  }

  // MARK: - Names

  private func isSwapped(_ givenA: UInt32, _ surnameA: UInt32, _ givenB: UInt32, _ surnameB: UInt32) -> Bool {
    guard givenA != 0, givenB != 0, surnameA != 0, surnameB != 0, givenA != givenB, surnameA != surnameB
    else {
      return false
    }
    let crossed = givenA == surnameB
    let crossedBack = surnameA == givenB
    if crossed && crossedBack { return true }
    if crossed { return isClose(surnameA, givenB) }
    if crossedBack { return isClose(givenA, surnameB) }
    return isClose(givenA, surnameB) && isClose(surnameA, givenB) && !isClose(givenA, givenB)
  }

  private func isClose(_ first: UInt32, _ second: UInt32) -> Bool {
    EditDistance.isClose(evidence.names.utf8(first), evidence.names.utf8(second))
  }

  private func given(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if let here = nicknames[first], let there = nicknames[second], here.contains(where: there.contains) {
      return 2
    }
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    if isInitial(one, of: other) { return 3 }
    if isShortened(one, other) { return Comparison.Given.alike }
    guard isSlip(first, second) else { return Comparison.Given.different }
    return EditDistance.between(one, other, limit: 1) <= 1 ? 4 : Comparison.Given.alike
  }

  /// Whether one name is the other with a slip, and not a name of its own (Мария and Марина, Darla and Darlene).
  ///
  /// A slip is rare: where both spellings are in use, or both stand in the dictionary, they are two names. A
  /// vowel more or less at the end is another gender (Александр, Александра).
  private func isSlip(_ first: UInt32, _ second: UInt32) -> Bool {
    guard isClose(first, second) else { return false }
    let (few, many) = (
      min(givenCounts[Int(first)], givenCounts[Int(second)]),
      max(givenCounts[Int(first)], givenCounts[Int(second)])
    )
    if few > 4, few * 20 > many { return false }
    if nicknames[first] != nil, nicknames[second] != nil { return false }
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    if longer.count == shorter.count + 1, longer.extracting(0..<shorter.count).equals(shorter) {
      return longer[longer.count - 1] != 0x61
    }
    return true
  }

  /// Whether one name is the beginning of the other (Rob, Robert) and not another gender's form of it.
  private func isShortened(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    guard shorter.count >= 3, longer.extracting(0..<shorter.count).equals(shorter) else { return false }
    return longer.count > shorter.count + 1 || longer[longer.count - 1] != 0x61
  }

  private func isInitial(_ one: Span<UInt8>, of other: Span<UInt8>) -> Bool {
    guard one.count > 0, other.count > 0, one[0] == other[0] else { return false }
    return one.count == 1 || other.count == 1
  }

  private func surname(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if isClose(first, second) { return 2 }
    let (one, other) = (evidence.names.utf8(first), evidence.names.utf8(second))
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    for word in NameParts.words(of: longer)
    where word.count < longer.count && longer.extracting(word).equals(shorter) { return 3 }
    return isInitial(one, of: other) ? 3 : 5
  }

  private func middle(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    if isInitial(evidence.names.utf8(first), of: evidence.names.utf8(second)) { return 2 }
    return isClose(first, second) ? 3 : 4
  }

  // MARK: - Dates and numbers

  private func birth(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    let (one, other) = (evidence.dates.utf8(first), evidence.dates.utf8(second))
    let year = one.extracting(0..<4).equals(other.extracting(0..<4))
    let (monthA, dayA) = (one.extracting(4..<6), one.extracting(6..<8))
    let (monthB, dayB) = (other.extracting(4..<6), other.extracting(6..<8))
    if year, monthA.equals(dayB), dayA.equals(monthB) { return 2 }
    if EditDistance.between(one, other, limit: 1) <= 1 { return 3 }
    let same = (year ? 1 : 0) + (monthA.equals(monthB) ? 1 : 0) + (dayA.equals(dayB) ? 1 : 0)
    if same == 2 || year && EditDistance.between(one, other, limit: 2) <= 2 { return 4 }
    // A day that no calendar has contradicts nothing.
    return Self.isPossible(one) && Self.isPossible(other) ? 5 : 0
  }

  private static func isPossible(_ date: Span<UInt8>) -> Bool {
    let month = Int(date[4] - 0x30) * 10 + Int(date[5] - 0x30)
    let day = Int(date[6] - 0x30) * 10 + Int(date[7] - 0x30)
    return (1...12).contains(month) && (1...31).contains(day)
  }

  private func personalID(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    let (one, other) = (evidence.codes.utf8(first), evidence.codes.utf8(second))
    // The first byte names the column: a passport is not compared with a tax number.
    guard one[0] == other[0] else { return 0 }
    return EditDistance.between(one, other, limit: 1) <= 1 ? 2 : 3
  }

  // MARK: - Contacts

  private func email(_ a: Int, _ b: Int) -> Int {
    let (mine, theirs) = (evidence.email.range(a), evidence.email.range(b))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    var level = 4
    for one in mine {
      for other in theirs {
        let (first, second) = (evidence.email[one], evidence.email[other])
        if first == second { return sharedEmails.isShared(first) || offices[Int(first)] ? 0 : 1 }
        guard level == 4, !offices[Int(first)], !offices[Int(second)] else { continue }
        let (left, right) = (evidence.emails.utf8(first), evidence.emails.utf8(second))
        if Self.sameLocalPart(left, right) {
          level = 2
        } else if EditDistance.between(left, right, limit: 2) <= 2 {
          level = 3
        }
      }
    }
    return level
  }

  /// Whether the mailbox is an office's, by its name: it tells where somebody works, not who it is.
  private static func isOffice(_ bytes: Span<UInt8>) -> Bool {
    var end = 0
    while end < bytes.count, bytes[end] != 0x40 { end += 1 }
    let name = bytes.extracting(0..<end)
    for known in officeNames where name.equals(known) { return true }
    return false
  }

  /// RFC 2142 §3–5 and the names Russian firms use.
  private static let officeNames: [StaticString] = [
    "info", "office", "mail", "sales", "support", "contact", "admin", "marketing", "hr", "zakaz", "buh",
    "reception",
    "sekretar", "secretary", "postmaster", "webmaster", "help", "shop", "order", "orders", "hello", "company",
  ]

  private static func sameLocalPart(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    var index = 0
    while index < first.count, index < second.count, first[index] == second[index] {
      if first[index] == 0x40 { return index >= 5 }
      index += 1
    }
    return false
  }

  private func handle(_ a: Int, _ b: Int) -> Int {
    let (mine, theirs) = (evidence.handle.range(a), evidence.handle.range(b))
    for one in mine { for other in theirs where evidence.handle[one] == evidence.handle[other] { return 1 } }
    // Accounts of different services do not contradict one another.
    return 0
  }

  /// Phone, address, postal code and city as one comparison.
  private func household(_ a: Int, _ b: Int) -> Int {
    let phone = phoneLevel(a, b)
    let address = addressLevel(a, b)
    if phone == 1, address == 4 || address == 5 { return 1 }
    if phone == 1 { return 2 }
    if phone == 3, address == 0 || address > 5 { return 3 }
    if address == 4 || address == 5 { return address }
    let (postA, postB) = (evidence.postcode[a], evidence.postcode[b])
    if postA != 0, postA == postB { return 6 }
    let (cityA, cityB) = (evidence.city[a], evidence.city[b])
    if cityA != 0, cityA == cityB { return 7 }
    let told = phone != 0 || address != 0 || (postA != 0 && postB != 0) || (cityA != 0 && cityB != 0)
    return told ? 8 : 0
  }

  /// 1 same, 3 a slip, 8 different, 0 not told.
  ///
  /// A phone of many names is no evidence.
  private func phoneLevel(_ a: Int, _ b: Int) -> Int {
    let (mine, theirs) = (evidence.phone.range(a), evidence.phone.range(b))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    var level = 8
    for one in mine {
      for other in theirs {
        let (first, second) = (evidence.phone[one], evidence.phone[other])
        if first == second {
          guard sharedPhones.isShared(first) else { return 1 }
          level = min(level, 7)
        } else if level > 3,
          EditDistance.between(evidence.phones.utf8(first), evidence.phones.utf8(second), limit: 1) <= 1
        {
          level = 3
        }
      }
    }
    return level == 7 ? 0 : level
  }

  /// 4 same, 5 similar, 8 different, 0 not told.
  private func addressLevel(_ a: Int, _ b: Int) -> Int {
    let (first, second) = (evidence.address[a], evidence.address[b])
    guard first != 0, second != 0 else { return 0 }
    let (cityA, cityB) = (evidence.city[a], evidence.city[b])
    let (postA, postB) = (evidence.postcode[a], evidence.postcode[b])
    let elsewhere = cityA != 0 && cityB != 0 && cityA != cityB && postA != 0 && postB != 0 && postA != postB
    if first == second { return elsewhere ? 5 : 4 }
    let share = WordOverlap.between(evidence.places.utf8(first), evidence.places.utf8(second))
    return share.dice >= 0.7 && !share.numbersDiffer && !elsewhere ? 5 : 8
  }

  private func words(_ first: UInt32, _ second: UInt32, in store: ValueStore, partial: Bool) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    let share = WordOverlap.between(store.utf8(first), store.utf8(second))
    if share.dice >= 0.8, !share.numbersDiffer { return 2 }
    guard partial else { return share.dice >= 0.6 ? 2 : 3 }
    return share.contained >= 0.9 && !share.numbersDiffer ? 3 : 4
  }
}
