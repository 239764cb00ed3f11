import Tables

/// A phone number told from its digits.
struct PhoneNumber {
  /// E.164.
  var e164: String
  /// ISO 3166 code; empty: numbers of no one country.
  var region: String
  var kind: PhoneKind
  /// Code of a doubt.
  var doubt: FormatCode?
  /// Whether the country was guessed.
  var isGuess = false
}

/// What the digits of one number come to.
enum PhoneVerdict {
  case number(PhoneNumber)
  case placeholder(String?)
  case local
  case short
  case wrong(FormatCode)
}

/// Decides which number a run of digits is, seen from the home region.
struct PhoneResolver: Sendable {
  let region: String
  let areaCode: String?
  /// Whether home is a country of +7.
  let isRussian: Bool

  init(region: String, areaCode: String?) {
    self.region = region
    self.areaCode = areaCode
    isRussian = region == "RU" || region == "KZ"
  }

  /// The number that a run of digits is; a plus stood before them, and `firstGroup` digits before any mark.
  func resolve(_ digits: Span<UInt8>, hasPlus: Bool, firstGroup: Int) -> PhoneVerdict {
    if digits.count >= 5, Digits.areEqual(digits) {
      // Eleven sevens are, as it happens, +7 and a number of the plan.
      if digits.count >= 10, case .placeholder(let value) = russian(Self.last10(digits)) ?? .placeholder(nil)
      {
        return .placeholder(value)
      }
      return .placeholder(nil)
    }
    if digits.equals("1234567") { return .placeholder(nil) }
    if digits.count >= 10, !hasPlus, digits[0] != 0x39, Digits.areRun(digits) { return .placeholder(nil) }
    return hasPlus ? international(digits, firstGroup) : isRussian ? domestic(digits) : foreignHome(digits)
  }

  @_lifetime(copy digits)
  private static func last10(_ digits: Span<UInt8>) -> Span<UInt8> {
    digits.extracting((digits.count - 10)..<digits.count)
  }

  /// A number with a plus.
  private func international(_ digits: Span<UInt8>, _ firstGroup: Int) -> PhoneVerdict {
    let count = digits.count
    if count == 11, digits[0] == 0x37 || digits[0] == 0x38 && firstGroup == 1 {
      return russian(Self.last10(digits)) ?? .wrong(PhoneCodes.invalid)
    }
    if digits[0] == 0x37 {
      // «+7 8 916 …», «+7+7 916 …».
      guard count == 12, digits[1] == 0x38 || digits[1] == 0x37 else { return .wrong(PhoneCodes.length) }
      return russian(Self.last10(digits)) ?? .wrong(PhoneCodes.length)
    }
    if let verdict = foreign(digits) { return verdict }
    if digits[0] == 0x38, count == 11, let verdict = russian(Self.last10(digits)) { return verdict }
    if digits[0] == 0x30 {
      var zeros = 0
      while zeros < count, digits[zeros] == 0x30 { zeros += 1 }
      if zeros < count { return resolve(digits.extracting(zeros..<count), hasPlus: zeros > 1, firstGroup: 0) }
    }
    return .wrong(count > 15 || count < 8 ? PhoneCodes.length : PhoneCodes.invalid)
  }

  /// A number without a plus, seen from Russia or Kazakhstan.
  private func domestic(_ digits: Span<UInt8>) -> PhoneVerdict {
    let count = digits.count
    if count > 11, digits.begins("810"), let verdict = foreign(digits.extracting(3..<count)) {
      return verdict
    }
    if count > 10, digits.begins("00") { return international(digits.extracting(2..<count), 0) }
    switch count {
    case ..<5: return .short
    case 5...7: return local(digits)
    case 10:
      if let verdict = russian(digits) { return verdict }
      if digits[0] == 0x30, let guess = guessed("38", digits) { return guess }
      return .wrong(PhoneCodes.invalid)
    case 11 where digits[0] == 0x37 || digits[0] == 0x38:
      if let verdict = russian(Self.last10(digits)) { return verdict }
      if digits.begins("80"), let guess = guessed("375", digits.extracting(2..<11)) { return guess }
      return neighbour(digits) ?? .wrong(PhoneCodes.invalid)
    case 12 where digits.begins("78"): return russian(Self.last10(digits)) ?? .wrong(PhoneCodes.length)
    default: return neighbour(digits) ?? .wrong(PhoneCodes.length)
    }
  }

