import Tables

/// БИН of an organisation or ИИН of a person in Kazakhstan: 12 digits.
///
/// Check digit: weights 1…11 modulo 11; a remainder of 10 is reckoned anew with weights 3…11, 1, 2, and a second
/// 10 is never given out. Source: ПП РК 565 of 22.05.2007, rules of the identification numbers. A БИН begins with
/// year and month, 4–6 in the fifth place; an ИИН with the date of birth, century and sex in the seventh.
struct KazakhNumberFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "kz-number-check-digit", en: "БИН/ИИН: wrong check digit", ru: "БИН/ИИН: неверная контрольная цифра")
  static let length = FormatCode.error(
    "kz-number-length", en: "БИН/ИИН: not 12 digits", ru: "БИН/ИИН: не 12 цифр")
  static let structure = FormatCode.warning(
    "kz-number-structure", en: "БИН/ИИН: checks, but its date or kind cannot be",
    ru: "БИН/ИИН: контрольная цифра верна, но дата или вид невозможны")

  /// Whether the field is of a person.
  let isPerson: Bool
  let words: MissingWords
  var name: String { isPerson ? "kz-iin" : "kz-bin" }
  var codes: [FormatCode] { [Self.checkDigit, Self.length, Self.structure] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    switch digits.count {
    case 12:
      guard Self.passes(digits, 0) else { return .wrong(Self.checkDigit) }
      return isPerson ? Self.personal(digits) : Self.legal(digits)
    // Years 2000–2009 begin with a zero, 2000 with two.
    case 10...11:
      return Self.passes(digits, 12 - digits.count) ? .lostZeros(12 - digits.count) : .wrong(Self.length)
    default: return .wrong(Self.length)
    }
  }

  private static func legal(_ digits: Span<UInt8>) -> DigitVerdict {
    let month = Digits.value(digits, 2..<4)
    let kind = digits[4] &- 0x30
    return (1...12).contains(month) && (4...6).contains(kind) ? .right : .doubtful(structure)
  }

  private static func personal(_ digits: Span<UInt8>) -> DigitVerdict {
    let month = Digits.value(digits, 2..<4)
    let day = Digits.value(digits, 4..<6)
    let isDate = (1...12).contains(month) && (1...31).contains(day)
    return isDate && digits[6] &- 0x30 <= 6 ? .right : .doubtful(structure)
  }

  private static func passes(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    for shift in [0, 2] {
      var sum = 0
      for index in lost..<11 { sum += Int(digits[index - lost] &- 0x30) * ((index + shift) % 11 + 1) }
      if sum % 11 < 10 { return sum % 11 == Int(digits[11 - lost] &- 0x30) }
    }
    return false
  }

  func parts(of digits: String) -> [String: PartValue] {
    let places = Array(digits.utf8)
    guard places.count == 12 else { return [:] }
    if isPerson {
      let place = Int(places[6] &- 0x30)
      guard (1...6).contains(place) else { return [:] }
      return [
        "gender": .text(place % 2 == 1 ? "male" : "female"),
        "birth_date": .text(
          "\(17 + (place + 1) / 2)\(digits.prefix(2))-\(digits.dropFirst(2).prefix(2))-\(digits.dropFirst(4).prefix(2))"
        ),
      ]
    }
    let kinds: [UInt8: String] = [0x34: "resident", 0x35: "non-resident", 0x36: "sole-proprietor"]
    return kinds[places[4]].map { ["kind": .text($0)] } ?? [:]
  }
}
