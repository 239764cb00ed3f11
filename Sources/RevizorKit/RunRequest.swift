public import BaseFormats
public import RuleKit

/// What a person asks of a run; the same for `clean` and `check`.
public struct RunRequest: Sendable {
  /// Paths of the bases; several are cleaned as one.
  public var bases: [String]
  /// Name or path of a standard; nil: chosen from what the columns hold.
  public var standard: String?
  /// Path of a mapping file.
  public var mapping: String?
  /// Name of the clients table or sheet.
  public var table: String?
  /// Encoding and delimiter of text files.
  public var reading = ReadOptions()
  /// Encoding of written text files; nil: UTF-8.
  public var outputEncoding: String?
  /// Language of all that people read.
  public var language = Language.en
  /// Today, ISO 8601.
  public var now: String
  /// Home of phones, dates and postal codes; nil: the standard's.
  public var region: String?
  /// Threads.
  public var jobs = 1
  /// Whether lossy repairs are applied.
  public var lossy = false
  /// Share of rows that may disappear in merges, 0…1.
  public var maxMerge = 0.5
  /// Where the workbook of pairs in doubt goes; nil: none is written.
  public var review: String?
  /// A review workbook that a person has filled in.
  public var decisions: String?
  /// Journal of an earlier run, whose client ids and decisions are carried over.
  public var previous: String?
  /// Bases of our own: what they have already is not written.
  public var against: [String] = []
  /// A base of people and firms that must not be written.
  public var stopList: String?
  /// Files that rules read beside the base, by the option that names them: `registry`, `suppress`.
  public var ruleFiles: [String: String] = [:]
  /// The command line, for the journal.
  public var arguments: [String] = []
  /// Told of progress.
  public var progress: @Sendable (String, Double) -> Void = { _, _ in }

  /// A request with everything else at its default.
  public init(bases: [String], now: String) {
    self.bases = bases
    self.now = now
  }
}