  /// Ten digits of the +7 plan; nil when there is no such number.
  private func russian(_ national: Span<UInt8>) -> PhoneVerdict? {
    let kind = RussianPlan.kind(national)
    let isPlaceholder = RussianPlan.isPlaceholder(national)
    if kind == .none { return isPlaceholder ? .placeholder(nil) : nil }
    var number = DigitRun()
    number.append(0x37)
    number.append(national)
    let e164 = "+" + number.text
    if isPlaceholder { return .placeholder(e164) }
    let doubt = RussianPlan.isRepeating(national) ? PhoneCodes.repeats : nil
    return .number(
      PhoneNumber(e164: e164, region: national[0] == 0x37 ? "KZ" : "RU", kind: kind, doubt: doubt))
  }

  /// Digits that begin with a country code.
  private func foreign(_ digits: Span<UInt8>) -> PhoneVerdict? {
    guard digits.count >= 7, digits.count <= 17, digits[0] != 0x30 else { return nil }
    if digits[0] == 0x37 { return digits.count == 11 ? russian(Self.last10(digits)) : nil }
    return library(digits, hasPlus: true)
  }

  /// What libphonenumber makes of digits.
  private func library(_ digits: Span<UInt8>, hasPlus: Bool) -> PhoneVerdict? {
    let run = Array(copying: digits)
    guard var number = WorldNumbers.read(run, hasPlus: hasPlus, region: region) else { return nil }
    let found = Array(number.e164.utf8.dropFirst())
    // A number of +7 dialled from abroad.
    if found.count == 11, found[0] == 0x37 { return russian(Self.last10(found.span)) }
    if found.count > 7, found[found.count - 1] == 0x30,
      Digits.areEqual(found.span.extracting((found.count - 7)..<found.count))
    {
      return .placeholder(nil)
    }
    if WorldNumbers.isFictional(found.span) { number.doubt = PhoneCodes.fictional }
    return .number(number)
  }

  /// A neighbour's number without its plus; only their codes are taken, for any digits begin with some code.
  private func neighbour(_ digits: Span<UInt8>) -> PhoneVerdict? {
    let codes: InlineArray<10, StaticString> = [
      "375", "380", "992", "994", "995", "996", "998", "993", "374", "373",
    ]
    for index in codes.indices where digits.begins(codes[index]) { return foreign(digits) }
    return nil
  }

  private func guessed(_ code: StaticString, _ national: Span<UInt8>) -> PhoneVerdict? {
    var digits = DigitRun()
    for index in 0..<code.utf8CodeUnitCount { digits.append(unsafe code.utf8Start[index]) }
    digits.append(national)
    guard case .number(var number) = foreign(digits.span) else { return nil }
    number.isGuess = true
    return .number(number)
  }

  private func local(_ digits: Span<UInt8>) -> PhoneVerdict {
    guard let areaCode, areaCode.utf8.count + digits.count == 10 else { return .local }
    var whole = DigitRun()
    for byte in areaCode.utf8 { whole.append(byte) }
    whole.append(digits)
    return russian(whole.span) ?? .wrong(PhoneCodes.invalid)
  }

  /// A number without a plus, seen from any other country.
  private func foreignHome(_ digits: Span<UInt8>) -> PhoneVerdict {
    guard digits.count >= 4 else { return .short }
    if let verdict = library(digits, hasPlus: false) { return verdict }
    // The library does not know the newest codes of +7 and the ways out of other countries.
    if digits.count > 10, digits.begins("00") { return international(digits.extracting(2..<digits.count), 0) }
    if let areaCode, digits.count <= 8 {
      var whole = DigitRun()
      for byte in areaCode.utf8 { whole.append(byte) }
      whole.append(digits)
      if let verdict = library(whole.span, hasPlus: false) { return verdict }
    }
    guard digits.count >= 5 else { return .short }
    return digits.count <= 7 ? .local : .wrong(digits.count > 15 ? PhoneCodes.length : PhoneCodes.invalid)
  }
}

extension [UInt8] {
  /// The bytes of a span.
  init(copying bytes: Span<UInt8>) {
    self.init()
    reserveCapacity(bytes.count)
    for index in bytes.indices { append(bytes[index]) }
  }
}
