import CPhoneNumber
import Synchronization
import Tables

/// Numbers outside +7, as libphonenumber knows them.
///
/// Measured: 20 µs a number, against 0.02 µs of a table lookup, so nothing of +7 comes here.
enum WorldNumbers {
  /// The number that digits are, with their country code after a plus, or as the region at home dials them.
  static func read(_ digits: [UInt8], hasPlus: Bool, region: String) -> PhoneNumber? {
    let question = Question(digits: digits, region: hasPlus ? "+" : region)
    let place = question.hashValue & (Self.places - 1)
    let known = answers.withLock { $0.isEmpty ? nil : $0[place] }
    if let known, known.question == question { return known.number }
    let number = ask(digits, hasPlus: hasPlus, region: region)
    answers.withLock { answers in
      if answers.isEmpty { answers = [Answer?](repeating: nil, count: Self.places) }
      answers[place] = Answer(question: question, number: number)
    }
    return number
  }

  private struct Question: Hashable {
    var digits: [UInt8]
    var region: String
  }

  private struct Answer {
    var question: Question
    var number: PhoneNumber?
  }

  private static let places = 1024
  /// The last answers: a number is asked for again when its canonical form is looked at, and where clients share it.
  private static let answers = Mutex<[Answer?]>([])

  private static func ask(_ digits: [UInt8], hasPlus: Bool, region: String) -> PhoneNumber? {
    var text: [CChar] = hasPlus ? [0x2B] : []
    for digit in digits { text.append(CChar(bitPattern: digit)) }
    var found = revizor_phone()
    guard unsafe revizor_phone_read(text, text.count, hasPlus ? "" : region, &found),
      let kind = PhoneKind(library: found.kind)
    else { return nil }
    let (number, place) = (Self.text(in: found.digits), Self.text(in: found.region))
    return PhoneNumber(e164: "+" + number, region: place == "001" ? "" : place, kind: kind)
  }

  /// Whether a number is kept for films: 555-0100 to 555-0199 of North America (NANPA).
  static func isFictional(_ digits: Span<UInt8>) -> Bool {
    digits.count == 11 && digits[0] == 0x31 && Digits.value(digits, 4..<9) == 55501
  }

  /// An E.164 number as people of other countries write it; nil: the library does not know how.
  static func display(_ e164: String) -> String? {
    let digits = e164.utf8.dropFirst().map { CChar(bitPattern: $0) }
    var text = [CChar](repeating: 0, count: 48)
    let count = unsafe revizor_phone_write(digits, digits.count, &text, text.count)
    guard count > 0 else { return nil }
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The text of an array that ends with a zero byte, as C holds it in a struct.
  private static func text<Characters>(in characters: Characters) -> String {
    unsafe withUnsafeBytes(of: characters) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension PhoneKind {
  /// The kind that the library numbers so; nil: none.
  fileprivate init?(library number: Int32) {
    switch Int(number) {
    case revizor_phone_fixed: self = .fixed
    case revizor_phone_mobile: self = .mobile
    case revizor_phone_fixed_or_mobile: self = .fixedOrMobile
    case revizor_phone_toll_free: self = .tollFree
    case revizor_phone_premium: self = .premium
    case revizor_phone_shared_cost: self = .sharedCost
    case revizor_phone_voip: self = .voip
    case revizor_phone_personal: self = .personal
    case revizor_phone_pager: self = .pager
    case revizor_phone_universal: self = .universal
    case revizor_phone_voicemail: self = .voicemail
    default: return nil
    }
  }
}
