/// Client ids carried over from an earlier run.
///
/// A client that gained members keeps its id. Where two clients became one, the lesser id stays and the other is
/// written down; where one fell apart, the larger part keeps the id.
struct StableIDs {
  /// One id a client.
  private(set) var ids: [String]
  /// Ids that were given up now or before.
  private(set) var formerIDs: [PreviousRun.FormerID] = []

  /// One client's share in an earlier one.
  private struct Share {
    var old: Int32
    var client: Int
    var members: Int
    var isOwn: Bool
    /// Whether a record of it can have come from that earlier client alone.
    var isCertain: Bool
  }

  /// - Parameters:
  ///   - natural: the ids that the clients would have without a past.
  ///   - members: for each client the records it is made of, and the client ids that they carried.
  ///   - previous: the past.
  /// - Complexity: O(members log members).
  init(natural: [String], members: [[(key: RecordKey, id: String?)]], previous: PreviousRun) {
    ids = natural
    let shares = Self.shares(natural, members, previous)
    // Each earlier client goes where most of its records went.
    var home: [Int32: Share] = [:]
    for share in shares where home[share.old].map({ Self.isBetter(share, $0, natural) }) ?? true {
      home[share.old] = share
    }
    var winner: [Int: Int32] = [:]
    for share in home.values {
      guard let now = winner[share.client] else {
        winner[share.client] = share.old
        continue
      }
      if previous.ids[Int(share.old)] < previous.ids[Int(now)] { winner[share.client] = share.old }
    }
    var taken = Set(winner.values.map { previous.ids[Int($0)] })
    for (client, old) in winner { ids[client] = previous.ids[Int(old)] }
    for client in ids.indices.sorted(by: { natural[$0] < natural[$1] }) where winner[client] == nil {
      var number = 1
      while !taken.insert(ids[client]).inserted {
        ids[client] = ClientIdentity.again(natural[client], number)
        number += 1
      }
    }
    note(shares, home, winner, previous)
  }

  private static func shares(
    _ natural: [String], _ members: [[(key: RecordKey, id: String?)]], _ previous: PreviousRun
  ) -> [Share] {
    var shares: [Share] = []
    for (client, records) in members.enumerated() {
      var counts: [Int32: Int] = [:]
      var certain: Set<Int32> = []
      let same = previous.number(of: natural[client])
      for record in records {
        var olds = record.id.flatMap(previous.number).map { [$0] } ?? Set(previous.clients(of: record.key))
        // Equal records of several clients: which is which is told by the id that this one would have anyway.
        if let same, olds.contains(same) { olds = [same] }
        if olds.count == 1 { certain.formUnion(olds) }
        for old in olds { counts[old, default: 0] += 1 }
      }
      for (old, count) in counts {
        shares.append(
          Share(
            old: old, client: client, members: count, isOwn: old == same, isCertain: certain.contains(old)))
      }
    }
    return shares
  }

  private static func isBetter(_ share: Share, _ other: Share, _ natural: [String]) -> Bool {
    if share.members != other.members { return share.members > other.members }
    if share.isOwn != other.isOwn { return share.isOwn }
    return natural[share.client] < natural[other.client]
  }

  private mutating func note(
    _ shares: [Share], _ home: [Int32: Share], _ winner: [Int: Int32], _ previous: PreviousRun
  ) {
    var now: [String: String] = [:]
    for share in shares {
      let old = previous.ids[Int(share.old)]
      guard ids[share.client] != old else { continue }
      let isHome = home[share.old]?.client == share.client
      guard isHome || share.isCertain else { continue }
      if isHome { now[old] = ids[share.client] }
      // A part of a client that another client's id covers is a split, unless the whole went there.
      formerIDs.append(.init(former: old, client: ids[share.client], how: isHome ? "merged" : "split"))
    }
    // What was given up before leads to where its heir went, unless it lives again.
    let living = Set(ids)
    for past in previous.formerIDs where !living.contains(past.former) {
      let heir = PreviousRun.FormerID(
        former: past.former, client: now[past.client] ?? past.client, how: past.how)
      if !formerIDs.contains(heir) { formerIDs.append(heir) }
    }
    formerIDs.sort { ($0.former, $0.client) < ($1.former, $1.client) }
  }
}
