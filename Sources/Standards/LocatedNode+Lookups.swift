import Foundation
import RuleKit

/// Lists that a standard looks values up in stand beside it, wherever the run was started.
extension LocatedNode {
  /// This node with the path of every `lookup` made whole: relative ones begin at the folder of `path`.
  func placingLookups(beside path: String) -> LocatedNode {
    switch content {
    case .scalar: return self
    case .sequence(let elements):
      return LocatedNode(
        location: location, content: .sequence(elements.map { $0.placingLookups(beside: path) }))
    case .mapping(let entries):
      let placed = entries.map { entry in
        var entry = entry
        entry.value =
          entry.key == "lookup" ? entry.value.placed(beside: path) : entry.value.placingLookups(beside: path)
        return entry
      }
      return LocatedNode(location: location, content: .mapping(placed))
    }
  }

  private func placed(beside path: String) -> LocatedNode {
    var node = self
    if let file = string, !file.hasPrefix("/") {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      let place = folder.appendingPathComponent(file).standardizedFileURL.path
      node.content = .scalar(.string(place), text: place)
    } else if let entries {
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          if entry.key == "file" { entry.value = entry.value.placed(beside: path) }
          return entry
        })
    }
    return node
  }

  /// Paths of all lists, in the order of the file.
  var lookups: [String] {
    switch content {
    case .scalar: []
    case .sequence(let elements): elements.flatMap(\.lookups)
    case .mapping(let entries):
      entries.flatMap { entry -> [String] in
        guard entry.key == "lookup" else { return entry.value.lookups }
        return [entry.value.string ?? entry.value["file"]?.string].compactMap { $0 }
      }
    }
  }
}
