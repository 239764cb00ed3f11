/// What a format thinks of a value.
public enum FormatStatus: String, Sendable, Codable, CaseIterable {
  /// Canonical as it stands.
  case ok
  /// Made canonical without loss or guess.
  case fixed
  /// Well formed, but something speaks against it.
  case suspicious
  /// Cannot be what its field says.
  case invalid
  /// Put in to get past a mandatory field.
  case placeholder
  /// Says that nothing is known.
  case missing
  /// Can be read in more than one way.
  case ambiguous
}

/// How grave what a format found is.
public enum FormatSeverity: String, Sendable {
  case info, warning, error
}

/// What becomes of a value under a code.
public enum FormatRepair: String, Sendable {
  /// Nothing of the meaning is lost.
  case safe
  /// Something is lost or guessed; done only when asked for.
  case lossy
  /// The value stays.
  case absent
}

/// One thing a format can say or do.
public struct FormatCode: Sendable, Hashable {
  /// Kebab form, one a reason; never changes.
  public let id: String
  /// How grave it is.
  public let severity: FormatSeverity
  /// Whether and how it is repaired.
  public let repair: FormatRepair
  /// Message in English.
  public let en: String
  /// Message in Russian.
  public let ru: String

  /// A code.
  public init(_ id: String, _ severity: FormatSeverity, _ repair: FormatRepair, en: String, ru: String) {
    self.id = id
    self.severity = severity
    self.repair = repair
    self.en = en
    self.ru = ru
  }

  /// A code of a repair that loses nothing.
  static func safe(_ id: String, en: String, ru: String) -> FormatCode {
    FormatCode(id, .info, .safe, en: en, ru: ru)
  }
  /// A code of a repair that loses or guesses something.
  ///
  /// Held back, it is an offer beside what is said of the value, not a second complaint.
  static func lossy(_ id: String, en: String, ru: String) -> FormatCode {
    FormatCode(id, .info, .lossy, en: en, ru: ru)
  }
  /// A finding that the value is wrong.
  static func error(_ id: String, en: String, ru: String) -> FormatCode {
    FormatCode(id, .error, .absent, en: en, ru: ru)
  }
  /// A finding that the value is doubtful.
  static func warning(_ id: String, en: String, ru: String) -> FormatCode {
    FormatCode(id, .warning, .absent, en: en, ru: ru)
  }

  public static func == (left: FormatCode, right: FormatCode) -> Bool { left.id == right.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
