import FieldFormats
import Foundation
import Testing

/// Holds dates against dateparser, sums against price-parser, and misread text against Python's codecs.
@Suite struct ValueOracleTests {
  @Test(
    .enabled(
      if: Oracle.python != nil,
      "set REVIZOR_PYTHON to a Python with dateparser and price-parser to compare with them"))
  func valuesAgree() throws {
    let lines = try Oracle.lines(of: "value_verdicts.py", arguments: ["400", "20261122"])
    #expect(lines.count > 600, "the oracle said little: \(lines.prefix(3))")
    let catalogue = try Vectors.catalogue()
    let options = FormatOptions(region: "RU", now: "2026-11-22")
    var score: [String: (right: Int, all: Int)] = [:]
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, let text = Self.text(cells[1]), let expected = Self.text(cells[2]),
        let format = catalogue.format(named: cells[0] == "misread" ? "text" : cells[0], options: options)
      else {
        Issue.record("cannot read \(line)")
        return
      }
      let value = format.read(text).value
      score[cells[0], default: (0, 0)].all += 1
      score[cells[0], default: (0, 0)].right += value == expected ? 1 : 0
      #expect(value == expected, "\(cells[0]) '\(text)' → \(value ?? "nil"), wanted \(expected)")
    }
    for (kind, part) in score.sorted(by: { $0.key < $1.key }) {
      print("independent libraries, \(kind): \(part.right) of \(part.all) agree")
    }
  }

  /// UTF-8 written in hexadecimal digits.
  private static func text(_ digits: String) -> String? {
    let digits = Array(digits)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
