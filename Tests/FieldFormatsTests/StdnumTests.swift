import FieldFormats
import Foundation
import Testing

/// Holds the check digits against python-stdnum on random numbers.
@Suite struct StdnumTests {
  /// Numbers that this project's rules refuse whatever their check digits say.
  private static let refused: Set<FormatStatus> = [.placeholder]

  @Test(
    .enabled(if: Oracle.python != nil, "set REVIZOR_PYTHON to a Python with python-stdnum to compare with it")
  )
  func verdictsAgree() throws {
    let lines = try Oracle.lines(of: "stdnum_verdicts.py", arguments: ["60", "20261122"])
    #expect(lines.count > 3000, "the oracle said little: \(lines.prefix(3))")
    let catalogue = try Vectors.catalogue()
    var score: [String: (right: Int, valid: Int, all: Int)] = [:]
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let format = catalogue.format(named: cells[0]) else {
        Issue.record("cannot read \(line)")
        return
      }
      let reading = format.read(cells[1])
      let isValid = [.ok, .fixed, .suspicious].contains(reading.status)
      let agrees = isValid == (cells[2] == "1") || Self.refused.contains(reading.status)
      score[cells[0], default: (0, 0, 0)].all += 1
      score[cells[0], default: (0, 0, 0)].right += agrees ? 1 : 0
      score[cells[0], default: (0, 0, 0)].valid += cells[2] == "1" ? 1 : 0
      #expect(
        agrees, "\(cells[0]) \(cells[1]): \(reading.status) \(reading.finding?.id ?? ""), stdnum \(cells[2])")
    }
    for (name, part) in score.sorted(by: { $0.key < $1.key }) {
      print("python-stdnum, \(name): \(part.right) of \(part.all) agree, \(part.valid) of them valid")
    }
  }
}

/// An independent program to compare with.
enum Oracle {
  /// The Python that has the oracles' packages, when the run names it.
  static var python: String? { ProcessInfo.processInfo.environment["REVIZOR_PYTHON"] }

  /// What a script of the folder Oracles prints.
  static func lines(of script: String, arguments: [String]) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python ?? "python3")
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Oracles/\(script)")
    process.arguments = [path.path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}
