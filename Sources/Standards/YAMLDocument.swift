import RuleKit
import Yams

/// Reads YAML into located nodes.
///
/// All duplicate keys are reported, not only the first. Yams refuses a document at its first duplicate key. So that the rest can be judged too, that key is given a
/// mark and the text is read again; a marked key becomes an error when the nodes are made.
struct YAMLDocument {
  private(set) var root: LocatedNode?
  private(set) var errors: [StandardError] = []
  private let file: String

  // From the private use area, which YAML allows in a plain scalar (YAML 1.1 §5.1).
  private static let mark: Unicode.Scalar = "\u{E000}"

  init(text: String, file: String) {
    self.file = file
    var text = text
    while true {
      do throws(any Error) {
        guard let node = try Yams.compose(yaml: text) else {
          report(1, "holds nothing", remedy: "write at least its name")
          return
        }
        root = located(node)
        return
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        guard let marked = Self.marking(context.mark, in: text) else {
          report(context.mark.line, "a key stands twice", remedy: "take one of them away")
          return
        }
        text = marked
      } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
        YamlError.composer(_, let problem, let mark, _)
      {
        report(mark.line, "is not YAML: \(problem)", remedy: "check indents, colons and quotes there")
        return
      } catch {
        report(1, "is not YAML", remedy: "it must be UTF-8 text without control characters")
        return
      }
    }
  }

  private mutating func report(_ line: Int, _ problem: String, remedy: String) {
    errors.append(StandardError(FileLocation(file: file, line: line), problem, remedy: remedy))
  }

  /// The text with a mark before the key at that place; nil when the key there is marked already.
  private static func marking(_ place: Mark, in text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    var line = 1
    var index = 0
    while index < scalars.count, line < place.line {
      if scalars[index] == "\n" { line += 1 }
      index += 1
    }
    index += place.column - 1
    guard index < scalars.count else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index] != mark else { return nil }
    // Several marked keys of one name must differ from one another: the line is part of the mark.
    scalars.insert(contentsOf: "\(mark)\(place.line)\(mark)".unicodeScalars, at: index)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func located(_ node: Node) -> LocatedNode {
    let place = FileLocation(file: file, line: node.mark?.line ?? 0)
    switch node {
    case .scalar(let scalar):
      return LocatedNode(location: place, content: .scalar(Self.value(node), text: scalar.string))
    case .sequence(let sequence):
      return LocatedNode(location: place, content: .sequence(sequence.map { located($0) }))
    case .mapping(let mapping): return LocatedNode(location: place, content: .mapping(entries(of: mapping)))
    case .alias: return LocatedNode(location: place, content: .scalar(.null, text: ""))
    }
  }

  private mutating func entries(of mapping: Node.Mapping) -> [LocatedNode.Entry] {
    var entries: [LocatedNode.Entry] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? 0
      guard var name = key.scalar?.string else {
        report(line, "a key that is not a text", remedy: "write a name before the colon")
        continue
      }
      if name.unicodeScalars.first == Self.mark {
        // What stands beneath a duplicate key is judged all the same.
        name = String(name.unicodeScalars.dropFirst().drop { $0 != Self.mark }.dropFirst())
      }
      let place = FileLocation(file: file, line: line)
      entries.append(LocatedNode.Entry(key: name, location: place, value: located(value)))
    }
    for entry in entries where entry.location == entries.first(where: { $0.key == entry.key })?.location {
      let lines = entries.filter { $0.key == entry.key }.map(\.location.line)
      for line in lines.dropFirst() {
        report(
          line, "the key '\(entry.key)' stands twice, first on line \(lines[0])",
          remedy: "take one of them away")
      }
    }
    return entries
  }

  /// The scalar by the core types; a date and what else YAML knows stays text.
  private static func value(_ node: Node) -> JSONValue {
    let text = node.scalar?.string ?? ""
    switch Tag.Name(rawValue: node.tag.rawValue) {
    case .null: return .null
    case .bool: return node.bool.map { .bool($0) } ?? .string(text)
    case .int: return node.int.map { .integer($0) } ?? .string(text)
    case .float: return node.float.map { .number($0) } ?? .string(text)
    default: return .string(text)
    }
  }
}
