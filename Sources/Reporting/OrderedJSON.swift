/// A JSON document whose members keep the order they were written in.
indirect enum OrderedJSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  /// A string, or null.
  static func optional(_ text: String?) -> OrderedJSON { text.map(OrderedJSON.string) ?? .null }

  /// The document, indented by two spaces, without a line end after it (RFC 8259).
  /// - Complexity: O(characters).
  var text: String {
    var result = ""
    write(into: &result, indent: "\n")
    return result
  }

  /// The document on one line.
  /// - Complexity: O(characters).
  var line: String {
    var result = ""
    write(into: &result, indent: nil)
    return result
  }

  private func write(into result: inout String, indent: String?) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += value.isFinite ? String(value) : "null"
    case .string(let value): Self.write(value, into: &result)
    case .array(let elements):
      Self.write(elements.map { (nil, $0) }, between: ("[", "]"), into: &result, indent: indent)
    case .object(let members):
      Self.write(members.map { ($0.0, $0.1) }, between: ("{", "}"), into: &result, indent: indent)
    }
  }

  private static func write(
    _ members: [(String?, OrderedJSON)], between brackets: (String, String), into result: inout String,
    indent: String?
  ) {
    result += brackets.0
    for (index, member) in members.enumerated() {
      result += index == 0 ? "" : ","
      if let indent { result += indent + "  " }
      if let name = member.0 {
        write(name, into: &result)
        result += indent == nil ? ":" : ": "
      }
      member.1.write(into: &result, indent: indent.map { $0 + "  " })
    }
    result += (members.isEmpty ? "" : indent ?? "") + brackets.1
  }

  /// A string by RFC 8259 §7, everything beyond ASCII as itself.
  private static func write(_ string: String, into result: inout String) {
    result += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
