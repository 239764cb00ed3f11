import RuleKit

/// What the name of a column says of data that a base of clients seldom needs.
enum SensitiveHeader {
  enum Kind {
    /// Numbers of identity documents and cards (152-FZ art. 5 part 5; GDPR art. 5(1)(c)).
    case document
    /// Special categories and biometrics (152-FZ art. 10 and 11; GDPR art. 9 and 10).
    case special
  }

  private static let documents = [
    "паспорт", "passport", "снилс", "snils", "удостоверение личности", "водительск", "driver licen",
    "driving licen", "identity card", "id card", "загранпаспорт", "cvv", "cvc", "номер банковской карты",
    "card number",
  ]
  // Beginnings of words: of each kind named in the articles.
  private static let special = [
    "здоров", "диагноз", "болезн", "заболеван", "инвалидн", "группа крови", "аллерг", "беременн", "медкарт",
    "health", "diagnos", "disease", "disabilit", "blood", "allerg", "pregnan", "medical",
    "национальност", "этническ", "раса", "расов", "ethnic", "racial", "религ", "вероиспов", "religi",
    "политическ", "партийн", "профсоюз", "political", "trade union", "судимост", "criminal", "интимн",
    "сексуальн", "sexual", "биометр", "отпечатк", "biometr", "fingerprint",
  ]

  /// The kind of data that a field's name tells of; nil for all others.
  static func kind(of field: String) -> Kind? {
    if field.hasPrefix("passport") || field.hasPrefix("snils") { return .document }
    guard field.hasPrefix("extra.") else { return nil }
    let header = field.dropFirst(6).lowercased()
    if documents.contains(where: { begins($0, in: header) }) { return .document }
    return special.contains { begins($0, in: header) } ? .special : nil
  }

  /// Whether a word of the header begins so: «Краса» is no «раса».
  private static func begins(_ stem: String, in header: String) -> Bool {
    var rest = header[...]
    while let found = rest.firstRange(of: stem) {
      if found.lowerBound == header.startIndex || !header[header.index(before: found.lowerBound)].isLetter {
        return true
      }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
