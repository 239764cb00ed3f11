/// How large a clientele is to be made, and of whom.
struct ClienteleSize {
  var ordinary: Int
  var duplicates: Int
  var exactCopies: Int
  var branches: Int
  var families: Int
  var sharedPhones: Int
  var namesakes: Int
  var owners: Int
  var keyOnlyRows: Int
  var orphans: Int
  /// The most orders of one client within a year of activity.
  var mostOrders: Int
}

/// The true clients of a base, those who look alike included.
struct Population {
  private(set) var clients: [Client] = []
  private(set) var typist: Typist
  private var usedCores: Set<String> = []

  init(_ size: ClienteleSize, seed: UInt64) {
    typist = Typist(seed: seed)
    for number in 0..<size.ordinary { addOrdinary(getsDuplicate: number < size.duplicates) }
    for _ in 0..<size.branches { addBranches() }
    for _ in 0..<size.families { addFamily() }
    for _ in 0..<size.sharedPhones { addSharedPhone() }
    for _ in 0..<size.namesakes { addNamesakes() }
    for _ in 0..<size.owners { addOwner() }
  }

  private mutating func client(_ kind: ClientKind, city: City? = nil) -> Client {
    var core = typist.dice.firmName()
    while kind == .firm, !usedCores.insert(core).inserted { core = typist.dice.firmName() }
    return typist.dice.client(kind, number: clients.count + 1, core: core, city: city)
  }

  private mutating func add(_ client: Client) {
    var client = client
    client.number = clients.count + 1
    clients.append(client)
  }

  private mutating func addOrdinary(getsDuplicate: Bool) {
    var client = client(typist.dice.weighted([(68, .firm), (20, .entrepreneur), (12, .person)]))
    client.isKept = getsDuplicate
    client.hasChannel = getsDuplicate || !typist.dice.chance(7)
    add(client)
  }

  private mutating func addBranches() {
    var head = client(.firm)
    head.isKept = true
    head.lookalike = .differentBranch
    add(head)
    for _ in 0...typist.dice.below(2) {
      var branch = client(.firm)
      while branch.place.city.region == head.place.city.region { branch = client(.firm) }
      branch.isKept = true
      branch.lookalike = .differentBranch
      (branch.form, branch.inn, branch.ogrn) = (head.form, head.inn, head.ogrn)
      branch.kpp = typist.dice.branchKPP(region: branch.place.city.region)
      branch.core = head.core
      branch.email = nil
      add(branch)
    }
  }

  private mutating func addFamily() {
    let surname = typist.dice.surnamePair()
    var first = client(.person)
    first.isKept = true
    first.lookalike = .differentFamily
    let isWomanFirst = typist.dice.chance(50)
    first.person = typist.dice.person(isWoman: isWomanFirst, surname: surname)
    first.email = typist.dice.email(of: first.person, firm: nil)
    add(first)
    var other = client(.person)
    other.isKept = true
    other.lookalike = .differentFamily
    other.person = typist.dice.person(isWoman: !isWomanFirst, surname: surname)
    other.email = nil
    (other.place, other.phones[0]) = (first.place, first.phones[0])
    add(other)
  }

  private mutating func addSharedPhone() {
    var one = client(.firm)
    one.phones[0] = typist.dice.cityPhone(one.place.city)
    var other = client(.firm, city: one.place.city)
    (one.isKept, other.isKept) = (true, true)
    (one.lookalike, other.lookalike) = (.differentSharedPhone, .differentSharedPhone)
    other.phones[0] = one.phones[0]
    (other.place.street, other.place.house) = (one.place.street, one.place.house)
    add(one)
    add(other)
  }

  private mutating func addNamesakes() {
    var one = client(.person)
    var other = client(.person)
    (one.isKept, other.isKept) = (true, true)
    (one.lookalike, other.lookalike) = (.differentNamesake, .differentNamesake)
    other.person = one.person
    other.email = nil
    add(one)
    add(other)
  }

  private mutating func addOwner() {
    var firm = client(.firm)
    var sole = client(.entrepreneur, city: firm.place.city)
    (firm.isKept, sole.isKept) = (true, true)
    (firm.lookalike, sole.lookalike) = (.differentOwner, .differentOwner)
    (sole.person, sole.phones, sole.email) = (firm.person, firm.phones, firm.email)
    add(firm)
    add(sole)
  }
}
