// What the rules that judge clients cost on a large base: `RulesBench FOLDER-OF-PLUGINS DICTIONARIES [CLIENTS]`.
//
// Every rule of every plugin in the folder but those of formats and duplicates, which have benchmarks of their own, runs
// through the door as in a run: record rules in batches on two threads, base rules once. A line a rule:
// id, time on two free cores, time of the processors, peak memory in MiB so far. A record rule shares its time out between
// the cores, a base rule does not; the clock itself would tell of the machine's other work.
import Foundation
import PluginHost
import RuleKit
import Tables

let others: Set<String> = ["format-standards", "duplicates", "unique-keys", "shared-contacts"]
let settings: [String: JSONValue] = [
  "mandatory-fields": .object([
    "required": .array([.string("person_full_name"), .string("inn")]),
    "any_of": .array([.array([.string("phone"), .string("email")])]),
    "detail": .object([
      "person_full_name": .array([.string("last_name"), .string("first_name")]),
      "address": .array([.string("building")]),
    ]),
  ]),
  "custom-sql": .object([
    "checks": .array([
      .object([
        "name": .string("debt-without-manager"), "field": .string("balance"),
        "sql": .string("select rowid from clients where balance < 0 and manager is null"),
        "message": .string("a debt that nobody collects"),
      ])
    ])
  ]),
  "filled-columns": .object(["fields": .object(["phone": .integer(90), "email": .integer(90)])]),
]

/// Seconds of the processors, and the peak of memory in MiB; 0 is this process (`RUSAGE_SELF`).
func spent() -> (seconds: Double, peak: Double) {
  var usage = rusage()
  guard unsafe getrusage(0, &usage) == 0 else { return (0, 0) }
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return (seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1_024)
}

func line(_ name: String, _ clock: Double, _ processors: Double) {
  func short(_ number: Double) -> String { String(Int((number * 1_000).rounded())) }
  print("\(name)\t\(short(clock)) ms\t\(short(processors)) ms\t\(Int(spent().peak)) MiB")
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else {
  print("usage: RulesBench FOLDER-OF-PLUGINS DICTIONARIES [CLIENTS]")
  exit(2)
}
let count = arguments.count > 3 ? Int(arguments[3]) ?? 1_000_000 : 1_000_000
let library = try PluginLibrary(PluginFinder(folders: [arguments[1]]))
var clients = InventedClients(count)
line("base", 0, spent().seconds)
// The order of the shipped standards: what others read is derived first.
let first = ["mandatory-fields", "dead-souls", "segments"]
let rules = library.rules.filter { !others.contains($0.id) }.sorted {
  let places = [$0, $1].map { first.firstIndex(of: $0.id) ?? first.count }
  return (places[0], $0.id) < (places[1], $1.id)
}
var total = (clock: 0.0, processors: 0.0)
for rule in rules {
  let context = RuleContext(now: "2026-11-22", jobs: 2, dictionaries: arguments[2])
  let applied = try library.plugin(for: rule.id).instance(
    of: rule.id, settings: settings[rule.id] ?? .object([:]), context: context)
  let before = spent().seconds
  var derived: Results?
  if rule.phase == .base {
    let linked = rule.linked?.contains("orders") == true ? [clients.orders] : []
    derived = try applied.apply(
      fields: clients.fields, columns: clients.columns, rows: 0..<count, linked: linked)
  } else {
    let (fields, columns) = (clients.fields, clients.columns)
    let starts = Array(stride(from: 0, to: count, by: 8_192))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in 0..<2 {
        group.addTask {
          for place in stride(from: half, to: starts.count, by: 2) {
            _ = try applied.apply(
              fields: fields, columns: columns, rows: starts[place]..<min(starts[place] + 8_192, count))
          }
        }
      }
      try await group.waitForAll()
    }
  }
  let processors = spent().seconds - before
  let clock = rule.phase == .base ? processors : processors / 2
  total = (total.clock + clock, total.processors + processors)
  line(rule.id, clock, processors)
  if let derived { clients.take(derived) }
}
line("all", total.clock, total.processors)
