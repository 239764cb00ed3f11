public import ArgumentParser
import BaseFormats
import Foundation
import RevizorKit
public import RuleKit
import Standards

extension Language: ExpressibleByArgument {}

/// Where plugins are and which language people read; of every command.
struct HouseOptions: ParsableArguments {
  @Option(help: "A folder with plugins, looked in before all others. May be repeated.")
  var plugins: [String] = []

  @Option(help: "Language of all that people read: en or ru (default: the locale's).")
  var lang: Language = Console.localeLanguage

  func installation() throws -> Installation {
    for folder in plugins where !FileManager.default.fileExists(atPath: folder) {
      throw KitError.usage(["--plugins: no folder \(folder); name one that holds lib<Name>.so files"])
    }
    return try Installation.find(
      executable: Console.executable, environment: ProcessInfo.processInfo.environment, pluginFolders: plugins
    )
  }
}

/// How text files are read; of every command that reads bases.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The sheet or table that holds the clients (default: the one that looks like clients).")
  var table: String?

  @Option(help: "Encoding of a text file, e.g. windows-1251 (default: found out, and said).")
  var encoding: String?

  @Option(help: "Delimiter of a text file, e.g. ';' or tab (default: found out, and said).")
  var delimiter: String?

  @Option(help: "Quote of a text file, e.g. \"'\" (default: found out, and said).")
  var quote: String?

  @Option(
    help: "MiB that a file may unpack to and hold (default: 4096, and no more than its size makes likely).")
  var unpackLimit: Int?

  func readOptions() throws -> ReadOptions {
    var options = ReadOptions(encoding: encoding)
    if let unpackLimit {
      guard (1...1 << 30).contains(unpackLimit) else {
        throw KitError.usage(["--unpack-limit: \(unpackLimit) is no number of MiB; try 8192"])
      }
      // Who says how much trusts the file: its size no longer counts.
      options.limits = ReadLimits(
        unpackedBytes: unpackLimit << 20, unpackedRatio: .max, textBytes: unpackLimit << 20,
        cells: unpackLimit << 20)
    }
    if let delimiter {
      let names = ["tab": "\t", "\\t": "\t", "semicolon": ";", "comma": ",", "pipe": "|"]
      let text = names[delimiter.lowercased()] ?? delimiter
      guard text.count == 1, let character = text.first, character.isASCII else {
        throw KitError.usage(["--delimiter: '\(delimiter)' is not one character; try ';', ',', '|' or tab"])
      }
      options.delimiter = character
    }
    if let quote {
      guard quote.count == 1, let character = quote.first, character.isASCII else {
        throw KitError.usage(["--quote: '\(quote)' is not one character; try '\"' or \"'\""])
      }
      options.quote = character
    }
    return options
  }
}

/// What a run is told; of `clean` and `check`.
struct RunOptionsGroup: ParsableArguments {
  @Argument(
    help:
      "The bases: .csv, .tsv, .xlsx, .xls, .ods, Access or Excel 2003 .xml, .sqlite. Several are taken as one."
  )
  var bases: [String] = []

  @Option(
    help:
      "Name of a standard (ru-b2b, ru-b2c, international, …) or path of a .yml (default: chosen from the columns)."
  )
  var standard: String?

  @Option(help: "A YAML file that says what columns and tables are.")
  var mapping: String?

  @Option(help: "Today, as YYYY-MM-DD (default: the clock).")
  var now: String?

  @Option(help: "Home of phones, dates and postal codes, ISO 3166 (default: the standard's).")
  var region: String?

  @Option(
    help:
      "A CSV file inn,ogrn,status,status_date: what the state register says of companies (rule dead-souls).")
  var registry: String?

  @Option(help: "A CSV file of e-mails and phones that bounced or opted out (rule dead-souls).")
  var suppress: String?

  @Option(help: "Threads at work (default: all cores).")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var house: HouseOptions

  /// What the command line asks, and where it is silent the project's file.
  /// - Parameter project: what stands in the project's file.
  /// - Returns: the request.
  /// - Throws: what is wrong with an option.
  func request(_ project: ProjectFile? = nil) throws -> RunRequest {
    let bases = bases.isEmpty ? project?.bases ?? [] : bases
    guard !bases.isEmpty else { throw ValidationError("Missing expected argument '<bases> ...'") }
    var request = RunRequest(bases: bases, now: try today())
    request.standard = standard ?? project?.standard
    request.mapping = mapping ?? project?.mapping
    request.table = reading.table ?? project?.table
    request.reading = try reading.readOptions()
    request.reading.threads = jobs
    request.language = house.lang
    let region = region ?? project?.region
    if let region, !Locale.Region(region).isISORegion {
      throw KitError.usage(["--region: '\(region)' is no country; give its ISO 3166 code, as RU or KZ"])
    }
    request.region = region
    guard jobs >= 1 else {
      throw KitError.usage(["--jobs: \(jobs) is not a number of threads; give 1 or more"])
    }
    request.jobs = jobs
    request.ruleFiles["registry"] = registry
    request.ruleFiles["suppress"] = suppress
    request.arguments = Array(CommandLine.arguments.dropFirst())
    if Console.isWatched {
      let progress = Progress()
      request.progress = { progress.show($0, $1) }
    }
    return request
  }

  /// Whether a text is a day of the Gregorian calendar, written as ISO 8601.
  private static func isDay(_ text: String) -> Bool {
    guard text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else { return false }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let components = DateComponents(
      calendar: Calendar(identifier: .gregorian), year: parts[0], month: parts[1], day: parts[2])
    return components.isValidDate
  }

  private func today() throws -> String {
    guard let now else {
      let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
      return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
    guard Self.isDay(now) else {
      throw KitError.usage(["--now: '\(now)' is not a date; write it as 2026-11-22"])
    }
    return now
  }
}
