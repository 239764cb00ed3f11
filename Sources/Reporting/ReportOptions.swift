public import RuleKit

/// What a report is asked to be.
public struct ReportOptions: Sendable {
  /// The command that is reported on; it decides between «would change» and «changed».
  public enum Command: String, Sendable {
    case check, clean, migrate
  }

  /// Language of everything people read.
  public var language: Language
  /// Whether values of cells are shown in full; otherwise they are masked.
  public var reveal: Bool
  /// The command.
  public var command: Command
  /// Whether a terminal shows colours (text only).
  public var colour: Bool
  /// Whether a screenful is enough: counts without samples, the full report stands elsewhere (text only).
  public var isBrief: Bool
  /// Whether nothing was written: what would merge is listed then (text only).
  public var isDryRun: Bool
  /// Name of the file with every finding, beside a report that holds only the first of each kind.
  public var sideFile: String?

  /// Options; private by default.
  public init(
    language: Language = .en, reveal: Bool = false, command: Command = .check, colour: Bool = false,
    isBrief: Bool = false, isDryRun: Bool = false
  ) {
    self.language = language
    self.reveal = reveal
    self.command = command
    self.colour = colour
    self.isBrief = isBrief
    self.isDryRun = isDryRun
  }
}
