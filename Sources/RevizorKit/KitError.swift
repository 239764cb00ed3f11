public import BaseFormats
public import Pipeline
public import PluginHost
public import RuleKit
public import Standards

/// Why a command ends without its result, and with which exit code.
public enum KitError: Error, Sendable {
  /// Usage, a standard or a mapping is wrong; all errors at once.
  case usage([String])
  /// What was asked for cannot be, said in both languages.
  case wrong(Localized)
  /// A source cannot be read.
  case source(SourceError)
  /// A source was read, but it holds no clients.
  case shape(ShapeError)
  /// A plugin failed or is missing.
  case plugin(PluginError)
  /// The run stopped.
  case run(RunError)
  /// The output cannot be written.
  case sink(SinkError)

  /// Exit code of DESIGN §7.
  public var exitCode: Int32 {
    switch self {
    case .usage, .wrong: 2
    case .source, .shape: 3
    case .plugin(let error): error.isUsage ? 2 : 4
    case .run(.plugin(_, let isUsage)): isUsage ? 2 : 4
    case .run(.cannotWrite(_, _)), .run(.unreadableJournal(_, _)): 2
    case .run: 5
    case .sink: 5
    }
  }

  /// One line an error, for people.
  public func lines(_ language: Language) -> [String] {
    switch self {
    case .usage(let lines): lines
    case .wrong(let line): [line[language]]
    case .source(let error): [language == .ru ? error.russian : error.english]
    case .shape(let error): [error.line]
    case .plugin(let error): [error.line]
    case .run(let error): [error.line(language)]
    case .sink(let error): [language == .ru ? error.russian : error.english]
    }
  }
}
