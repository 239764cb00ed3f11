/// A pattern taken apart.
indirect enum PatternNode: Sendable {
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Why a pattern, a range or another constraint of a field cannot be.
public struct ConstraintError: Error, Equatable {
  /// What is wrong, lower case.
  public var problem: String
  /// What to do.
  public var remedy: String

  init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }
}

/// Reads the syntax of patterns: what a machine without memory can match, and nothing else.
///
/// Literals, `.`, `[…]`, `\d \w \s \D \W \S \p{L} \p{Lu} \p{Ll} \p{N}`, groups, `|`, `* + ? {n} {n,} {n,m}`, and
/// `(?i)` in front. `^` and `$` at the ends of an alternative change nothing: a pattern is held against the whole
/// value. Back-references and look-around are refused: they cannot be matched in linear time.
struct PatternParser {
  /// Greatest count of a repetition.
  static let mostRepeats = 1_000

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var ignoresCase = false
  private var depth = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static func parse(_ text: String) throws(ConstraintError) -> PatternNode {
    var parser = PatternParser(text)
    if text.hasPrefix("(?i)") {
      parser.ignoresCase = true
      parser.index = 4
    }
    let node = try parser.choice()
    guard parser.index == parser.scalars.count else {
      throw ConstraintError(
        "the pattern closes a group that is not open", remedy: "write \\) for the sign itself")
    }
    return node
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() throws(ConstraintError) -> PatternNode {
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(ConstraintError) -> PatternNode {
    var nodes: [PatternNode] = []
    if depth == 0 { _ = take("^") }
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "$", depth == 0, index + 1 == scalars.count || scalars[index + 1] == "|" {
        index += 1
        break
      }
      let atom = try atom()
      nodes.append(try quantified(atom))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified(_ atom: PatternNode) throws(ConstraintError) -> PatternNode {
    var node = atom
    while let scalar = next {
      switch scalar {
      case "*": node = .repeated(node, least: 0, most: nil)
      case "+": node = .repeated(node, least: 1, most: nil)
      case "?": node = .repeated(node, least: 0, most: 1)
      case "{":
        index += 1
        node = try counted(node)
        continue
      default: return node
      }
      index += 1
    }
    return node
  }

  private mutating func counted(_ node: PatternNode) throws(ConstraintError) -> PatternNode {
    let least = number()
    var most = least
    if take(",") { most = number() }
    guard let least, take("}"), least <= most ?? least, max(least, most ?? 0) <= Self.mostRepeats else {
      throw ConstraintError(
        "the pattern has a count that cannot be",
        remedy: "write {3}, {3,} or {3,5}, at most \(Self.mostRepeats)")
    }
    return .repeated(node, least: least, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar), (value ?? 0) <= Self.mostRepeats {
      value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      index += 1
    }
    return value
  }

  private mutating func atom() throws(ConstraintError) -> PatternNode {
    guard let scalar = next else { return .sequence([]) }
    index += 1
    switch scalar {
    case ".": return .set(.dot)
    case "(": return try group()
    case "[": return .set(folded(try bracket()))
    case "\\": return .set(folded(try escape(inBrackets: false)))
    case "*", "+", "?", "{":
      throw ConstraintError("the pattern repeats nothing", remedy: "write \\\(scalar) for the sign itself")
    case "^", "$":
      throw ConstraintError(
        "the pattern has \(scalar) in the middle", remedy: "write \\\(scalar) for the sign itself")
    default: return .set(folded(ScalarSet(scalar)))
    }
  }

  private func folded(_ set: ScalarSet) -> ScalarSet { ignoresCase ? set.ignoringCase : set }

  private mutating func group() throws(ConstraintError) -> PatternNode {
    if take("?"), !take(":") {
      throw ConstraintError(
        "the pattern has a group of a kind that cannot be matched in linear time",
        remedy: "use (…) or (?:…); (?i) stands in front of all")
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else {
      throw ConstraintError("the pattern nests too deep", remedy: "write it with fewer groups")
    }
    let node = try choice()
    guard take(")") else {
      throw ConstraintError(
        "the pattern leaves a group open", remedy: "close it, or write \\( for the sign itself")
    }
    return node
  }
}

extension PatternParser {
  private mutating func bracket() throws(ConstraintError) -> ScalarSet {
    let isInverted = take("^")
    var set = ScalarSet()
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      let low = try member()
      guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        set = set.union(low)
        continue
      }
      index += 1
      let high = try member()
      guard let first = low.single, let last = high.single, first <= last else {
        throw ConstraintError(
          "the pattern has a range that runs backwards", remedy: "write the lower sign first")
      }
      set = set.union(ScalarSet([first...last]))
    }
    guard take("]") else {
      throw ConstraintError("the pattern leaves [ open", remedy: "close it, or write \\[ for the sign itself")
    }
    return isInverted ? set.inverted : set
  }

  private mutating func member() throws(ConstraintError) -> ScalarSet {
    guard let scalar = next else { return ScalarSet() }
    index += 1
    return scalar == "\\" ? try escape(inBrackets: true) : ScalarSet(scalar)
  }

  private mutating func escape(inBrackets: Bool) throws(ConstraintError) -> ScalarSet {
    guard let scalar = next else {
      throw ConstraintError("the pattern ends in a backslash", remedy: "write \\\\ for the sign itself")
    }
    index += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted
    case "w": return Self.word
    case "W": return Self.word.inverted
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "p", "P":
      let set = try property()
      return scalar == "p" ? set : set.inverted
    case "a"..."z", "A"..."Z", "0"..."9":
      throw ConstraintError(
        "the pattern has \\\(scalar), which is not known here",
        remedy: "known are \\d \\w \\s \\p{L} \\p{Lu} \\p{Ll} \\p{N} \\t \\n, and \\ before a sign")
    default: return ScalarSet(scalar)
    }
  }

  private static var word: ScalarSet {
    ScalarSet.having { $0.isAlphabetic || $0.generalCategory == .decimalNumber }.union(ScalarSet("_"))
  }

  private mutating func property() throws(ConstraintError) -> ScalarSet {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      _ = take("}")
    }
    switch name {
    case "L": return .having { $0.isAlphabetic }
    case "Lu": return .having { $0.isUppercase }
    case "Ll": return .having { $0.isLowercase }
    case "N", "Nd": return .having { $0.generalCategory == .decimalNumber }
    default:
      throw ConstraintError(
        "the pattern has an unknown property '\(name)'",
        remedy: "known are \\p{L}, \\p{Lu}, \\p{Ll} and \\p{N}")
    }
  }
}

extension ScalarSet {
  /// The scalar, if it is one alone.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.lowerBound == range.upperBound else {
      return nil
    }
    return range.lowerBound
  }
}
