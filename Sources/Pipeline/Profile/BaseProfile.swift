public import RuleKit
public import Tables

/// What is in a base before anything is done to it.
///
/// Values of cells stand here in full; a reporter masks them unless it was asked to reveal.
public struct BaseProfile: Sendable {
  /// What a rule has against cells or rows, counted.
  public struct Defect: Sendable, Equatable {
    /// Id of the rule.
    public var rule: String
    /// Code of the finding.
    public var code: String
    /// How grave it is.
    public var severity: Severity
    /// Its message, arguments filled in.
    public var message: Localized
    /// How many cells or rows.
    public var count: Int
  }

  /// How the values of a column look: `+9 9 9-9-9`.
  public struct Shape: Sendable, Equatable {
    /// The shape.
    public var shape: String
    /// Cells of that shape.
    public var count: Int
    /// The first of them.
    public var sample: String
  }

  /// One column.
  public struct Column: Sendable {
    /// The header as it stands.
    public var header: String
    /// Canonical field, or `extra.<header>`; empty where a linked table's column means nothing to clients.
    public var field: String
    /// The field's name for people.
    public var label: Localized
    /// How it was recognised: `synonym`, `content` and the like, `none`.
    public var how: String
    /// How sure that is, 0…1.
    public var score: Double
    /// Why.
    public var reason: Localized
    /// Cells that are neither null nor blank.
    public var filled: Int
    /// Different values among them.
    public var distinct: Int
    /// The most frequent shapes, the first first.
    public var shapes: [Shape]
    /// Further shapes, and the cells that have them.
    public var otherShapes: (shapes: Int, cells: Int)
    /// Cells that cleaning would write anew without a loss.
    public var changes: Int
    /// What rules have against its cells, the gravest and most frequent first.
    public var defects: [Defect]

    /// Whether a canonical field stands for it.
    public var isRecognised: Bool { how != "none" && !field.isEmpty && !field.hasPrefix("extra.") }
  }

  /// One table of one base.
  public struct Table: Sendable {
    /// The file as the user named it.
    public var path: String
    /// Sheet or table.
    public var name: String
    /// Format of the file.
    public var format: String
    /// Its part: `clients`, `orders` and so on.
    public var role: String
    /// Rows.
    public var rows: Int
    /// What the reader said.
    public var notes: [SourceNote]
    /// Columns, in the table's order.
    public var columns: [Column]
    /// What rules have against whole rows, or the table.
    public var defects: [Defect]
  }

  /// Version of the program.
  public var version = ""
  /// The day of the profile, ISO 8601.
  public var now = ""
  /// Name and version of the standard.
  public var standard = ""
  /// Its name for people.
  public var standardTitle = Localized(en: "", ru: "")
  /// Why it was chosen.
  public var standardReason = Localized(en: "", ru: "")
  /// The tables, in the order read.
  public var tables: [Table] = []
  /// What is worth knowing of the whole.
  public var notes: [Localized] = []

  /// Nothing yet.
  public init() {}

  /// Rows of all tables.
  public var rowsRead: Int { tables.reduce(0) { $0 + $1.rows } }
}
