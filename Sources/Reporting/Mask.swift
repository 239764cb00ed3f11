/// Shows of a cell's value as much as a reader needs to recognise it in the base, and not enough to use it.
///
/// The field decides first, the value's own shape second: an e-mail or a phone is masked wherever it stands. Masked
/// digits keep their places, so that a change of punctuation stays visible.
package struct Mask: Sendable {
  /// Whether values are shown in full.
  package let reveals: Bool

  /// A mask; one that reveals lets everything through.
  package init(reveals: Bool) { self.reveals = reveals }

  /// The value as a report may show it; nil stays nil.
  /// - Complexity: O(characters).
  package func callAsFunction(_ value: String?, field: String?) -> String? {
    guard let value, !reveals, !value.isEmpty else { return value }
    let privacy = field.map(FieldPrivacy.init(field:)) ?? .unknown
    if value.contains("@") { return Self.pieces(of: value, Self.emailOrText) }
    switch privacy {
    case .open: return Self.openText(value)
    case .code:
      return Self.isPhone(value, strictly: true) ? Self.phone(value) : Self.openText(value, digits: .max)
    case .organization: return Self.organization(value)
    case .person: return Self.person(value)
    case .email: return Self.pieces(of: value, Self.text)
    case .phone: return Self.pieces(of: value, Self.phone)
    case .taxNumber: return Self.taxNumber(value)
    case .personRegistration: return Self.digits(value, keepFirst: 5, keepLast: 2)
    case .document: return Self.digits(value, keepFirst: 2, keepLast: 3)
    case .account: return Self.account(value)
    case .address: return Self.address(value)
    case .birthDate: return Self.birthDate(value)
    case .hidden: return "***"
    case .unknown: return Self.isPhone(value) ? Self.phone(value) : Self.text(value)
    }
  }

  /// The value as it may be shown to anyone.
  package static func masked(_ value: String, field: String?) -> String {
    Mask(reveals: false)(value, field: field) ?? ""
  }

  /// Any text: its first and last character, `***` between; three characters or fewer give `***`.
  static func text(_ value: String) -> String {
    guard value.count > 3, let first = value.first, let last = value.last else { return "***" }
    return "\(first)***\(last)"
  }

  /// `ivanov@mail.ru` → `i***v@m***.ru`.
  static func email(_ value: String) -> String {
    guard let at = value.firstIndex(of: "@"), let lastAt = value.lastIndex(of: "@") else {
      return text(value)
    }
    let host = value[value.index(after: lastAt)...]
    let top = host.lastIndex(of: ".").map { String(host[$0...]) } ?? ""
    let keptTop = top.count <= 7 ? top : ""
    return text(String(value[..<at])) + "@" + (host.first.map(String.init) ?? "") + "***" + keptTop
  }

  private static func emailOrText(_ value: String) -> String {
    if value.contains("@") { return email(value) }
    return isPhone(value) ? phone(value) : text(value)
  }

  /// Masks each of several values in a cell, keeping what parts them.
  private static func pieces(of value: String, _ mask: (String) -> String) -> String {
    var result = ""
    var piece = ""
    func masked() -> String {
      let trimmed = piece.drop { $0 == " " }
      let lead = String(piece.prefix(piece.count - trimmed.count))
      return trimmed.isEmpty ? lead : lead + mask(String(trimmed))
    }
    for character in value {
      if character == "," || character == ";" || character.isNewline {
        result += masked() + String(character)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return result + masked()
  }
}

// MARK: - Digits

extension Mask {
  /// Replaces digits by `*` in their places, save the first and the last few.
  ///
  /// Letters other than `allowed` words become `***`: a name beside a number is personal too.
  static func digits(_ value: String, keepFirst: Int, keepLast: Int, allowed: Set<String> = []) -> String {
    let total = value.count(where: \.isWholeNumber)
    var seen = 0
    var word = ""
    var result = ""
    func masked(_ word: String) -> String {
      word.isEmpty || allowed.contains(word.lowercased()) ? word : "***"
    }
    for character in value {
      if character.isLetter {
        word.append(character)
        continue
      }
      result += masked(word)
      word = ""
      if character.isWholeNumber {
        seen += 1
        result.append(seen <= keepFirst || seen > total - keepLast ? character : "*")
      } else {
        result.append(character)
      }
    }
    return result + masked(word)
  }

  /// `+7 916 123-45-15` → `+7 916 ***-**-15`: country and code stay, and the last two digits.
  static func phone(_ value: String) -> String {
    let total = value.count(where: \.isWholeNumber)
    return digits(
      value, keepFirst: max(0, min(4, total - 7)), keepLast: total >= 5 ? 2 : 0, allowed: wordsOfPhones)
  }

  private static let wordsOfPhones: Set<String> = [
    "доб", "вн", "внутр", "тел", "моб", "раб", "дом", "сот", "факс", "т", "ext", "tel", "fax", "mob", "x",
    "whatsapp", "viber", "telegram",
  ]

  /// Whether a text is made of 10 to 15 digits and the signs phones are written with.
  static func isPhone(_ value: String, strictly: Bool = false) -> Bool {
    var digits = ""
    for character in value {
      if character.isWholeNumber {
        digits.append(character)
      } else if !"+-–—().· \u{A0}".contains(character) {
        return false
      }
    }
    guard strictly else { return (10...15).contains(digits.count) }
    return digits.count == 11 && (digits.hasPrefix("7") || digits.hasPrefix("8")) || value.hasPrefix("+")
  }

  /// A company's ИНН (10 digits) is open; a person's (12) keeps four digits at each end.
  static func taxNumber(_ value: String) -> String {
    if isPhone(value, strictly: true) { return phone(value) }
    let total = value.count(where: \.isWholeNumber)
    let plain = value.allSatisfy { $0.isWholeNumber || $0.isWhitespace || "-./'\"=".contains($0) }
    if plain, total <= 10 { return value }
    return plain ? digits(value, keepFirst: 4, keepLast: 4) : text(value)
  }

  /// `40702810900000004854` → `40702810*******4854`: kind and currency stay, and the last four.
  ///
  /// Places of digits 1–8: balance account and currency, Bank of Russia 579-П, annex 1.
  static func account(_ value: String) -> String {
    let digits = value.filter(\.isWholeNumber)
    guard digits.count >= 16 else { return text(value) }
    return digits.prefix(8) + "*******" + digits.suffix(4)
  }

  /// `12.03.1985` → `**.**.1985`: only a group of four digits that can be a year of birth stays.
  static func birthDate(_ value: String) -> String {
    var result = ""
    var group = ""
    func masked(_ group: String) -> String {
      let isYear = group.count == 4 && ["18", "19", "20"].contains { group.hasPrefix($0) }
      return isYear ? group : String(repeating: "*", count: group.count)
    }
    for character in value {
      if character.isWholeNumber {
        group.append(character)
      } else {
        result += masked(group) + (character.isLetter ? "*" : String(character))
        group = ""
      }
    }
    return result + masked(group)
  }
}
