/// A language of everything that people read.
public enum Language: String, Sendable, Codable, CaseIterable {
  case en, ru
}

/// A text in every language of the product.
public struct Localized: Sendable, Codable, Equatable {
  /// English.
  public var en: String
  /// Russian.
  public var ru: String

  /// A text in both languages.
  public init(en: String, ru: String) {
    self.en = en
    self.ru = ru
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .ru: ru
    }
  }

  /// The text with `{name}` replaced by the argument of that name; an unknown name stays as it is.
  public func filled(_ arguments: [String: String], _ language: Language) -> String {
    guard self[language].contains("{") else { return self[language] }
    var text = self[language]
    for (name, value) in arguments { text = text.replacing("{\(name)}", with: value) }
    return text
  }
}
