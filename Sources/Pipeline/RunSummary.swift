public import RuleKit
public import Tables

/// What a run did, counted: the one thing that reports are made of.
///
/// Values of cells stand here in full; a reporter masks them unless it was asked to reveal.
public struct RunSummary: Sendable {
  /// One table of one source.
  public struct Source: Sendable {
    /// The file as the user named it.
    public var path: String
    /// `csv`, `xlsx`, `access-xml`, `sqlite`.
    public var format: String
    /// Sheet or table.
    public var table: String
    /// `clients`, `orders`, `contacts`, `interactions`, `other`.
    public var role: String
    /// Rows read.
    public var rows: Int
    /// Rows by fate; their sum is `rows`.
    public var kept: Int
    /// Rows that went into another client.
    public var merged: Int
    /// Rows set aside.
    public var quarantined: Int
    /// SHA-256 of the file, hexadecimal.
    public var sha256: String
    /// What the reader said: encoding, delimiter, columns left out.
    public var notes: [SourceNote]

    /// Counts of one table.
    public init(
      path: String, format: String, table: String, role: String, rows: Int, kept: Int, merged: Int,
      quarantined: Int, sha256: String, notes: [SourceNote]
    ) {
      self.path = path
      self.format = format
      self.table = table
      self.role = role
      self.rows = rows
      self.kept = kept
      self.merged = merged
      self.quarantined = quarantined
      self.sha256 = sha256
      self.notes = notes
    }
  }

  /// One column of the clients.
  public struct Field: Sendable {
    /// Canonical name, or `extra.<header>`.
    public var name: String
    /// Label for people.
    public var label: Localized
    /// Headers it came from; empty for a derived field.
    public var headers: [String]
    /// How the header was recognised, for people: `synonym`, `content`, `mapping` and the like.
    public var how: String
    /// Share of filled cells before, 0…1, over the rows read.
    public var filledBefore: Double
    /// Share of filled cells after, 0…1, over the clients written.
    public var filledAfter: Double
    /// Rows with an error or a warning in this field, before.
    public var flaggedBefore: Int
    /// Clients with an error or a warning in this field, after.
    public var flaggedAfter: Int
    /// Cells changed.
    public var changed: Int

    /// Counts of one field.
    public init(
      name: String, label: Localized, headers: [String], how: String, filledBefore: Double,
      filledAfter: Double,
      flaggedBefore: Int, flaggedAfter: Int, changed: Int
    ) {
      self.name = name
      self.label = label
      self.headers = headers
      self.how = how
      self.filledBefore = filledBefore
      self.filledAfter = filledAfter
      self.flaggedBefore = flaggedBefore
      self.flaggedAfter = flaggedAfter
      self.changed = changed
    }
  }

  /// A few findings of one value shape.
  public struct Shape: Sendable {
    /// Shape of the value: digits `9`, letters `a`/`A`/`я`/`Я`, runs shortened; empty for a blank cell.
    public var shape: String
    /// How many.
    public var count: Int
    /// Addresses of the first few.
    public var addresses: [String]
    /// Values of the first few, in full.
    public var values: [String]
    /// Places of the first few, in parts for programs.
    public var places: [FindingPlace]

    /// Findings of one shape.
    public init(
      shape: String, count: Int, addresses: [String], values: [String], places: [FindingPlace] = []
    ) {
      self.shape = shape
      self.count = count
      self.addresses = addresses
      self.values = values
      self.places = places
    }
  }

  /// All findings of one rule, code and field.
  public struct FindingGroup: Sendable {
    /// Rule's id.
    public var rule: String
    /// Code within the rule.
    public var code: String
    /// Field; nil for whole rows.
    public var field: String?
    /// Severity of the gravest.
    public var severity: Severity
    /// Message for people, arguments of the first finding filled in.
    public var message: Localized
    /// How many.
    public var count: Int
    /// Share of the rows judged, 0…1.
    public var share: Double
    /// By the value's shape, the most frequent first; all shapes' counts sum to `count` with `otherShapes`.
    public var shapes: [Shape]
    /// Findings in shapes beyond those listed.
    public var otherShapes: Int
    /// Whether it is said of a column or table as a whole, so that no share of the rows has it.
    public var isOfTable = false

