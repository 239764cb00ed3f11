/// An order of a client.
struct Order {
  /// Index of the row it hangs on, in `Clientele.rows`; nil for an orphan.
  var row: Int?
  var day: Day
  var kopecks: Int
  var status: Status

  enum Status: String, CaseIterable {
    case paid = "Оплачен"
    case shipped = "Отгружен"
    case unpaid = "Не оплачен"
    case cancelled = "Отменён"

    /// The word of a base that was kept in English.
    var english: String {
      switch self {
      case .paid: "paid"
      case .shipped: "shipped"
      case .unpaid: "overdue"
      case .cancelled: "cancelled"
      }
    }
  }
}

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

/// A clients table with its orders: true clients, typed in with every kind of dirt, in the order of entry.
struct Clientele {
  private(set) var clients: [Client] = []
  private(set) var rows: [ClientRow] = []
  private(set) var orders: [Order] = []
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
    typeRows(duplicates: size.duplicates)
    copyRows(size.exactCopies)
    for _ in 0..<size.keyOnlyRows {
      var row = ClientRow(client: nil, created: Day.today - typist.dice.number(in: 100...3000))
      row.about = [.keyOnlyRow]
      rows.append(row)
    }
    let sorted = rows.enumerated().sorted {
      ($0.element.created, $0.offset) < ($1.element.created, $1.offset)
    }
    rows = sorted.map(\.element)
    takeOrders(most: size.mostOrders, orphans: size.orphans)
  }

  // MARK: Who there is

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

  // MARK: What was typed

  private mutating func typeRows(duplicates: Int) {
    for (index, client) in clients.enumerated() {
      rows.append(typist.row(client, contact: client.pace.lastIsOrder ? nil : client.pace.last))
      guard index < duplicates else { continue }
      let until = client.pace.last ?? Day.today - 5
      let entered = client.pace.created + typist.dice.below(until.number - client.pace.created.number + 1)
      let heard = typist.dice.chance(40) && client.pace.last != nil ? entered : nil
      rows.append(typist.duplicate(of: client, contact: heard, after: entered))
    }
    for index in rows.indices where rows[index].about.contains(.differentBranch) && typist.dice.chance(50) {
      let city = clients[(rows[index].client ?? 1) - 1].place.city.name
      guard let name = rows[index][.name].value.text, name.contains("»") else { continue }
      rows[index][.name].value = .text("\(name) филиал в г. \(city)")
    }
  }

  private mutating func copyRows(_ count: Int) {
    for row in typist.dice.shuffled(rows).prefix(count) {
      var copy = row
      copy.about = copy.about.filter { !$0.rawValue.hasPrefix("duplicate") } + [.duplicateExact]
      copy.created = row.created
      rows.append(copy)
    }
  }

  // MARK: What they bought

  private mutating func takeOrders(most: Int, orphans: Int) {
    var rowsOfClient: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      if let client = row.client { rowsOfClient[client, default: []].append(index) }
    }
    for client in clients {
      guard let last = client.pace.last, let own = rowsOfClient[client.number] else { continue }
      guard client.pace.lastIsOrder || !typist.dice.chance(14) else { continue }
      let span = last.number - client.pace.created.number
      let count = typist.dice.number(in: 1...(last > Day.today - 360 ? most : most / 2 + 1))
      for order in 0..<count {
        let day = order == 0 && client.pace.lastIsOrder ? last : last - typist.dice.below(span + 1)
        let known = own.filter { rows[$0].created <= day }
        // A cancelled order never decides on the client's status: a later contact or order stands beside it.
        let status = typist.dice.weighted([
          (70, Order.Status.paid), (18, .shipped), (6, .unpaid), (order == 0 ? 0 : 6, .cancelled),
        ])
        orders.append(
          Order(row: typist.dice.pick(known.isEmpty ? own : known), day: day, kopecks: sum(), status: status))
      }
    }
    for _ in 0..<orphans {
      orders.append(
        Order(row: nil, day: Day.today - typist.dice.number(in: 400...2500), kopecks: sum(), status: .paid))
    }
    orders = orders.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
      \.element)
  }

  private mutating func sum() -> Int {
    let roubles = typist.dice.number(in: 4...900) * typist.dice.pick([50, 100, 100, 250, 500])
    return roubles * 100 + (typist.dice.chance(30) ? typist.dice.below(100) : 0)
  }

  /// The judge who has seen all rows and orders.
  var judge: Judge {
    var judge = Judge()
    for row in rows {
      judge.see(row.client, on: row.contact)
      judge.see(row.client, reaches: row.reaches)
    }
    for order in orders { judge.see(order.row.flatMap { rows[$0].client }, on: order.day) }
    return judge
  }
}
