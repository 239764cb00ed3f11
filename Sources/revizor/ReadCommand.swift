import ArgumentParser
import BaseFormats
import Foundation
import RevizorKit
import RuleKit
import Tables

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Shows what the readers see; nothing is applied.",
    discussion: """
      revizor read clients.xlsx --list
      revizor read clients.xlsx --table Клиенты --as csv
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case csv, jsonl, cells }

  @Argument(help: "The base.")
  var base: String

  @Flag(help: "One JSON line a table: its name, rows and columns.")
  var list = false

  @Option(name: .customLong("as"), help: "How cells are written: csv, jsonl or cells.")
  var form: Form = .csv

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var house: HouseOptions

  mutating func run() throws {
    var options = try reading.readOptions()
    options.table = reading.table
    do throws(SourceError) {
      if form == .cells, !list {
        try CellDump.lines(
          of: base, options: options, table: { print("# \($0)") }, line: { print(String(copying: $0)) })
        return
      }
    } catch {
      throw KitError.source(error)
    }
    let tables = try tables()
    if list { return tables.forEach { print(TableText.line(of: $0)) } }
    var text = TableText()
    for table in tables {
      switch form {
      case .csv:
        if tables.count > 1 { text.writeLine("# \(table.name)") }
        text.writeCSV(table)
      case .jsonl: text.writeJSONLines(table)
      case .cells: break
      }
    }
  }

  private func tables() throws -> [Table] {
    var options = try reading.readOptions()
    options.table = reading.table
    let found: Base
    do throws(SourceError) {
      found = try BaseReader.read(base, options: options)
    } catch {
      throw KitError.source(error)
    }
    for note in found.notes where Console.isWatched {
      Console.error(house.lang == .ru ? note.russian : note.english)
    }
    return found.tables
  }
}
