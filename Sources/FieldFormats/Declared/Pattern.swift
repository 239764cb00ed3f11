import Tables

/// A pattern held against whole values.
///
/// It is made into a deterministic automaton over classes of Unicode scalars when it is read (subset construction
/// over Thompson's automaton: Thompson 1968, «Regular Expression Search Algorithm»). So a look at a value takes
/// one step a character whatever the pattern, and allocates nothing; a pattern whose automaton would grow out of
/// bounds is refused when the standard is read, not met at night by a value that never ends.
public struct Pattern: Sendable {
  /// The pattern as it was written.
  public let text: String
  /// For each state and class the next state; state 0 leads nowhere.
  private let next: [UInt16]
  private let isFinal: [Bool]
  private let classes: ScalarClasses

  /// Reads a pattern.
  /// - Throws: `ConstraintError` when it is ill formed, cannot be matched in linear time, or is too large.
  /// - Complexity: O(states × classes), both bounded.
  public init(_ text: String) throws(ConstraintError) {
    self.text = text
    let node = try PatternParser.parse(text)
    var graph = PatternGraph()
    let start = try graph.add(node, before: graph.final)
    classes = ScalarClasses(graph.sets)
    let machine = try PatternMachine(graph, start: start, classes: classes)
    next = machine.next
    isFinal = machine.isFinal
  }

  /// Whether the whole value fits.
  /// - Complexity: O(bytes); allocates nothing.
  public func matches(_ value: Span<UInt8>) -> Bool {
    var state = 1
    var index = 0
    while index < value.count {
      let kind: Int
      let byte = value[index]
      if byte < 0x80 {
        kind = classes.ofASCII(byte)
        index += 1
      } else {
        kind = classes.find(Self.scalar(value, &index))
      }
      state = Int(next[state * classes.count + kind])
      if state == 0 { return false }
    }
    return isFinal[state]
  }

  /// Decodes the scalar at a place and steps over it; what is ill formed counts as U+FFFD, a byte at a time.
  private static func scalar(_ value: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let lead = value[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= value.count else {
      index += 1
      return 0xFFFD
    }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { scalar = scalar << 6 | UInt32(value[index + offset] & 0x3F) }
    index += length
    return scalar
  }
}

/// Classes of scalars that a pattern tells apart.
struct ScalarClasses: Sendable {
  /// How many there are.
  let count: Int
  private let ascii: [UInt16]
  /// First scalars of the runs beyond ASCII that are of one class, and their classes.
  private let starts: [UInt32]
  private let kinds: [UInt16]
  /// For each set of the pattern the classes it is made of.
  let members: [[Int]]

  init(_ sets: [ScalarSet]) {
    var bounds: Set<UInt32> = [0]
    for range in sets.joinedRanges {
      bounds.insert(range.lowerBound)
      if range.upperBound < 0x10FFFF { bounds.insert(range.upperBound + 1) }
    }
    // Runs that the same sets hold are one class.
    let sorted = bounds.sorted()
    var known: [[Bool]: Int] = [:]
    var classOfRun: [Int] = []
    var members = [[Int]](repeating: [], count: sets.count)
    for start in sorted {
      let holders = sets.map { $0.contains(start) }
      let kind = known[holders] ?? known.count
      if known[holders] == nil {
        known[holders] = kind
        for (index, holds) in holders.enumerated() where holds { members[index].append(kind) }
      }
      classOfRun.append(kind)
    }
    count = known.count
    self.members = members
    starts = sorted
    kinds = classOfRun.map(UInt16.init)
    ascii = (0..<128).map { byte in
      UInt16(classOfRun[(sorted.lastIndex { $0 <= UInt32(byte) }) ?? 0])
    }
  }

  @inline(__always)
  func ofASCII(_ byte: UInt8) -> Int { Int(ascii[Int(byte)]) }

  /// - Complexity: O(log of the runs).
  func find(_ scalar: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return Int(kinds[low])
  }
}

extension [ScalarSet] {
  fileprivate var joinedRanges: [ClosedRange<UInt32>] { flatMap(\.ranges) }
}

extension ScalarSet {
  fileprivate func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }
}
