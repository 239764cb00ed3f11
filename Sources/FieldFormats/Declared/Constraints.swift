import Tables

/// Everything a standard lays on the values of a field besides their format.
public struct Constraints: Sendable {
  private var pattern: Pattern?
  private var length: ValueLength?
  private var range: ValueRange?
  private var list: ValueTable?
  private var listName: String?
  /// The codes of what may be broken, with the arguments of their messages, a JSON object each.
  private var said: [(code: FormatCode, arguments: String)] = []

  /// The constraints that the keys of a field tell of; nil: there are none.
  /// - Throws: `ConstraintError` when a pattern or a list cannot be.
  public init?(_ keys: FieldKeys, now: String) throws(ConstraintError) {
    if let text = keys.pattern {
      pattern = try Pattern(text)
      say(ConstraintCodes.pattern, "pattern", text)
    } else {
      say(ConstraintCodes.pattern, "pattern", "")
    }
    length = keys.length
    say(ConstraintCodes.length, "length", length?.text ?? "")
    range = keys.range?.on(now)
    say(ConstraintCodes.range, "range", range?.text ?? "")
    if let lookup = keys.lookup {
      list = ValueTable(try lookup.values())
      listName = lookup.name
      say(ConstraintCodes.lookup, "list", lookup.name)
    } else {
      say(ConstraintCodes.lookup, "list", "")
    }
    if pattern == nil, length == nil, range == nil, list == nil { return nil }
  }

  private mutating func say(_ code: FormatCode, _ name: String, _ value: String) {
    said.append((code, "{\"\(name)\":\"\(Self.escaped(value))\"}"))
  }

  /// A text as it stands in a JSON string (RFC 8259 §7).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\0"..."\u{1F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a value keeps to all of them.
  /// - Complexity: O(bytes); allocates nothing.
  public func hold(_ value: Span<UInt8>) -> Bool { broken(value) == nil }

  /// The first constraint that a value breaks, as a place in `said`.
  private func broken(_ value: Span<UInt8>) -> Int? {
    if let pattern, !pattern.matches(value) { return 0 }
    if let length, !length.holds(value) { return 1 }
    if let range, !range.holds(value) { return 2 }
    if let list, !list.contains(value) { return 3 }
    return nil
  }

  /// What to say of a value that breaks one; nil: it breaks none.
  func complaint(_ value: String) -> (code: FormatCode, arguments: String)? {
    var value = value
    return value.withUTF8 { broken(unsafe $0.span) }.map { said[$0] }
  }

  /// The list's spelling of a value that only its capitals or signs keep out of the list.
  func spelling(of value: String) -> String? {
    guard let list, let found = list.spelling(of: value), !found.utf8.elementsEqual(value.utf8) else {
      return nil
    }
    return complaint(found) == nil ? found : nil
  }

  /// What they ask for, in the order of checking: `length 12, in cities.txt`.
  func words(russian: Bool) -> [String] {
    var words: [String] = []
    if let pattern { words.append("\(russian ? "шаблон" : "pattern") \(pattern.text)") }
    if let length { words.append("\(russian ? "длина" : "length") \(length.text)") }
    if let range { words.append("\(russian ? "в пределах" : "within") \(range.text)") }
    if let listName { words.append("\(russian ? "из списка" : "in") \(listName)") }
    return words
  }
}
