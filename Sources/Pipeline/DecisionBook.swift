import RuleKit
import Tables

/// A person's decisions, found again in the records of a run.
///
/// A record is found by its content, or by the client id that an earlier run gave it. Records are nodes: client
/// rows first, then the records of the base compared against.
struct DecisionBook {
  let decisions: [Decision]
  /// For each decision the nodes of its two sides.
  private let sides: [(a: [Int], b: [Int])]
  /// What became of each.
  private(set) var outcomes: [Decision.Outcome]

  /// Whether nobody decided anything that concerns these records.
  let isIdle: Bool

  /// - Complexity: O(records + decisions).
  init(_ decisions: [Decision], records: [RecordKey], ids: TextColumn?, others: [RecordKey] = []) {
    self.decisions = decisions
    var nodes: [RecordKey: [Int]] = [:]
    var clients: [String: [Int]] = [:]
    for decision in decisions {
      nodes[decision.a] = []
      nodes[decision.b] = []
      for id in [decision.clientA, decision.clientB] { if let id { clients[id] = [] } }
    }
    if !nodes.isEmpty {
      for (node, key) in (records + others).enumerated() where nodes[key] != nil { nodes[key]?.append(node) }
      if let ids, !clients.isEmpty {
        for row in 0..<ids.count { if let id = ids[row], clients[id] != nil { clients[id]?.append(row) } }
      }
    }
    func found(_ key: RecordKey, _ client: String?) -> [Int] {
      let byContent = nodes[key] ?? []
      return byContent.isEmpty ? client.flatMap { clients[$0] } ?? [] : byContent
    }
    sides = decisions.map { (found($0.a, $0.clientA), found($0.b, $0.clientB)) }
    outcomes = zip(decisions, sides).map { decision, sides in
      let isPresent =
        decision.a == decision.b ? sides.a.count > 1 : !sides.a.isEmpty && !sides.b.isEmpty
      return isPresent ? .applied : .absent
    }
    isIdle = !zip(decisions, outcomes).contains { $0.choice != .later && $1 == .applied }
  }

  /// The fences between nodes, each node under the number it has now (nil: it is gone).
  func fences(_ now: (Int) -> Int?) -> Fences {
    var fences = Fences()
    for index in decisions.indices where isInForce(index, .notDuplicate) {
      let isTwin = decisions[index].a == decisions[index].b
      for node in sides[index].a {
        if let node = now(node) { fences.put(node, .init(fence: Int32(index), side: isTwin ? 2 : 0)) }
      }
      for node in isTwin ? [] : sides[index].b {
        if let node = now(node) { fences.put(node, .init(fence: Int32(index), side: 1)) }
      }
    }
    return fences
  }

  /// Pairs of nodes that are one client, the first node of the one side with every other.
  var unions: [(decision: Int, a: Int, b: Int)] {
    decisions.indices.filter { isInForce($0, .merge) }.flatMap { index in
      let all = sides[index].a + (decisions[index].a == decisions[index].b ? [] : sides[index].b)
      return all.dropFirst().map { (index, all[0], $0) }
    }
  }

  private func isInForce(_ index: Int, _ choice: Decision.Choice) -> Bool {
    decisions[index].choice == choice && outcomes[index] == .applied
  }

  /// Notes that a decision cannot be followed because another one stands against it.
  mutating func contradict(_ index: Int) { outcomes[index] = .contradicted }

  /// What stands in a link's evidence where a person decided it.
  static func evidence(_ choice: Decision.Choice, with others: String? = nil) -> String {
    let (level, en, ru) =
      choice == .merge
      ? ("merge", "a person said: merge", "решение человека: объединить")
      : ("not-duplicate", "a person said: not a duplicate", "решение человека: не дубль")
    let bits = choice == .merge ? 40 : -40
    let own = #""decision":{"bits":\#(bits),"en":"\#(en)","level":"\#(level)","ru":"\#(ru)"}"#
    guard let others, others.hasPrefix("{"), others != "{}" else { return "{\(own)}" }
    return "{\(own)," + others.dropFirst()
  }
}
