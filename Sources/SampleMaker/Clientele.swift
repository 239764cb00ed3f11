/// A clients table with its orders: true clients, typed in with every kind of dirt, in the order of entry.
struct Clientele {
  let clients: [Client]
  private(set) var rows: [ClientRow] = []
  private(set) var orders: [Order] = []
  private(set) var typist: Typist

  init(_ size: ClienteleSize, seed: UInt64) {
    let population = Population(size, seed: seed)
    (clients, typist) = (population.clients, population.typist)
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
      guard let name = rows[index][.name].value.text, name.contains("»"),
        rows[index][.kpp].value.text?.hasSuffix("43001") == true
      else { continue }
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