    /// A group.
    public init(
      rule: String, code: String, field: String?, severity: Severity, message: Localized, count: Int,
      share: Double, shapes: [Shape], otherShapes: Int
    ) {
      self.rule = rule
      self.code = code
      self.field = field
      self.severity = severity
      self.message = message
      self.count = count
      self.share = share
      self.shapes = shapes
      self.otherShapes = otherShapes
    }
  }

  /// One change, as an example.
  public struct Change: Sendable {
    /// Address of the row.
    public var address: String
    /// Value before; nil: the cell was empty.
    public var before: String?
    /// Value after; nil: the cell was cleared.
    public var after: String?

    /// An example.
    public init(address: String, before: String?, after: String?) {
      self.address = address
      self.before = before
      self.after = after
    }
  }

  /// All changes of one rule, code and field.
  public struct ChangeGroup: Sendable {
    /// Rule's id.
    public var rule: String
    /// Code within the rule.
    public var code: String
    /// Field changed.
    public var field: String
    /// Message of the code.
    public var message: Localized
    /// Whether anything was lost.
    public var safety: Safety
    /// How many.
    public var count: Int
    /// The first few.
    public var samples: [Change]

    /// A group.
    public init(
      rule: String, code: String, field: String, message: Localized, safety: Safety, count: Int,
      samples: [Change]
    ) {
      self.rule = rule
      self.code = code
      self.field = field
      self.message = message
      self.safety = safety
      self.count = count
      self.samples = samples
    }
  }

  /// A sum that must come out as it went in.
  public struct MoneyCheck: Sendable {
    /// Table and column.
    public var name: String
    /// Exact decimal sum of the input.
    public var before: String
    /// Exact decimal sum of the output.
    public var after: String

    /// A pair of sums.
    public init(name: String, before: String, after: String) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  /// Version of the product.
  public var version = ""
  /// Today of the run, ISO 8601.
  public var now = ""
  /// Name and version of the standard.
  public var standard = ""
  /// Title of the standard.
  public var standardTitle = Localized(en: "", ru: "")
  /// Why this standard: named by the user, or what in the columns chose it.
  public var standardReason = Localized(en: "", ru: "")
  /// The rules that judged, as their plugins tell of them.
  public var rules: [RuleManifest] = []
  /// What a check came to; nil: nothing was to be judged.
  public var judgement: Judgement?
  /// Findings that were accepted before, and stand in no count below.
  public var accepted = Accepted()
  /// Tables read.
  public var sources: [Source] = []
  /// Columns of the clients, in output order.
  public var fields: [Field] = []
  /// Findings of the rows, gravest and most frequent first.
  public var findings: [FindingGroup] = []
  /// Changes, most frequent first.
  public var changes: [ChangeGroup] = []
  /// Duplicates.
  public var duplicates = Duplicates()
  /// Decisions; nil: nobody made any.
  public var decisions: Decisions?
  /// The comparison with other bases; nil: there was none.
  public var against: Against?
  /// Clients by `client_status`, when a rule gave one.
  public var statuses: [(status: String, count: Int)] = []
  /// Clients by status and reason.
  public var reasons: [(status: String, reason: String, count: Int)] = []
  /// Clients by advice.
  public var advice: [(advice: String, count: Int)] = []
  /// Clients by each derived field that sorts them (`abc_class`, `life_cycle`), where a rule filled it.
  public var segments: [(field: String, values: [(value: String, count: Int)])] = []
  /// Sums that were proved.
  public var money: [MoneyCheck] = []
  /// Rows read, over all tables.
  public var rowsRead = 0
  /// Client rows read.
  public var clientRowsRead = 0
  /// Clients written.
  public var clientsWritten = 0
  /// What would have stopped the run, had it not been a dry one.
  public var stop: RunError?
  /// What else a person should know.
  public var notes: [Localized] = []
  /// Files delivered: what it is, path.
  public var outputs: [(kind: String, path: String)] = []

  /// An empty summary.
  public init() {}
}
