import RuleKit
import Tables

/// How detailed a value must be: the parts that a name or an address must have.
struct Detail: Sendable {
  /// A part of a value, by the canonical field it would fill alone.
  enum Part: String, Sendable, CaseIterable {
    case lastName = "last_name"
    case firstName = "first_name"
    case middleName = "middle_name"
    case postalCode = "postal_code"
    case city, street, building, flat

    /// Format of the fields that have such a part.
    var format: String {
      switch self {
      case .lastName, .firstName, .middleName: "person-name"
      case .postalCode, .city, .street, .building, .flat: "address"
      }
    }
  }

  /// The field that is looked at.
  let field: String
  /// Parts it must have.
  let parts: [Part]

  /// Parts that a standard asks of a field.
  /// - Throws: a part that is none, or none of such a field.
  init(_ field: String, _ names: [String], format: String?) throws(SettingsError) {
    self.field = field
    var parts: [Part] = []
    for name in names {
      guard let part = Part(rawValue: name) else {
        throw SettingsError(
          "detail.\(field)", "asks for an unknown part",
          remedy: "parts are \(Part.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if let format, format != part.format {
        throw SettingsError(
          "detail.\(field)", "asks for '\(name)', which a field of the format '\(format)' has not",
          remedy: "ask it of a field of the format '\(part.format)'")
      }
      parts.append(part)
    }
    self.parts = parts
  }

  /// The parts that a filled cell lacks, one bit each in the order of `parts`.
  /// - Complexity: O(bytes).
  func missing(_ text: Span<UInt8>) -> UInt8 {
    var missing: UInt8 = 0
    var words: NameWords?
    for (place, part) in parts.enumerated() {
      let has: Bool
      if part.format == "person-name" {
        let known = words ?? NameWords(text)
        words = known
        has = known.has(part)
      } else {
        has = AddressMarks.has(part, text)
      }
      if !has { missing |= 1 << UInt8(place) }
    }
    return missing
  }
}

/// The words of a name in its canonical form, surname first, seen from their bytes.
private struct NameWords {
  private var count = 0
  private var isInitial = InlineArray<3, Bool>(repeating: false)
  private var isPatronymic = InlineArray<3, Bool>(repeating: false)

  init(_ text: Span<UInt8>) {
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 0x20 {
      if index > start, count < 3 {
        let word = text.extracting(start..<index)
        isInitial[count] = word[word.count - 1] == UInt8(ascii: ".") && word.count <= 4
        isPatronymic[count] = Self.endings.contains { Self.ends(word, $0) }
        count += 1
      }
      start = index + 1
    }
  }

  private static let endings: [StaticString] = [
    "ович", "евич", "ьич", "мич", "овна", "евна", "ична", "инична",
  ]

  private static func ends(_ word: Span<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    // A surname such as Абрамович stands first; a patronymic never does.
    return word.count > count && word.extracting((word.count - count)..<word.count).equals(ending)
  }

  /// «Анна Петровна» has no surname; a word alone is either, and then neither is sure; an initial is no name.
  func has(_ part: Detail.Part) -> Bool {
    let isFirstAndMiddle = count == 2 && isPatronymic[1] && !isPatronymic[0]
    switch part {
    case .lastName: return count > 1 && !isFirstAndMiddle
    case .firstName: return count > 1 && (isFirstAndMiddle ? !isInitial[0] : !isInitial[1])
    default: return isFirstAndMiddle || count > 2 && !isInitial[2]
    }
  }
}

/// The parts of an address in its canonical form, told by the official abbreviations before them.
private enum AddressMarks {
  static func has(_ part: Detail.Part, _ text: Span<UInt8>) -> Bool {
    switch part {
    case .postalCode: return hasPostalCode(text)
    case .building:
      if follows(text, ["д. ", "влд. ", "двлд. ", "зд. ", "стр. ", "соор. ", "з/у ", "к. "], digit: true) {
        return true
      }
      // Of another country or in a form of its own: any number but the postal code may be the house.
      return !isMarked(text) && hasShortNumber(text)
    case .flat: return follows(text, ["кв. ", "офис ", "помещ. ", "ком. ", "пав. "], digit: true)
    case .street: return follows(text, streets, digit: false) || !isMarked(text)
    case .city: return follows(text, towns, digit: false) || !isMarked(text)
    default: return true
    }
  }

  private static let streets: [StaticString] = [
    "ул. ", "пр-кт ", "пр-д ", "пер. ", "ш. ", "б-р ", "наб. ", "пл. ", "туп. ", "мкр. ", "кв-л ", "ал. ",
    "тракт ", "линия ", "тер. ", "проезд ", "проул. ", "сзд. ", "лн. ", "мгстр. ", "дор. ", "снт ", "ряд ",
  ]
  private static let towns: [StaticString] = [
    "г. ", "г.ф.з. ", "пос. ", "п. ", "пгт. ", "рп. ", "с. ", "д. ", "ст-ца ", "х. ", "аул ", "ст. ", "кп. ",
    "дп. ",
  ]

  /// Whether the text is written with the abbreviations of Russian addresses at all.
  private static func isMarked(_ text: Span<UInt8>) -> Bool {
    follows(text, streets, digit: false) || follows(text, towns, digit: false)
  }

  /// Whether one of the marks stands at the beginning of a part, a digit (or none) after it.
  private static func follows(_ text: Span<UInt8>, _ marks: [StaticString], digit: Bool) -> Bool {
    var start = 0
    while start < text.count {
      for mark in marks {
        let end = start + mark.utf8CodeUnitCount
        guard end < text.count, text.extracting(start..<end).equals(mark) else { continue }
        // «д. 5» is a house, «д. Ивановка» a village; streets may be numbered, towns are not.
        let isNumber = text[end] &- UInt8(ascii: "0") <= 9
        if digit == isNumber || !digit && mark.utf8CodeUnitCount > 4 { return true }
      }
      while start < text.count, text[start] != UInt8(ascii: ",") { start += 1 }
      start += 1
      while start < text.count, text[start] == 0x20 { start += 1 }
    }
    return false
  }

  private static func hasPostalCode(_ text: Span<UInt8>) -> Bool { numbers(text).longest >= 5 }

  private static func hasShortNumber(_ text: Span<UInt8>) -> Bool { numbers(text).hasShort }

  /// The longest run of digits, and whether there is one of less than five.
  private static func numbers(_ text: Span<UInt8>) -> (longest: Int, hasShort: Bool) {
    var (run, longest, hasShort) = (0, 0, false)
    for index in 0...text.count {
      if index < text.count, text[index] &- UInt8(ascii: "0") <= 9 {
        run += 1
        continue
      }
      if run > 0 {
        longest = max(longest, run)
        hasShort = hasShort || run < 5
      }
      run = 0
    }
    return (longest, hasShort)
  }
}
