import Tables

/// Rules of identity that stand above the weighing of evidence.
struct PairJudge: Sendable {
  private let comparator: PairComparator
  private let evidence: Evidence
  /// ИНН (numbers of `codes`) that stand with two or more КПП.
  private let innsWithBranches: Set<UInt32>

  /// Whether every list the base was put together from has each client once, as the base itself shows.
  var hasCleanSources = false

  init(_ comparator: PairComparator) {
    self.comparator = comparator
    evidence = comparator.evidence
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
    if comparator.has.register {
      let byNumber = identifiers(a, b)
      if byNumber != .none { return byNumber }
    }
    if comparator.has.form, evidence.form[a].excludes(evidence.form[b]) { return .soleProprietorAndCompany }
    if hasCleanSources, pattern[Comparison.Place.source] == 1 { return .sameSource }
    let (orgA, orgB) = comparator.has.org ? (evidence.org[a] != 0, evidence.org[b] != 0) : (false, false)
    if orgA && orgB {
      if pattern[Comparison.Place.org] >= Comparison.Org.related { return .otherName }
      if evidence.form[a].differs(from: evidence.form[b]) { return .legalForm }
      if !namesOnePlace(a, b, pattern) {
        return .otherPlace
      }
    } else {
      if orgA != orgB { return .otherKind }
      let person = persons(a, b, pattern)
      if person != .none { return person }
    }
    return .none
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
    case Comparison.Household.both, Comparison.Household.address, Comparison.Household.addressClose:
      return true
    // A phone with a place of its own tells the place better than the city's name does.
    case Comparison.Household.phoneHere, Comparison.Household.phone:
      return !evidence.phone.range(a).contains { isTollFree(evidence.phone[$0]) }
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
    let documented = (1...3).contains(pattern[place.document])
    // Two first names that people bear are two persons; nobody's relative has the same document.
    if given == Comparison.Given.different
      || given == Comparison.Given.alike && comparator.areTwoNames(evidence.given[a], evidence.given[b]),
      !documented, comparator.isName(evidence.given[a]),
      comparator.isName(evidence.given[b])
    {
      if birth == Comparison.Birth.different { return given == Comparison.Given.different ? .family : .twins }
      if (1...3).contains(birth), surname != Comparison.Surname.different, isTogether(pattern, given),
        !evidence.isYearOnly(evidence.dates.utf8(evidence.birth[a]))
      {
        return .twins
      }
    }
    let (older, younger) = (evidence.generation[a], evidence.generation[b])
    if older != younger, birth != 1 || older != 0 && younger != 0 { return .generations }
    // A father and a son of one name share a home, seldom a mailbox.
    if birth == Comparison.Birth.different, !documented, (1...3).contains(given),
      surname != Comparison.Surname.different,
      !(1...3).contains(pattern[place.email]), isGenerationApart(evidence.birth[a], evidence.birth[b])
    {
      return .birthDate
    }
    return .none
  }

  /// Whether two people of other first names share a home or a mailbox; of alike ones, whether nothing says otherwise.
  private func isTogether(_ pattern: Pattern, _ given: Int) -> Bool {
    let home = pattern[Comparison.Place.household]
    return (Comparison.Household.both...Comparison.Household.phoneClose).contains(home)
      || (Comparison.Email.exact...Comparison.Email.exactNamed).contains(pattern[Comparison.Place.email])
      || given == Comparison.Given.alike && home == 0
  }

  /// Whether two birth dates lie as far apart as those of a parent and a child.
  private func isGenerationApart(_ first: UInt32, _ second: UInt32) -> Bool {
    func year(_ date: UInt32) -> Int {
      let digits = evidence.dates.utf8(date)
      var year = 0
      for place in 0..<4 { year = year * 10 + Int(digits[place] - 0x30) }
      return year
    }
    return (15...60).contains(abs(year(first) - year(second)))
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
}
