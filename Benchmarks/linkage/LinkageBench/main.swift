import Foundation
import RecordLinkage
import Tables

/// CSV in, clusters out: the engine under `duplicates` alone, for benchmarks.
///
///     LinkageBench FILE.csv [--jobs N] [--dictionaries FOLDER] [--clusters OUT.csv]
///
/// The column `unique_id` is left out; rows of one cluster get the number of its lowest row.

/// The value after an option.
func option(_ name: String) -> String? {
  guard let place = CommandLine.arguments.firstIndex(of: name), place + 1 < CommandLine.arguments.count else {
    return nil
  }
  return CommandLine.arguments[place + 1]
}

/// Lines of a dictionary; none when the file is not there.
func lines(_ folder: String, _ file: String) -> [Substring] {
  ((try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)) ?? "").split(separator: "\n")
}

/// Hands views of all columns to the body.
func withViews<Result>(
  _ columns: ArraySlice<TextColumn>, _ views: [TextView] = [], _ body: ([TextView]) -> Result
) -> Result {
  guard let first = columns.first else { return body(views) }
  return first.withView { withViews(columns.dropFirst(), views + [$0], body) }
}

/// The lowest row of each row's cluster.
func clusters(_ links: [RowLink], rows: Int) -> [Int] {
  var parent = Array(0..<rows)
  func root(_ row: Int) -> Int {
    var row = row
    while parent[row] != row {
      parent[row] = parent[parent[row]]
      row = parent[row]
    }
    return row
  }
  for link in links where link.verdict == .same {
    let (one, other) = (root(link.rowA), root(link.rowB))
    parent[max(one, other)] = min(one, other)
  }
  return (0..<rows).map(root)
}

guard CommandLine.arguments.count > 1 else {
  print("usage: LinkageBench FILE.csv [--jobs N] [--dictionaries FOLDER] [--clusters OUT.csv]")
  exit(2)
}
let clock = ContinuousClock()
let start = clock.now
let base = try CommaSeparated(contentsOfFile: CommandLine.arguments[1], leavingOut: "unique_id")
let read = clock.now
var nicknames = Nicknames()
if let folder = option("--dictionaries") {
  nicknames = Nicknames(lines: lines(folder, "nicknames.tsv"))
  nicknames.learn(firstNames: lines(folder, "first_names.tsv"))
}
var options = LinkageOptions()
options.jobs = option("--jobs").flatMap(Int.init) ?? 2
let linker = Linker(options, nicknames: nicknames)
let linkage = withViews(base.columns[...]) {
  linker.link(fields: base.header, columns: $0, rowCount: base.rowCount)
}
let linked = clock.now
let found = clusters(linkage.links, rows: base.rowCount)
if let file = option("--clusters") {
  var text = "row,cluster\n"
  text.reserveCapacity(found.count * 16)
  for (row, cluster) in found.enumerated() { text += "\(row),\(cluster)\n" }
  try Data(text.utf8).write(to: URL(fileURLWithPath: file))
}
print(
  "\(base.rowCount) rows, \(linkage.report.pairs) pairs, \(linkage.links.count) links; "
    + "read \(read - start), linked \(linked - read)")
