import FieldFormats
import Foundation
import Tables

/// Seconds of CPU this process has used.
func cpuSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

// usage: FormatBench DICTIONARIES FORMAT FILE [REGION]; the values are the lines of FILE.
let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: FormatBench DICTIONARIES FORMAT FILE [REGION]")
  exit(2)
}
do {
  let catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: arguments[1]))
  let options = FormatOptions(region: arguments.count > 4 ? arguments[4] : "RU", now: "2026-11-22")
  guard let format = catalogue.format(named: arguments[2], options: options) else {
    print("no format '\(arguments[2])'")
    exit(2)
  }
  var column = TextColumn()
  let text = try Data(contentsOf: URL(fileURLWithPath: arguments[3]))
  for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
    column.append(String(decoding: line, as: UTF8.self))
  }
  var outcome = FormatOutcome()
  var unchanged = 0
  var replaced = 0
  var told = 0
  let rows = column.count
  let start = cpuSeconds()
  column.withView { view in
    for row in 0..<rows {
      switch format.standardise(view.utf8(at: row), into: &outcome) {
      case .unchanged: unchanged += 1
      case .replaced: replaced += 1
      case .told: told += 1
      }
    }
  }
  let seconds = cpuSeconds() - start
  print("\(rows) \(seconds) \(unchanged) \(replaced) \(told)")
} catch {
  print("\(error)")
  exit(3)
}
