/// A pattern as a graph of states that may be in several places at once (Thompson's construction).
struct PatternGraph {
  enum State {
    case final
    /// Goes on to both without reading.
    case split(Int, Int)
    /// Reads a scalar of the set of that number.
    case read(Int, then: Int)
  }

  /// Greatest number of states: repetitions are written out.
  static let mostStates = 20_000

  private(set) var states: [State] = [.final]
  private(set) var sets: [ScalarSet] = []
  let final = 0

  /// Adds what reads `node` and goes on to state `after`; gives its first state.
  mutating func add(_ node: PatternNode, before after: Int) throws(ConstraintError) -> Int {
    guard states.count < Self.mostStates else { throw Self.tooLarge }
    switch node {
    case .set(let set):
      let number = sets.firstIndex(of: set) ?? sets.count
      if number == sets.count { sets.append(set) }
      return append(.read(number, then: after))
    case .sequence(let nodes):
      var start = after
      for node in nodes.reversed() { start = try add(node, before: start) }
      return start
    case .choice(let nodes):
      var start = try add(nodes[nodes.count - 1], before: after)
      for node in nodes.dropLast().reversed() { start = append(.split(try add(node, before: after), start)) }
      return start
    case .repeated(let node, let least, let most):
      var start = after
      if let most {
        // Each further one may be the last: all of them go on to `after`.
        for _ in least..<most { start = append(.split(try add(node, before: start), after)) }
      } else {
        let loop = append(.split(after, after))
        states[loop] = .split(try add(node, before: loop), after)
        start = loop
      }
      for _ in 0..<least { start = try add(node, before: start) }
      return start
    }
  }

  static var tooLarge: ConstraintError {
    ConstraintError("the pattern is too large", remedy: "write it with fewer or smaller repetitions")
  }

  private mutating func append(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }
}

/// The graph made deterministic: one state at a time, one step a scalar.
struct PatternMachine {
  /// Greatest number of states; a table of as many rows stays within a megabyte for ordinary patterns.
  static let mostStates = 4_096

  private(set) var next: [UInt16]
  private(set) var isFinal: [Bool]

  init(_ graph: PatternGraph, start: Int, classes: ScalarClasses) throws(ConstraintError) {
    let width = classes.count
    next = [UInt16](repeating: 0, count: 2 * width)
    isFinal = [false, false]
    // State 0 leads nowhere, state 1 is the start; further ones are numbered as they are met.
    var sets: [[Int]] = [[], Self.closure([start], graph)]
    var numbers: [[Int]: Int] = [[]: 0, sets[1]: 1]
    var work = 0
    var place = 1
    while place < sets.count {
      isFinal[place] = sets[place].contains(graph.final)
      var targets = [[Int]](repeating: [], count: width)
      for state in sets[place] {
        guard case .read(let set, let then) = graph.states[state] else { continue }
        for kind in classes.members[set] { targets[kind].append(then) }
      }
      for kind in 0..<width where !targets[kind].isEmpty {
        let set = Self.closure(targets[kind], graph)
        work += set.count
        let number = numbers[set] ?? sets.count
        if number == sets.count {
          guard number < Self.mostStates, work < 4_000_000 else { throw PatternGraph.tooLarge }
          numbers[set] = number
          sets.append(set)
          isFinal.append(false)
          next += [UInt16](repeating: 0, count: width)
        }
        next[place * width + kind] = UInt16(number)
      }
      place += 1
    }
  }

  /// The reading and final states that can be reached without reading, ascending.
  private static func closure(_ starts: [Int], _ graph: PatternGraph) -> [Int] {
    var seen: Set<Int> = []
    var open = starts
    while let state = open.popLast() {
      guard seen.insert(state).inserted, case .split(let one, let other) = graph.states[state] else {
        continue
      }
      open.append(one)
      open.append(other)
    }
    return seen.filter { state in
      if case .split = graph.states[state] { false } else { true }
    }.sorted()
  }
}
