import Tables

/// What the records say of themselves, as numbers of match keys; 0 where they say nothing.
struct Evidence: Sendable {
  /// Values of given names, middle names and surnames share a store, so that swapped names meet.
  var names = ValueStore()
  var given: [UInt32] = []
  var middle: [UInt32] = []
  var surname: [UInt32] = []
  /// 1 junior, 2 senior or the first of a name, 3 the second and so on; 0 not said.
  var generation: [UInt8] = []

  /// Names of organisations without legal form; also of titled things.
  var orgs = ValueStore()
  var org: [UInt32] = []
  var form: [LegalForm] = []

  /// `yyyymmdd`.
  var dates = ValueStore()
  var birth: [UInt32] = []

  /// Identifiers; a document begins with a byte that tells of which column it is.
  var codes = ValueStore()
  var document = ValueList()
  var inn: [UInt32] = []
  var kpp: [UInt32] = []
  var ogrn: [UInt32] = []
  var gender: [UInt32] = []
  /// Which lists the record was taken from.
  var source = ValueList()
  /// Matches that earlier merges found: records that were in several lists, and several times in one.
  var mergedBetweenLists = 0
  var mergedWithinLists = 0

  var phones = ValueStore()
  var phone = ValueList()
  var emails = ValueStore()
  var email = ValueList()
  /// What stands before the `@` of each e-mail, by its number, spelled as loosely as names are.
  var mailboxes = ValueStore()
  var mailbox: [UInt32] = [0]
  var handles = ValueStore()
  var handle = ValueList()

  var places = ValueStore()
  var address: [UInt32] = []
  var postcode: [UInt32] = []
  var city: [UInt32] = []

  /// Columns without a role of their own.
  var texts = ValueStore()
  var text: [[UInt32]] = []
  var textNames: [String] = []

  /// Whether so many birth dates are the first of January that the day only stands in for an unknown one.
  var hasYearDates = false

  /// Whether of a birth date only the year is known.
  @inline(__always) func isYearOnly(_ date: Span<UInt8>) -> Bool {
    let ending = date.extracting(4..<8)
    return hasYearDates && ending.equals("0101") || ending.equals("0000")
  }

  /// Number of records.
  var count: Int { given.count }

  /// Takes phones, e-mails and accounts from evidence that holds these alone.
  mutating func takeContacts(_ other: Evidence) {
    (phones, phone) = (other.phones, other.phone)
    (emails, email) = (other.emails, other.email)
    (mailboxes, mailbox) = (other.mailboxes, other.mailbox)
    (handles, handle) = (other.handles, other.handle)
  }

  /// Takes addresses and columns without a role from evidence that holds these alone.
  mutating func takePlaces(_ other: Evidence) {
    (places, address, postcode, city) = (other.places, other.address, other.postcode, other.city)
    (texts, text, textNames) = (other.texts, other.text, other.textNames)
  }

  /// A number that equals where all that is said equals, and depends on content alone.
  func contentHash(_ record: Int) -> UInt64 {
    var hash: UInt64 = Hash64.mix(UInt64(generation[record]) << 8 | UInt64(form[record].rawValue))
    for (store, id) in [
      (names, given[record]), (names, middle[record]), (names, surname[record]), (orgs, org[record]),
      (dates, birth[record]), (codes, inn[record]), (codes, kpp[record]),
      (codes, ogrn[record]), (codes, gender[record]), (places, address[record]),
      (places, postcode[record]),
      (places, city[record]),
    ] { hash = Hash64.join(hash, store.hash(id)) }
    for column in text { hash = Hash64.join(hash, texts.hash(column[record])) }
    for (store, list) in [
      (phones, phone), (emails, email), (handles, handle), (codes, document), (codes, source),
    ] {
      var sum: UInt64 = 0
      for place in list.range(record) { sum = sum &+ Hash64.mix(store.hash(list[place])) }
      hash = Hash64.join(hash, sum)
    }
    return hash
  }

  /// How many things that can tell a client are filled.
  func informativeCount(_ record: Int) -> Int {
    var count = 0
    for id in [given, surname, org, birth, inn, ogrn, address] where id[record] != 0 {
      count += 1
    }
    for list in [phone, email, handle, document] where !list.isEmpty(record) { count += 1 }
    return count
  }

  /// The evidence of the given records, in that order.
  func gathering(_ records: [UInt32]) -> Evidence {
    func pick<T>(_ values: [T]) -> [T] { records.map { values[Int($0)] } }
    var result = self
    result.given = pick(given)
    result.middle = pick(middle)
    result.surname = pick(surname)
    result.generation = pick(generation)
    result.org = pick(org)
    result.form = pick(form)
    result.birth = pick(birth)
    result.document = document.gathering(records)
    result.inn = pick(inn)
    result.kpp = pick(kpp)
    result.ogrn = pick(ogrn)
    result.gender = pick(gender)
    result.source = source.gathering(records)
    result.phone = phone.gathering(records)
    result.email = email.gathering(records)
    result.handle = handle.gathering(records)
    result.address = pick(address)
    result.postcode = pick(postcode)
    result.city = pick(city)
    result.text = text.map { pick($0) }
    return result
  }
}
