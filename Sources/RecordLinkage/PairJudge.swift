import Tables

/// Rules of identity that stand above the weighing of evidence.
struct PairJudge: Sendable {
  private let evidence: Evidence
  /// ИНН (numbers of `codes`) that stand with two or more КПП.
  private let innsWithBranches: Set<UInt32>

  /// How often each value of the columns without a role stands there; empty in a base too small to tell.
  private let textCounts: [[UInt32]]

  init(_ evidence: Evidence) {
    self.evidence = evidence
    textCounts = evidence.count < 50 ? [] : evidence.text.map { Counts.of($0, in: evidence.texts.count) }
    var first: [UInt32: UInt32] = [:]
    var several: Set<UInt32> = []
    for record in 0..<evidence.count {
      let (inn, kpp) = (evidence.inn[record], evidence.kpp[record])
      guard inn != 0, kpp != 0 else { continue }
      if let known = first[inn] {
        if known != kpp { several.insert(inn) }
      } else {
        first[inn] = kpp
      }
    }
    innsWithBranches = several
  }

  /// What the rules say of a pair with that pattern.
  func constraint(_ a: Int, _ b: Int, _ pattern: Pattern) -> Constraint {
    let byNumber = identifiers(a, b)
    if byNumber != .none { return byNumber }
    if evidence.form[a].excludes(evidence.form[b]) { return .soleProprietorAndCompany }
    let (orgA, orgB) = (evidence.org[a] != 0, evidence.org[b] != 0)
    if orgA && orgB {
      if pattern[Comparison.Place.org] == 4 { return .otherName }
      if evidence.form[a].differs(from: evidence.form[b]) { return .legalForm }
      if !namesOnePlace(a, b, pattern) {
        return .otherPlace
      }
    } else {
      if orgA != orgB { return .otherKind }
      let person = persons(a, b, pattern)
      if person != .none { return person }
    }
    return signs(a, b, pattern) < 2 ? .oneSign : .none
  }

  private func identifiers(_ a: Int, _ b: Int) -> Constraint {
    let (innA, innB) = (evidence.inn[a], evidence.inn[b])
    let (ogrnA, ogrnB) = (evidence.ogrn[a], evidence.ogrn[b])
    if innA != 0, innB != 0, innA != innB { return .otherINN }
    let sameINN = innA != 0 && innA == innB
    if ogrnA != 0, ogrnB != 0, ogrnA != ogrnB { return sameINN ? .identifierConflict : .otherOGRN }
    guard sameINN || ogrnA != 0 && ogrnA == ogrnB else { return .none }
    if evidence.form[a].excludes(evidence.form[b]) { return .soleProprietorAndCompany }
    let (kppA, kppB) = (evidence.kpp[a], evidence.kpp[b])
    if kppA != 0, kppB != 0, kppA != kppB { return .branch }
    if (kppA == 0) != (kppB == 0), innsWithBranches.contains(max(innA, innB)) { return .branchUnknown }
    return .sameINN
  }

  /// Whether nothing speaks for two shops of a chain, which share name and hot line but not the city.
  private func namesOnePlace(_ a: Int, _ b: Int, _ pattern: Pattern) -> Bool {
    let (cityA, cityB) = (evidence.city[a], evidence.city[b])
    guard cityA != 0, cityB != 0, cityA != cityB else { return true }
    switch pattern[Comparison.Place.household] {
    case 1, 4, 5: return true
    // A phone with a place of its own tells the place better than the city's name does.
    case 2: return !evidence.phone.range(a).contains { isTollFree(evidence.phone[$0]) }
    default: return EditDistance.isClose(evidence.places.utf8(cityA), evidence.places.utf8(cityB))
    }
  }

  /// Numbers that are free for the caller, which belong to no place (Russian plan: 800, 804; NANP: 8NN twins).
  private func isTollFree(_ phone: UInt32) -> Bool {
    let digits = evidence.phones.utf8(phone)
    guard digits.count == 10 else { return false }
    for code in Self.tollFree where digits.extracting(0..<3).equals(code) { return true }
    return false
  }

  private static let tollFree: [StaticString] = ["800", "804", "833", "844", "855", "866", "877", "888"]

  private func persons(_ a: Int, _ b: Int, _ pattern: Pattern) -> Constraint {
    let place = Comparison.Place.self
    let (given, surname, birth) = (pattern[place.given], pattern[place.surname], pattern[place.birth])
    let documented = pattern[place.personalID] == 1
    // Nobody's twin has the same document; a name typed beyond recognition does.
    if given == Comparison.Given.different, !documented || birth == 5 || surname == 5 && birth != 1 {
      return birth == 5 ? .family : .twins
    }
    // Darla and Darletta, Anna and Annabelle: alike names of a home are as often two persons'.
    if given == Comparison.Given.alike, !documented, pattern[place.email] != 1,
      !(2...3).contains(pattern[place.email]) || !(1...3).contains(birth)
    {
      return .twins
    }
    let (older, younger) = (evidence.generation[a], evidence.generation[b])
    if older != younger, birth != 1 || older != 0 && younger != 0 { return .generations }
    // A father and a son of one name share a home, seldom a mailbox.
    let mailed =
      (1...3).contains(pattern[place.email]) && [1, 2, Comparison.Given.swapped].contains(given)
      && surname != 5
    if birth == 5, !documented, pattern[place.personalID] != 2, !mailed { return .birthDate }
    if pattern[place.middle] == 4, birth != 1, !documented { return .otherName }
    if surname == 5, birth != 1 || given == 0, !documented { return .otherName }
    return .none
  }

  /// Whether nobody can say to which of two conflicting records the first belongs: it is silent on just what
  /// tells them apart (a father, a son, and a namesake of both without a birth date).
  func isAmbiguous(_ near: Int, between one: Int, and other: Int, _ conflict: Constraint) -> Bool {
    switch conflict {
    case .birthDate: evidence.birth[near] == 0
    case .generations: evidence.generation[near] == 0
    case .branch, .branchUnknown: evidence.kpp[near] == 0
    case .family, .twins:
      evidence.given[near] == 0 || evidence.names.utf8(evidence.given[near]).count == 1
    case .otherINN: evidence.inn[near] == 0
    default: false
    }
  }

  /// How many independent signs agree: the name, the birth date, a document, an e-mail, phone or address, a site.
  private func signs(_ a: Int, _ b: Int, _ pattern: Pattern) -> Int {
    let place = Comparison.Place.self
    func among(_ level: Int, _ range: ClosedRange<Int>) -> Int { range.contains(level) ? 1 : 0 }
    var count = among(pattern[place.birth], 1...4) + among(pattern[place.personalID], 1...2)
    count += among(pattern[place.email], 1...3) + among(pattern[place.household], 1...5)
    count += among(pattern[place.handle], 1...1)
    let named =
      among(pattern[place.org], 1...3) + among(pattern[place.surname], 1...4)
      + (pattern[place.surname] == 0 ? among(pattern[place.given], 1...4) : 0)
      + (pattern[place.surname] == 5 ? among(pattern[place.given], 1...1) : 0)
    // Without a name on both sides, a home and a mailbox may be a family's.
    if named == 0, !(1...3).contains(pattern[place.birth]), pattern[place.personalID] != 1 { return 1 }
    count += min(named, 1)
    for (column, counts) in textCounts.enumerated() where (1...2).contains(pattern[place.texts + column]) {
      let values = evidence.text[column]
      // What many have is no sign of one.
      if max(counts[Int(values[a])], counts[Int(values[b])]) <= 2 + evidence.count / 50 { count += 1 }
    }
    return count
  }
}
