import Foundation

/// What people are told of a format: its name, its sources, values that show what it does.
///
/// The values are kept, what becomes of them is not: the format itself says it each time.
public struct FormatGuide: Sendable {
  /// A value, and what the format must think of it.
  public struct Example: Sendable {
    /// The value.
    public var input: String
    /// Its status.
    public var status: FormatStatus
  }

  /// No page.
  public init() {}

  /// Name of the format, in English and Russian.
  public private(set) var title: (en: String, ru: String) = ("", "")
  /// Where its facts come from, in English and Russian.
  public private(set) var sources: [(en: String, ru: String)] = []
  /// Values that show what it does: canonical, mended, refused.
  public private(set) var examples: [Example] = []

  /// Reads the guides of all formats from `format_guide.tsv`.
  /// - Throws: `DictionaryError` when the file is absent or ill formed.
  /// - Complexity: O(bytes of the file).
  public static func load(folder: String) throws(DictionaryError) -> [String: FormatGuide] {
    let file = "format_guide.tsv"
    guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
      throw DictionaryError(file: file, problem: "cannot be read")
    }
    var guides: [String: FormatGuide] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else {
        throw DictionaryError(file: file, problem: "line \(index + 1) has \(cells.count) columns of 4")
      }
      switch cells[1] {
      case "title": guides[cells[0], default: FormatGuide()].title = (cells[2], cells[3])
      case "source": guides[cells[0], default: FormatGuide()].sources.append((cells[2], cells[3]))
      default:
        guard let status = FormatStatus(rawValue: cells[3]) else {
          throw DictionaryError(file: file, problem: "line \(index + 1) has no status '\(cells[3])'")
        }
        guides[cells[0], default: FormatGuide()].examples.append(Example(input: cells[2], status: status))
      }
    }
    return guides
  }
}
