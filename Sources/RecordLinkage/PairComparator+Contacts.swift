import Tables

/// E-mails, accounts, phones and addresses.
extension PairComparator {
  func email(_ a: Int, _ b: Int, _ pattern: Pattern) -> Int {
    let (mine, theirs) = (evidence.email.range(a), evidence.email.range(b))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    var level = Comparison.Email.different
    for one in mine {
      for other in theirs {
        let (first, second) = (evidence.email[one], evidence.email[other])
        if first == second {
          if sharedEmails.isShared(first) || offices[Int(first)] { return 0 }
          level = min(
            level, isNamed(first, a, b, pattern) ? Comparison.Email.exactNamed : Comparison.Email.exact)
          continue
        }
        guard level == Comparison.Email.different, !offices[Int(first)], !offices[Int(second)] else {
          continue
        }
        let (left, right) = (evidence.emails.utf8(first), evidence.emails.utf8(second))
        if Self.sameLocalPart(left, right) {
          level = isNamed(first, a, b, pattern) ? Comparison.Email.localNamed : Comparison.Email.local
        } else if emailShapes.mayBeWithin(2, first, second), EditDistance.between(left, right, limit: 2) <= 2
        {
          level = isNamed(first, a, b, pattern) ? Comparison.Email.closeNamed : Comparison.Email.close
        }
      }
    }
    return level
  }

  /// Whether an e-mail is made of a name that both records have: then namesakes are likely to have its like.
  private func isNamed(_ email: UInt32, _ a: Int, _ b: Int, _ pattern: Pattern) -> Bool {
    let text = evidence.mailboxes.utf8(evidence.mailbox[Int(email)])
    if (1...4).contains(pattern[Comparison.Place.surname]),
      Self.holds(text, evidence.names.utf8(evidence.surname[a]))
        || Self.holds(text, evidence.names.utf8(evidence.surname[b]))
    {
      return true
    }
    let given = pattern[Comparison.Place.given]
    return (1...2).contains(given)
      && (Self.holds(text, evidence.names.utf8(evidence.given[a]))
        || Self.holds(text, evidence.names.utf8(evidence.given[b])))
  }

  /// Whether a mailbox's name holds the first four letters of a name (all of a shorter one).
  private static func holds(_ email: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
    let length = min(name.count, 4)
    guard length >= 3 else { return false }
    var from = 0
    while from + length <= email.count {
      var place = 0
      while place < length, email[from + place] == name[place] { place += 1 }
      if place == length { return true }
      from += 1
    }
    return false
  }

  /// Whether the mailbox is an office's, by its name: it tells where somebody works, not who it is.
  static func isOffice(_ bytes: Span<UInt8>) -> Bool {
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

  func handle(_ a: Int, _ b: Int) -> Int {
    let (mine, theirs) = (evidence.handle.range(a), evidence.handle.range(b))
    for one in mine { for other in theirs where evidence.handle[one] == evidence.handle[other] { return 1 } }
    // Accounts of different services do not contradict one another.
    return 0
  }

  /// Phone, address, postal code and city as one comparison.
  func household(_ a: Int, _ b: Int) -> Int {
    let home = Comparison.Household.self
    let phone = phoneLevel(a, b)
    let address = addressLevel(a, b)
    if phone == .same, address == .same || address == .close { return home.both }
    let (postA, postB) = (evidence.postcode[a], evidence.postcode[b])
    let (cityA, cityB) = (evidence.city[a], evidence.city[b])
    let samePost = postA != 0 && postA == postB
    let sameCity = cityA != 0 && cityA == cityB
    if phone == .same { return samePost || sameCity || address == .street ? home.phoneHere : home.phone }
    if address == .same { return home.address }
    if address == .close { return home.addressClose }
    if phone == .close {
      return samePost || sameCity || address == .street ? home.phoneCloseHere : home.phoneClose
    }
    if address == .street { return home.street }
    if samePost {
      return sameCity || areClosePlaces(cityA, cityB) ? home.quarter : home.postcode
    }
    if sameCity {
      return areClosePlaces(postA, postB) ? home.quarter : home.city
    }
    if areClosePlaces(cityA, cityB) || areClosePlaces(postA, postB) {
      return home.cityClose
    }
    let told =
      phone != .untold || address != .untold || (postA != 0 && postB != 0) || (cityA != 0 && cityB != 0)
    return told ? home.different : 0
  }

  private enum Likeness { case untold, same, close, street, different }

  private func areClosePlaces(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first != 0, second != 0, let slips = placeShapes.usualSlips(first, second),
      placeShapes.mayBeWithin(slips, first, second)
    else { return false }
    return EditDistance.between(evidence.places.utf8(first), evidence.places.utf8(second), limit: slips)
      <= slips
  }

  /// A phone of many names is no evidence.
  private func phoneLevel(_ a: Int, _ b: Int) -> Likeness {
    let (mine, theirs) = (evidence.phone.range(a), evidence.phone.range(b))
    guard !mine.isEmpty, !theirs.isEmpty else { return .untold }
    var level = Likeness.different
    for one in mine {
      for other in theirs {
        let (first, second) = (evidence.phone[one], evidence.phone[other])
        if first == second {
          guard sharedPhones.isShared(first) else { return .same }
          if level != .close { level = .untold }
        } else if level != .close, phoneShapes.mayBeWithin(1, first, second),
          EditDistance.between(evidence.phones.utf8(first), evidence.phones.utf8(second), limit: 1) <= 1
        {
          level = .close
        }
      }
    }
    return level
  }

  private func addressLevel(_ a: Int, _ b: Int) -> Likeness {
    let (first, second) = (evidence.address[a], evidence.address[b])
    guard first != 0, second != 0 else { return .untold }
    let (cityA, cityB) = (evidence.city[a], evidence.city[b])
    let (postA, postB) = (evidence.postcode[a], evidence.postcode[b])
    let elsewhere = cityA != 0 && cityB != 0 && cityA != cityB && postA != 0 && postB != 0 && postA != postB
    if first == second { return elsewhere ? .close : .same }
    guard !elsewhere, placeShapes.mayOverlap(first, second) else { return .different }
    let share = WordOverlap.between(first, second, in: evidence.places, addressWords)
    let (one, other) = (evidence.places.utf8(first), evidence.places.utf8(second))
    if !elsewhere, !share.numbersDiffer {
      if share.dice >= 0.75 || isNearlyEqual(one, other) { return .close }
    }
    return share.dice >= 0.5 && !elsewhere || !elsewhere && isNearlyEqual(one, other) ? .street : .different
  }
}
