import Tables

/// Compares two records level by level.
///
/// Immutable; records must be given in ascending order, so that ties inside a comparison fall one way.
struct PairComparator: Sendable {
  let evidence: Evidence
  /// How many records have each given name, to tell a slip from another name.
  let givenCounts: [UInt32]
  let nicknames: [UInt32: [UInt32]]
  /// Values on many differently named clients: a switchboard's phone, an accountant's e-mail.
  let sharedPhones: SharedValues
  let sharedEmails: SharedValues
  /// Whether an e-mail is an office's, by its number.
  let offices: [Bool]
  /// Whether a name stands in the dictionary of first names, by its number.
  let knownNames: [Bool]
  let orgWords: WordWeights
  let textWords: WordWeights
  let addressWords: WordWeights

  init(evidence: Evidence, nicknames: Nicknames) {
    self.evidence = evidence
    givenCounts = Counts.of(evidence.given, in: evidence.names.count)
    self.nicknames = nicknames.names(of: evidence.names)
    sharedPhones = SharedValues(evidence.phone, in: evidence.phones.count, of: evidence)
    sharedEmails = SharedValues(evidence.email, in: evidence.emails.count, of: evidence)
    knownNames = nicknames.knownNames(of: evidence.names)
    orgWords = WordWeights(evidence.orgs)
    textWords = WordWeights(evidence.texts)
    addressWords = WordWeights(evidence.places)
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
      pattern[place.surname] = Comparison.Surname.swapped
    } else {
      pattern[place.given] = given(givenA, givenB)
      if pattern[place.given] == Comparison.Given.different,
        bearsAsMiddle(givenA, evidence.middle[b]) || bearsAsMiddle(givenB, evidence.middle[a])
      {
        pattern[place.given] = Comparison.Given.alike
      }
      pattern[place.surname] = surname(surnameA, surnameB)
    }
    pattern[place.middle] = middle(evidence.middle[a], evidence.middle[b])
    pattern[place.birth] = birth(evidence.birth[a], evidence.birth[b])
    pattern[place.document] = document(a, b)
    pattern[place.email] = email(a, b, pattern)
    pattern[place.household] = household(a, b)
    pattern[place.org] = org(evidence.org[a], evidence.org[b])
    pattern[place.handle] = handle(a, b)
    if evidence.gender[a] != 0, evidence.gender[b] != 0 {
      pattern[place.gender] = evidence.gender[a] == evidence.gender[b] ? 1 : 2
    }
    if evidence.source[a] != 0, evidence.source[b] != 0 {
      pattern[place.source] = evidence.source[a] == evidence.source[b] ? 1 : 2
    }
    for (index, column) in evidence.text.enumerated() {
      pattern[place.texts + index] = text(column[a], column[b])
    }
    return pattern
  }
}
