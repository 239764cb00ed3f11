import RuleKit

/// A piece of a YAML document that knows its line.
struct LocatedNode: Sendable {
  /// One key of a mapping and what stands beneath it.
  struct Entry: Sendable {
    var key: String
    var location: FileLocation
    var value: LocatedNode
  }

  enum Content: Sendable {
    case scalar(JSONValue, text: String)
    case sequence([LocatedNode])
    case mapping([Entry])
  }

  var location: FileLocation
  var content: Content

  /// The members, if it is a mapping.
  var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
  /// The elements, if it is a sequence.
  var elements: [LocatedNode]? { if case .sequence(let elements) = content { elements } else { nil } }
  /// The text, if it is a string.
  var string: String? { if case .scalar(.string(let text), _) = content { text } else { nil } }
  /// Whether nothing was written: `rule-id:`.
  var isNull: Bool { if case .scalar(.null, _) = content { true } else { false } }

  /// What stands beneath `key`.
  subscript(key: String) -> LocatedNode? { entries?.first { $0.key == key }?.value }

  /// The value without its places.
  var json: JSONValue {
    switch content {
    case .scalar(let value, _): value
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { _, last in last }))
    }
  }

  /// What it is, for messages.
  var kind: String {
    switch content {
    case .scalar(.null, _): "nothing"
    case .scalar(.bool, _): "a truth value"
    case .scalar(.integer, _), .scalar(.number, _): "a number"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// This node with another laid over it: mappings merge key by key, anything else is replaced.
  ///
  /// Keys keep their order, new ones come after. A key with nothing beneath it changes nothing.
  func overlaid(with other: LocatedNode) -> LocatedNode {
    if other.isNull { return self }
    guard case .mapping(var merged) = content, let later = other.entries else { return other }
    for entry in later {
      if let index = merged.firstIndex(where: { $0.key == entry.key }) {
        let value = merged[index].value.overlaid(with: entry.value)
        merged[index] = Entry(key: entry.key, location: entry.location, value: value)
      } else {
        merged.append(entry)
      }
    }
    return LocatedNode(location: other.location, content: .mapping(merged))
  }
}
