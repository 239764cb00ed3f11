import Foundation
import RuleKit

/// What goes to the terminal besides results.
enum Console {
  /// Writes a line to stderr.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// `--lang` of a command line, else the locale's language.
  static func language(in arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let found = Language(rawValue: arguments[index + 1])
      {
        return found
      }
      if argument.hasPrefix("--lang="), let found = Language(rawValue: String(argument.dropFirst(7))) {
        return found
      }
    }
    return localeLanguage
  }

  /// Language of the locale, by the precedence of POSIX.1-2017 §8.2.
  static var localeLanguage: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("ru") ?? false ? .ru : .en
  }

  /// Whether a person watches stderr.
  static var isWatched: Bool { isatty(2) == 1 }

  /// Whether a person reads stdout who did not ask for plain text (no-color.org).
  static var isColoured: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Path of the running binary.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
