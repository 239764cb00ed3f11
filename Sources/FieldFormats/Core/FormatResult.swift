/// A named part of a value: one text, or several in order.
public enum PartValue: Sendable, Equatable, Encodable {
  case text(String)
  case list([String])

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    }
  }

  /// The text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The texts, if there are several.
  public var list: [String]? { if case .list(let list) = self { list } else { nil } }
}

/// All that a format has to say of one value, for people.
public struct FormatResult: Sendable, Equatable, Encodable {
  /// The value as it came.
  public var input: String
  /// The canonical value; nil when there is none.
  public var value: String?
  /// The value as people like to read it.
  public var display: String?
  /// What the format thinks of it.
  public var status: FormatStatus
  /// Code of what was found, or else of what was done.
  public var code: String?
  /// A guess that is not made by itself.
  public var suggestion: String?
  /// Named parts; `match_key` is for comparing.
  public var parts: [String: PartValue]

  private enum CodingKeys: String, CodingKey { case input, value, display, status, code, suggestion, parts }

  public func encode(to encoder: any Encoder) throws {
    // Every key stands in every line, null where there is nothing.
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(input, forKey: .input)
    try container.encode(value, forKey: .value)
    try container.encode(display, forKey: .display)
    try container.encode(status, forKey: .status)
    try container.encode(code, forKey: .code)
    try container.encode(suggestion, forKey: .suggestion)
    try container.encode(parts, forKey: .parts)
  }
}
