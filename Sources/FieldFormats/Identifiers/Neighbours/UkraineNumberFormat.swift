import Tables

/// ЄДРПОУ, the number of an organisation in Ukraine: 8 digits.
///
/// Check digit: weights 1…7 (7, 1…6 for numbers from 30000000 to 60000000) modulo 11; a remainder of 10 is
/// reckoned anew with the weights two greater, and a second 10 is 0. Source: state register's rule, as published
/// with the register's order 469 of 1998.
struct EDRPOUFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "ua-edrpou-check-digit", en: "ЄДРПОУ: wrong check digit", ru: "ЕДРПОУ: неверная контрольная цифра")
  static let length = FormatCode.error(
    "ua-edrpou-length", en: "ЄДРПОУ: not 8 digits", ru: "ЕДРПОУ: не 8 цифр")

  let name = "ua-edrpou"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) { return .placeholder }
    switch digits.count {
    case 8: return Self.passes(digits, 0) ? .right : .wrong(Self.checkDigit)
    case 6...7:
      return Self.passes(digits, 8 - digits.count) ? .lostZeros(8 - digits.count) : .wrong(Self.length)
    default: return .wrong(Self.length)
    }
  }

  private static func passes(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    let isMiddle = lost == 0 && (0x33...0x35).contains(digits[0])
    for step in [0, 2] {
      var sum = 0
      for index in lost..<7 {
        let weight = (isMiddle ? (index + 6) % 7 + 1 : index + 1) + step
        sum += Int(digits[index - lost] &- 0x30) * weight
      }
      if sum % 11 < 10 || step == 2 { return sum % 11 % 10 == Int(digits[7 - lost] &- 0x30) }
    }
    return false
  }
}

/// РНОКПП, the taxpayer's number of a person in Ukraine: 10 digits, days since 1899-12-31 first.
///
/// Check digit: weights −1, 5, 7, 9, 4, 6, 10, 5, 7, modulo 11, modulo 10. Source: the tax service's order 822
/// of 29.09.2017.
struct RNOKPPFormat: DigitIdentifier {
  static let checkDigit = FormatCode.error(
    "ua-rntrc-check-digit", en: "РНОКПП: wrong check digit", ru: "РНОКПП: неверная контрольная цифра")
  static let length = FormatCode.error(
    "ua-rntrc-length", en: "РНОКПП: not 10 digits", ru: "РНОКПП: не 10 цифр")

  let name = "ua-rntrc"
  let words: MissingWords
  var codes: [FormatCode] { [Self.checkDigit, Self.length] + IdentifierCodes.all }
  var notDigits: FormatCode { Self.length }

  func judge(_ digits: Span<UInt8>) -> DigitVerdict {
    if digits.count > 4, Digits.areEqual(digits) || Digits.areRun(digits) { return .placeholder }
    switch digits.count {
    case 10: return Self.passes(digits, 0) ? .right : .wrong(Self.checkDigit)
    // Born before 1927: such numbers begin with a zero.
    case 9: return Self.passes(digits, 1) ? .lostZeros(1) : .wrong(Self.length)
    default: return .wrong(Self.length)
    }
  }

  private static func passes(_ digits: Span<UInt8>, _ lost: Int) -> Bool {
    let weights: InlineArray<9, Int> = [-1, 5, 7, 9, 4, 6, 10, 5, 7]
    var sum = 0
    for index in lost..<9 { sum += Int(digits[index - lost] &- 0x30) * weights[index] }
    return (sum % 11 + 11) % 11 % 10 == Int(digits[9 - lost] &- 0x30)
  }

  func parts(of digits: String) -> [String: PartValue] {
    let places = Array(digits.utf8)
    guard places.count == 10 else { return [:] }
    return ["gender": .text(places[8] % 2 == 1 ? "male" : "female")]
  }
}
