import BaseFormats
import Foundation
import Tables

/// A folder of its own for one test, gone when the test is.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("bases-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let place = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: place))
    return place
  }

  /// Writes a file and gives the canonical dump of its cells.
  func dump(_ name: String, _ bytes: [UInt8], options: ReadOptions = .init()) throws -> [String] {
    final class Lines { var all: [String] = [] }
    let lines = Lines()
    try CellDump.lines(
      of: try file(name, bytes), options: options, table: { lines.all.append("# " + $0) },
      line: { lines.all.append(String(copying: $0)) })
    return lines.all
  }

  /// Writes a text file in UTF-8 and gives its path.
  func file(_ name: String, text: String) throws -> String { try file(name, text.utf8) }
}

extension Table {
  /// All cells as strings, row by row; null as nil.
  var rows: [[String?]] { (0..<rowCount).map { row in columns.map { $0.cells[row] } } }

  var header: [String] { columns.map(\.name) }
}

/// A small generator of numbers with a fixed seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
