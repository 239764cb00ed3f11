import BaseFormats
import Foundation
import Glibc
import Tables
import Testing

private let corpora = ProcessInfo.processInfo.environment["REVIZOR_CORPORA"]

/// The largest file that a build without optimisation is asked to read; an optimised one reads all.
#if DEBUG
  private let largest = 48 << 10
#else
  private let largest = Int.max
#endif

/// Workbooks of public projects against what independent readers see in them.
@Suite(.serialized, .enabled(if: corpora != nil, "REVIZOR_CORPORA is not set"))
struct WorkbookCorpusTests {
  private let root = corpora ?? ""
  /// The digest of nothing: an empty sheet, and a sheet of a chart, which is no table here.
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  private func expectations(_ name: String) throws -> [String: [String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/expected_\(name).json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
  }

  private func size(_ file: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: "\(root)/\(file)")[.size] as? Int) ?? 0
  }

  /// The digests of the sheets of cells that a reader saw; nil for one it did not understand.
  private func sheets(_ facts: [String: Any]?) -> [String?] {
    let sheets = facts?["sheets"] as? [[String: Any]] ?? []
    // One of the two gives the cached numbers of a chart as cells of a sheet.
    return sheets.filter { $0["type"] as? String != "ChartSheet" }.map { $0["sha256_noerr"] as? String }
      .filter { $0 != Self.empty }
  }

  /// The SHA-256 of each sheet's dump; empty ones left out.
  private func digests(
    of path: String, _ folder: TestFolder,
    line change: (String) -> String? = { $0.contains("\te\t") ? nil : $0 }
  ) throws -> [String] {
    final class Dump { var sheets: [[String]] = [] }
    let dump = Dump()
    try CellDump.lines(
      of: path, table: { _ in dump.sheets.append([]) },
      line: { dump.sheets[dump.sheets.count - 1].append(String(copying: $0)) })
    return try dump.sheets.compactMap { lines in
      let text = lines.compactMap(change).map { $0 + "\n" }.joined()
      return text.isEmpty ? nil : try BaseReader.sha256(of: try folder.file("dump", text: text))
    }
  }

  /// Files on which two readers agree: hard expectations.
  @Test(arguments: ["xlsx", "xls"])
  func golden(_ set: String) throws {
    let folder = try TestFolder()
    let expected = try expectations(set)
    let files = try String(contentsOfFile: "\(root)/golden_\(set).txt", encoding: .utf8).split(
      separator: "\n"
    )
    .map(String.init).filter { expected[$0]?["size"] as? Int ?? 0 <= largest }
    var wrong: [String] = []
    for file in files {
      let wanted = sheets(expected[file]?["calamine"] as? [String: Any])
      do {
        let found = try digests(of: "\(root)/\(file)", folder)
        // A sheet that the witness gave up on (`sstItem` of Excel 2007's beta) is none to be held against.
        let isSame = found.count == wanted.count && zip(wanted, found).allSatisfy { $0 == nil || $0 == $1 }
        if !isSame { wrong.append(file) }
      } catch {
        wrong.append("\(file): \(error)")
      }
    }
    print("\(set): \(files.count - wrong.count) of \(files.count) golden workbooks agree")
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  /// One witness; the differences are choices, written in the reader's documentation.
  @Test func openDocument() throws {
    let folder = try TestFolder()
    let chosen: Set = [
      // White space runs in a paragraph are one space (ISO/IEC 26300-1 §6.1.2); the witness keeps them.
      "PHPOffice__PhpSpreadsheet/tests/data/Reader/Ods/data.ods",
      // The document says 10:10:10.123; the witness's date type made .123456 of .123456789.
      "tafia__calamine/tests/date.ods",
    ]
    let files = try expectations("ods").filter { $0.value["size"] as? Int ?? 0 <= largest }
    var agreed = 0
    var wrong: [String] = []
    for (file, facts) in files {
      let facts = facts["calamine"] as? [String: Any] ?? facts
      guard facts["sheets"] != nil, !chosen.contains(where: file.hasSuffix) else { continue }
      if (try? digests(of: "\(root)/\(file)", folder)) == sheets(facts) {
        agreed += 1
      } else {
        wrong.append(file)
      }
    }
    print("ods: \(agreed) agree, \(wrong.count) differ, \(chosen.count) differ by choice")
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// The witness keeps the digits of numbers as they are written; where they are not the shortest of their double
  /// its digest cannot be met (12 files).
  @Test func excel2003() throws {
    let folder = try TestFolder()
    let kinds = ["s": "String", "n": "Number", "d": "DateTime", "b": "Boolean", "e": "Error"]
    let files = try expectations("spreadsheetml2003").filter { $0.value["size"] as? Int ?? 0 <= largest }
    var agreed = 0
    var unmet = 0
    var unread: [String] = []
    for (file, facts) in files {
      guard let wanted = facts["sheets"] as? [[String: Any]] else { continue }
      let found = try? digests(of: "\(root)/\(file)", folder) { line in
        var fields = line.split(separator: "\t", maxSplits: 3).map(String.init)
        if fields[2] == "b" { fields[3] = fields[3] == "TRUE" ? "1" : "0" }
        if fields[2] == "d" {
          fields[3] = fields[3].contains(".") ? String(fields[3].dropLast(3)) : fields[3] + ".000"
        }
        fields[2] = kinds[fields[2]] ?? ""
        return fields.joined(separator: "\t")
      }
      let digests = wanted.map { $0["sha256"] as? String ?? "" }.filter { $0 != Self.empty }
      if found == digests { agreed += 1 } else { unmet += 1 }
      if found?.count != digests.count { unread.append(file) }
    }
    print("spreadsheetml2003: \(agreed) agree, \(unmet) write numbers in more digits than their double needs")
    #expect(unread.isEmpty && unmet <= 12, "\(unread)")
  }

  /// No file crashes the reader, hangs it, or makes it large: sound, broken and hostile ones.
  @Test(arguments: ["xlsx", "xls", "ods", "spreadsheetml2003"])
  func survival(_ set: String) throws {
    var read = 0
    var refused = 0
    var slow: [String] = []
    for case let name as String in FileManager.default.enumerator(atPath: "\(root)/\(set)") ?? .init() {
      let path = "\(root)/\(set)/\(name)"
      guard size("\(set)/\(name)") <= largest, !name.hasSuffix("/"),
        (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
      else { continue }
      let start = ContinuousClock.now
      do {
        _ = try BaseReader.read(path)
        read += 1
      } catch {
        refused += 1
        #expect(
          !error.english.contains("\n") && error.english.hasPrefix(path) && error.russian.hasPrefix(path))
      }
      if ContinuousClock.now - start > .seconds(10) { slow.append(name) }
    }
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("\(set): \(read) read, \(refused) refused with one error, \(usage.ru_maxrss >> 10) MiB at most")
    #expect(slow.isEmpty, "\(slow)")
    #expect(usage.ru_maxrss < 1 << 20)
    #expect(read > 0)
  }
}
