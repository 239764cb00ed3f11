import Tables

/// Compares two records level by level.
///
/// Immutable; records must be given in ascending order, so that ties inside a comparison fall one way.
struct PairComparator: Sendable {
  let evidence: Evidence
  /// How many records have each given name, to tell a slip from another name.
  let givenCounts: [UInt32]
  /// Full names that a name may stand for, by its number: `fullNames[nameEnds[n - 1]..<nameEnds[n]]`.
  private let fullNames: [UInt32]
  private let nameEnds: [UInt32]
  /// Values on many differently named clients: a switchboard's phone, an accountant's e-mail.
  let sharedPhones: SharedValues
  let sharedEmails: SharedValues
  /// Whether an e-mail is an office's, by its number.
  let offices: [Bool]
  /// Whether a name stands in the dictionary of first names, by its number.
  let knownNames: [Bool]
  /// Whether a name is one that people bear, by its number.
  let borneNames: [Bool]
  /// Which kinds of evidence the base has at all.
  let has: EvidenceKinds
  let nameShapes: Shapes
  let emailShapes: Shapes
  let phoneShapes: Shapes
  let placeShapes: Shapes
  let orgShapes: Shapes
  let textShapes: Shapes
  let orgWords: WordWeights
  let textWords: WordWeights
  let addressWords: WordWeights

  init(evidence: Evidence, nicknames: Nicknames, jobs: Int = 1) {
    self.evidence = evidence
    has = EvidenceKinds(evidence)
    let givenCounts = Counts.of(evidence.given, in: evidence.names.count)
    self.givenCounts = givenCounts
    let dictionary = nicknames.names(of: evidence.names)
    var fullNames: [UInt32] = []
    var nameEnds: [UInt32] = []
    for name in 0..<UInt32(evidence.names.count) {
      fullNames += dictionary[name] ?? []
      nameEnds.append(UInt32(fullNames.count))
    }
    self.fullNames = fullNames
    self.nameEnds = nameEnds
    let knownNames = nicknames.knownNames(of: evidence.names)
    self.knownNames = knownNames
    // A base too small to show leaves it open; else a name is in the dictionary or on many records.
    let many = max(4, evidence.count / 2000)
    borneNames = (0..<evidence.names.count).map {
      evidence.count < Self.fewRecords || knownNames[$0] || dictionary[UInt32($0)] != nil
        || givenCounts[$0] > many
    }
    (sharedPhones, sharedEmails) = Parallel.both(jobs: jobs) {
      SharedValues(evidence.phone, in: evidence.phones.count, of: evidence)
    } _: {
      SharedValues(evidence.email, in: evidence.emails.count, of: evidence)
    }
    (addressWords, (orgWords, textWords)) = Parallel.both(jobs: jobs) {
      WordWeights(evidence.places)
    } _: {
      (WordWeights(evidence.orgs), WordWeights(evidence.texts))
    }
    nameShapes = Shapes(evidence.names, jobs: jobs)
    emailShapes = Shapes(evidence.emails, jobs: jobs)
    phoneShapes = Shapes(evidence.phones, jobs: jobs)
    placeShapes = Shapes(evidence.places, jobs: jobs)
    orgShapes = Shapes(evidence.orgs, jobs: jobs)
    textShapes = Shapes(evidence.texts, jobs: jobs)
    offices = (0..<evidence.emails.count).map { Self.isOffice(evidence.emails.utf8(UInt32($0))) }
  }

  /// Whether two names may stand for one full name.
  func shareFullName(_ one: UInt32, _ other: UInt32) -> Bool {
    for mine in range(one) {
      for theirs in range(other) where fullNames[mine] == fullNames[theirs] { return true }
    }
    return false
  }

  private func range(_ name: UInt32) -> Range<Int> {
    (name == 0 ? 0 : Int(nameEnds[Int(name) - 1]))..<Int(nameEnds[Int(name)])
  }

  /// The pattern of a pair.
  func pattern(_ a: Int, _ b: Int) -> Pattern {
    var pattern = Pattern()
    let place = Comparison.Place.self
    let (givenA, givenB) = (evidence.given[a], evidence.given[b])
    let (surnameA, surnameB) = (evidence.surname[a], evidence.surname[b])
    if isSwapped(givenA, surnameA, givenB, surnameB) {
      pattern[place.given] = Comparison.Given.swapped
      pattern[place.surname] = Comparison.Surname.swapped
    } else {
      pattern[place.given] = given(givenA, givenB)
      if has.middle, pattern[place.given] == Comparison.Given.different,
        bearsAsMiddle(givenA, evidence.middle[b]) || bearsAsMiddle(givenB, evidence.middle[a])
      {
        pattern[place.given] = Comparison.Given.alike
      }
      pattern[place.surname] = surname(surnameA, surnameB)
    }
    if has.middle { pattern[place.middle] = middle(evidence.middle[a], evidence.middle[b]) }
    if has.birth { pattern[place.birth] = birth(evidence.birth[a], evidence.birth[b]) }
    if has.document { pattern[place.document] = document(a, b) }
    if has.email { pattern[place.email] = email(a, b, pattern) }
    pattern[place.household] = household(a, b)
    if has.org { pattern[place.org] = org(evidence.org[a], evidence.org[b]) }
    if has.handle { pattern[place.handle] = handle(a, b) }
    if has.gender, evidence.gender[a] != 0, evidence.gender[b] != 0 {
      pattern[place.gender] = evidence.gender[a] == evidence.gender[b] ? 1 : 2
    }
    if has.source { pattern[place.source] = source(a, b) }
    for (index, column) in evidence.text.enumerated() {
      pattern[place.texts + index] = text(column[a], column[b])
    }
    return pattern
  }
}
