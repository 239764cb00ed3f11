/// What kind of party a client is.
enum ClientKind {
  case firm, entrepreneur, person
}

/// A true client, before anybody typed him in.
struct Client {
  /// His number in the truth tables.
  var number: Int
  var kind: ClientKind
  var form: LegalForm
  /// The firm's name without form and quotes.
  var core: String
  /// Owner, contact, or the person himself.
  var person: Person
  var birth: Day
  var inn: String
  var kpp: String
  var ogrn: String
  var bic: String
  var account: String
  var phones: [Phone]
  var email: String?
  var place: Place
  var manager: String
  var pace: Pace
  /// Why he looks like another client, if he does.
  var lookalike: Dirt?

  /// Whether a valid phone or e-mail of his stands in the base.
  var hasChannel = true
  /// Whether his channels and numbers are kept readable, because several rows must show him the same.
  var isKept = false
}

/// When a client came and when he was last heard of.
struct Pace {
  var created: Day
  /// The last order or contact; nil for a client of whom no date is known.
  var last: Day?
  /// Whether that last day is an order's, and no contact was noted in his row.
  var lastIsOrder = false
}

extension Dice {
  /// A client's times: half are active, the rest dormant, gone, or without a date.
  ///
  /// No last day lies within a week of the bounds (12 and 36 months before the day of judgement).
  mutating func pace(undated: Int = 10) -> Pace {
    let last: Day? = weighted([
      (50, Day.today - number(in: 4...350)), (20, Day.today - number(in: 375...1080)),
      (20, Day.today - number(in: 1110...4000)), (undated, nil),
    ])
    let from = last ?? Day.today - number(in: 20...2500)
    let created = max(Day(2009, 1, 12), from - number(in: 0...1800))
    return Pace(created: created, last: last, lastIsOrder: last != nil && chance(40))
  }

  /// A client of that kind.
  mutating func client(_ kind: ClientKind, number: Int, core: String, city: City? = nil) -> Client {
    let city = city ?? pick(Places.cities)
    let person = person()
    let pace = pace()
    let year = max(2002, pace.created.parts.year - self.number(in: 0...6))
    let inn = kind == .firm ? organisationINN(region: city.region) : personINN(region: city.region)
    let bic = bic(territory: city.territory)
    let hasCityPhone = kind == .firm ? chance(65) : chance(10)
    let first = hasCityPhone ? cityPhone(city) : mobilePhone()
    return Client(
      number: number, kind: kind, form: weighted(Firms.forms), core: core, person: person,
      birth: Day(self.number(in: 1955...2003), self.number(in: 1...12), self.number(in: 1...28)), inn: inn,
      kpp: kind == .firm ? kpp(ofINN: inn) : "",
      ogrn: kind == .firm
        ? ogrn(region: city.region, year: year)
        : kind == .entrepreneur ? ogrnip(region: city.region, year: max(2004, year)) : "",
      bic: kind == .person ? "" : bic,
      account: kind == .person ? "" : account(balance: kind == .firm ? "40702" : "40802", bic: bic),
      phones: [first, mobilePhone()],
      email: chance(78) ? email(of: person, firm: kind == .firm ? core : nil) : nil,
      place: place(in: city, isOffice: kind == .firm), manager: pick(Firms.managers), pace: pace)
  }
}
