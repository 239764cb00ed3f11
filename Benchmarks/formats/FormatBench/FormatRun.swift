import FieldFormats
import Foundation
import Tables

/// One format over a column of values, its CPU measured.
struct FormatRun {
  private let format: any FieldFormat

  /// What the benchmark cannot run.
  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  /// - Throws: `DictionaryError`, or `Unknown` for a name that is no format's.
  init(dictionaries: String, format name: String, region: String) throws {
    let catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: dictionaries))
    let options = FormatOptions(region: region, now: "2026-11-22")
    guard let format = catalogue.format(named: name, options: options) else {
      throw Unknown(description: "no format '\(name)'")
    }
    self.format = format
  }

  /// The lines of a text as the cells of a column.
  static func column(of text: [UInt8]) -> TextColumn {
    var column = TextColumn()
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 0x0A {
      column.append(String(decoding: text[start..<index], as: UTF8.self))
      start = index + 1
    }
    return column
  }

  /// `rows seconds unchanged replaced told`.
  ///
  /// The variables are the function's own: those of a main file are globals, and every touch of a global is checked. It
  /// stays a function of its own, so that a profiler can be told to look at it alone.
  @inline(never)
  func figures(of column: TextColumn) -> String {
    var outcome = FormatOutcome()
    var (unchanged, replaced, told) = (0, 0, 0)
    let rows = column.count
    let start = Self.seconds()
    column.withView { view in
      for row in 0..<rows {
        switch format.standardise(view.utf8(at: row), into: &outcome) {
        case .unchanged: unchanged += 1
        case .replaced: replaced += 1
        case .told: told += 1
        }
      }
    }
    return "\(rows) \(Self.seconds() - start) \(unchanged) \(replaced) \(told)"
  }

  /// Seconds of CPU this process has used.
  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
