/// What becomes of a cell.
public enum CellAction: Sendable, Equatable {
  /// It stays as it is.
  case keep
  /// It gets the canonical value.
  case replace
  /// It becomes null: it said that nothing is known.
  case clear
}

/// A value that follows from a cell and belongs in another field.
public struct DerivedValue: Sendable, Equatable {
  /// Where a derived value belongs.
  public enum Target: Sendable, Equatable {
    /// The next free ordinal of the same field: `phone_2`.
    case nextOrdinal
    /// The field of that name, when it is empty: `org_legal_form`.
    case field(String)
    /// The field of this name with a suffix, when it is empty: `phone` → `phone_ext`.
    case suffix(String)
  }

  /// Where it belongs.
  public var target: Target
  /// The value, canonical for its field.
  public var value: String
  /// Code of the edit.
  public var code: FormatCode
}

/// What a format made of one cell.
public struct Reading: Sendable {
  /// What it thinks of the value.
  public var status: FormatStatus
  /// The canonical value; nil when there is none.
  public var value: String?
  /// What becomes of the cell.
  public var action: CellAction = .keep
  /// Code of what is done to the cell; its repair says whether it is safe or lossy.
  public var edit: FormatCode?
  /// Code of what is wrong or doubtful.
  public var finding: FormatCode?
  /// Arguments of the finding's message, a JSON object.
  public var arguments: String?
  /// A guess, and the code of the lossy edit that would make it.
  public var suggestion: String?
  /// Code of the lossy edit that makes the suggestion.
  public var suggestionCode: FormatCode?
  /// Values that belong in other fields.
  public var derived: [DerivedValue] = []
  /// The value as people like to read it.
  public var display: String?
  /// Named parts.
  public var parts: [String: PartValue] = [:]

  /// Whether there is nothing to do and nothing to say.
  var isSilent: Bool { status == .ok && action == .keep && derived.isEmpty }

  /// A canonical value; `edit` says how it came about where it differs from the source.
  static func value(_ value: String, _ edit: FormatCode? = nil) -> Reading {
    Reading(status: .ok, value: value, edit: edit)
  }

  /// A value that cannot be.
  static func invalid(
    _ finding: FormatCode, suggestion: String? = nil, _ suggestionCode: FormatCode? = nil
  ) -> Reading {
    Reading(status: .invalid, finding: finding, suggestion: suggestion, suggestionCode: suggestionCode)
  }

  /// A value put in to fill a field.
  static func placeholder(_ finding: FormatCode, value: String? = nil) -> Reading {
    Reading(status: .placeholder, value: value, finding: finding)
  }

  /// A word that says nothing is known; cleared by the edit's own safety.
  static func missing(_ edit: FormatCode) -> Reading { Reading(status: .missing, action: .clear, edit: edit) }

  /// A canonical value with a doubt.
  static func suspicious(_ value: String, _ finding: FormatCode, _ edit: FormatCode? = nil) -> Reading {
    Reading(status: .suspicious, value: value, edit: edit, finding: finding)
  }
}
