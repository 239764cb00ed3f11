/// What a reader has to say of a file, in the languages of the product.
public struct SourceNote: Sendable, Equatable, ExpressibleByStringLiteral {
  /// English.
  public var english: String
  /// Russian.
  public var russian: String

  /// A note in both languages.
  public init(en english: String, ru russian: String) {
    self.english = english
    self.russian = russian
  }

  /// A note that reads the same in both: a name, a number.
  public init(stringLiteral text: String) { self.init(en: text, ru: text) }
}
