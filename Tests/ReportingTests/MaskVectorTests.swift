import Foundation
import Testing

@testable import Reporting

private let folder = ProcessInfo.processInfo.environment["REVIZOR_STANDARDS"]

/// First cells of a file of vectors (RFC 4180).
private func inputs(_ file: String) throws -> [String] {
  let url = URL(fileURLWithPath: try #require(folder)).appendingPathComponent("vectors/\(file)")
  let text = try String(contentsOf: url, encoding: .utf8)
  var rows: [String] = []
  var cell = ""
  var (column, isQuoted) = (0, false)
  for character in text {
    switch character {
    case "\"":
      isQuoted.toggle()
    case "," where !isQuoted: column += 1
    case _ where character.isNewline && !isQuoted:
      rows.append(cell)
      (cell, column) = ("", 0)
    default: if column == 0 { cell.append(character) }
    }
  }
  try #require(rows.count > 100, "the vectors were not read")
  return Array(rows.dropFirst())
}

/// Vectors of the field formats stand in a folder named by `REVIZOR_STANDARDS`; without it there is nothing to try.
@Suite(.enabled(if: folder != nil, "REVIZOR_STANDARDS names no folder"))
struct MaskVectors {
  private let mask = Mask(reveals: false)

  @Test func phonesKeepAtMostSixDigits() throws {
    for phone in try inputs("phones.csv") {
      let shown = mask(phone, field: "phone") ?? ""
      let parts = shown.split { $0 == "," || $0 == ";" || $0.isNewline }
      #expect(parts.allSatisfy { $0.count(where: \.isWholeNumber) <= 6 }, "\(phone) → \(shown)")
    }
  }

  @Test(arguments: ["email", "comment", "city", "org_name", "inn"])
  func addressesAreHiddenWhereverTheyStand(field: String) throws {
    for email in try inputs("emails.csv") {
      guard let at = email.firstIndex(of: "@") else { continue }
      let local = email[..<at].split { !$0.isLetter && !$0.isNumber }.last ?? ""
      guard local.count > 3 else { continue }
      let shown = mask(email, field: field) ?? ""
      #expect(!shown.contains("\(local)@"), "\(email) → \(shown)")
    }
  }

  @Test func namesAreHidden() throws {
    for name in try inputs("names.csv") {
      let longest = name.split { !$0.isLetter }.max { $0.count < $1.count } ?? ""
      guard longest.count > 3 else { continue }
      let shown = mask(name, field: "person_full_name") ?? ""
      #expect(!shown.contains(longest), "\(name) → \(shown)")
    }
  }
}
