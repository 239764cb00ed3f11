import Foundation

/// What fills the message of a finding: texts by name, on their way through the door as JSON.
public enum FindingArguments {
  /// A JSON object of the texts, its members in the order of their names.
  /// - Complexity: O(bytes).
  public static func json(_ texts: [String: String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts by name always have a form in JSON; were it not so, the message would show its names.
    return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
