public import RuleKit

/// What one column was recognised as.
public struct ColumnMatch: Sendable, Equatable {
  /// How a column was recognised, the surest first.
  public enum How: String, Sendable, Codable {
    /// The mapping file says so.
    case mapping
    /// The header is a canonical name, a label, or the identifier of a known program.
    case id
    /// The header is a known synonym.
    case synonym
    /// The header is a synonym with the thing it belongs to: «Телефон контакта».
    case group
    /// The words of the header are nearly those of a synonym.
    case tokenSet = "token-set"
    /// The cells look like it.
    case content
    /// It was not recognised, or its field was taken already.
    case none
  }

  /// Index of the column in its table.
  public var column: Int
  /// The header as it stands.
  public var header: String
  /// Canonical field, with an ordinal where one is needed, or `extra.<header>`; unique in a table.
  public var field: String
  /// How.
  public var how: How
  /// How sure, 0…1.
  public var score: Double
  /// Why, for people.
  public var reason: Localized

  /// Whether a canonical field stands for the column.
  public var isRecognised: Bool { !ExtraField.isExtra(field) }

  /// The field without its ordinal.
  public var baseField: String { isRecognised ? FieldName.split(field).base : field }
}
