import Foundation

/// A dictionary as it stands on disk: tab-separated, `#` lines are comments, the first other line is the header.
struct DictionaryFile {
  /// Cells of each row after the header, with the row's line.
  let rows: [(line: Int, cells: [Substring])]

  /// Reads a dictionary whose header must be `header`.
  init(path: String, header: [String]) throws(DictionaryError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DictionaryError(
        FileLocation(file: path, line: 0), "cannot be read", remedy: "reinstall, or name the folder of Rules")
    }
    try self.init(text: String(decoding: data, as: UTF8.self), file: path, header: header)
  }

  init(text: String, file: String, header: [String]) throws(DictionaryError) {
    var rows: [(line: Int, cells: [Substring])] = []
    var isHeaderSeen = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let place = FileLocation(file: file, line: index + 1)
      if !isHeaderSeen {
        guard cells.map(String.init) == header else {
          throw DictionaryError(
            place, "the header is not the expected one",
            remedy: "it must be \(header.joined(separator: ", "))")
        }
        isHeaderSeen = true
      } else if cells.count == header.count {
        rows.append((index + 1, cells))
      } else {
        throw DictionaryError(
          place, "\(cells.count) cells where the header has \(header.count)",
          remedy: "separate cells by one tab")
      }
    }
    guard isHeaderSeen else {
      throw DictionaryError(
        FileLocation(file: file, line: 0), "holds no header", remedy: "reinstall, or name the folder of Rules"
      )
    }
    self.rows = rows
  }
}
