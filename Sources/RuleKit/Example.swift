/// An example of a rule: a small table, what the rule must flag and change in it.
///
/// The table is drawn with ` | ` between columns and the header in the first line. A cell may begin with `↓`
/// (the rule must flag it) and hold ` → ` (what stands left of it must become what stands right). A blank cell
/// is null; a column headed `↓` is no column: a `↓` in it means that the whole row must be flagged; and `→ x` gives a derived value where nothing stood. What is not marked must be neither flagged
/// nor changed.
/// ```
/// phone             | gender
/// 8 916 123-45-67 → +79161234567 |
/// ↓12345            |
/// ```
public struct Example: Sendable, Codable, Equatable {
  /// The drawing.
  public var table: String
  /// Settings of the rule, as in a standard.
  public var settings: JSONValue
  /// The standard's fields, as in a standard's `fields:`.
  public var fields: [String: JSONValue]
  /// Codes the rule must give for the table as a whole.
  public var flagsTable: [String]
  /// Links it must give: `1=2` same, `1~2` review; rows count from 1, and no other pair may be linked so.
  public var links: [String]
  /// What the example shows, in a line.
  public var title: Localized?

  /// An example.
  public init(
    _ table: String, settings: JSONValue = .object([:]), fields: [String: JSONValue] = [:],
    flagsTable: [String] = [], links: [String] = [], title: Localized? = nil
  ) {
    self.table = table
    self.settings = settings
    self.fields = fields
    self.flagsTable = flagsTable
    self.links = links
    self.title = title
  }
}
