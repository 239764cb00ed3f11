import Tables

/// A phone number told from its digits.
struct PhoneNumber: Equatable {
  /// E.164.
  var e164: String
  var region: String
  var kind: PhoneKind
  /// Code of a doubt.
  var doubt: FormatCode?
  /// Whether the country was guessed.
  var isGuess = false
}

/// What the digits of one number come to.
enum PhoneVerdict: Equatable {
  case number(PhoneNumber)
  case placeholder(String?)
  case local
  case short
  case wrong(FormatCode)
}

/// Decides which number a run of digits is, seen from the home region.
struct PhoneResolver: Sendable {
  let plan: PhonePlan
  let region: String
  let areaCode: String?

  private var isRussian: Bool { region == "RU" || region == "KZ" }

  /// The number that a run of digits is; a plus stood before them, and `firstGroup` digits before any mark.
  func resolve(_ text: String, hasPlus: Bool, firstGroup: Int = 0) -> PhoneVerdict {
    let digits = Array(text.utf8)
    if digits.count >= 5, Digits.areEqual(digits.span) {
      // Eleven sevens are, as it happens, +7 and a number of the plan.
      if digits.count >= 10, case .placeholder(let value) = russian(digits.suffix(10)) ?? .placeholder(nil) {
        return .placeholder(value)
      }
      return .placeholder(nil)
    }
    if text == "1234567" || digits.count >= 10 && !hasPlus && Digits.areRun(digits.span) && digits[0] != 0x39
    {
      return .placeholder(nil)
    }
    return hasPlus ? international(digits, firstGroup) : isRussian ? domestic(digits) : foreignHome(digits)
  }

  /// A number with a plus.
  private func international(_ digits: [UInt8], _ firstGroup: Int) -> PhoneVerdict {
    if digits.first == 0x37 || digits.first == 0x38 && firstGroup == 1 {
      if digits.count == 11 { return russian(digits.suffix(10)) ?? .wrong(PhoneCodes.invalid) }
      // «+7 8 916 …», «+7+7 916 …».
      if digits.count == 12, digits[1] == 0x38 || digits[1] == 0x37, digits[0] == 0x37 {
        return russian(digits.suffix(10)) ?? .wrong(PhoneCodes.length)
      }
      if digits[0] == 0x37 { return .wrong(PhoneCodes.length) }
    }
    if let verdict = foreign(digits) { return verdict }
    if digits.first == 0x38, digits.count == 11, let verdict = russian(digits.suffix(10)) { return verdict }
    if digits.first == 0x30 {
      return resolve(
        String(decoding: digits.drop { $0 == 0x30 }, as: UTF8.self),
        hasPlus: digits.starts(with: [0x30, 0x30]))
    }
    return .wrong(digits.count > 15 || digits.count < 8 ? PhoneCodes.length : PhoneCodes.invalid)
  }

  /// A number without a plus, seen from Russia or Kazakhstan.
  private func domestic(_ digits: [UInt8]) -> PhoneVerdict {
    if digits.starts(with: [0x38, 0x31, 0x30]), digits.count > 11,
      let verdict = foreign(Array(digits.dropFirst(3)))
    {
      return verdict
    }
    if digits.starts(with: [0x30, 0x30]), digits.count > 10 {
      return international(Array(digits.dropFirst(2)), 0)
    }
    switch digits.count {
    case ..<5: return .short
    case 5...7: return local(digits)
    case 10:
      if let verdict = russian(digits[...]) { return verdict }
      if digits[0] == 0x30, let guess = guessed("38", digits) { return guess }
      return .wrong(PhoneCodes.invalid)
    case 11 where digits[0] == 0x37 || digits[0] == 0x38:
      if let verdict = russian(digits.suffix(10)) { return verdict }
      if digits[0] == 0x38, digits[1] == 0x30, let guess = guessed("375", Array(digits.dropFirst(2))) {
        return guess
      }
      return neighbour(digits) ?? .wrong(PhoneCodes.invalid)
    case 12 where digits[0] == 0x37 && digits[1] == 0x38:
      return russian(digits.suffix(10)) ?? .wrong(PhoneCodes.length)
    default: return neighbour(digits) ?? .wrong(PhoneCodes.length)
    }
  }

  /// Ten digits of the +7 plan; nil when there is no such number.
  private func russian(_ national: ArraySlice<UInt8>) -> PhoneVerdict? {
    let digits = Array(national)
    let kind = RussianPlan.kind(digits.span)
    let e164 = "+7" + String(decoding: digits, as: UTF8.self)
    if RussianPlan.isPlaceholder(digits.span) { return .placeholder(kind == .none ? nil : e164) }
    guard kind != .none else { return nil }
    let doubt = RussianPlan.isRepeating(digits.span) ? PhoneCodes.repeats : nil
    return .number(PhoneNumber(e164: e164, region: digits[0] == 0x37 ? "KZ" : "RU", kind: kind, doubt: doubt))
  }

  /// Digits that begin with a country code.
  private func foreign(_ digits: [UInt8]) -> PhoneVerdict? {
    guard let (index, fits, known) = plan.check(digits.span), fits, digits.count <= 15 else { return nil }
    if plan[index].code == "7" { return digits.count == 11 ? russian(digits.suffix(10)) : nil }
    let e164 = "+" + String(decoding: digits, as: UTF8.self)
    let tail = Array(digits.suffix(7))
    if PhonePlan.isFictional(digits.span) || digits.last == 0x30 && Digits.areEqual(tail.span) {
      return .placeholder(nil)
    }
    return .number(
      PhoneNumber(
        e164: e164, region: plan[index].region, kind: .none, doubt: known ? nil : PhoneCodes.unverified))
  }

  /// A neighbour's number without its plus; only their codes are taken, for any digits begin with some code.
  private func neighbour(_ digits: [UInt8]) -> PhoneVerdict? {
    let codes = ["375", "380", "992", "994", "995", "996", "998", "993", "374", "373"]
    let text = String(decoding: digits, as: UTF8.self)
    guard codes.contains(where: text.hasPrefix) else { return nil }
    return foreign(digits)
  }

  private func guessed(_ code: String, _ national: [UInt8]) -> PhoneVerdict? {
    guard case .number(var number) = foreign(Array(code.utf8) + national) else { return nil }
    number.isGuess = true
    return .number(number)
  }

  private func local(_ digits: [UInt8]) -> PhoneVerdict {
    guard let areaCode, areaCode.utf8.count + digits.count == 10 else { return .local }
    return russian((Array(areaCode.utf8) + digits)[...]) ?? .wrong(PhoneCodes.invalid)
  }

  /// A number without a plus, seen from any other country.
  private func foreignHome(_ digits: [UInt8]) -> PhoneVerdict {
    guard digits.count >= 5 else { return .short }
    if digits.starts(with: [0x30, 0x30]) { return international(Array(digits.dropFirst(2)), 0) }
    if region == "US" || region == "CA", digits.starts(with: [0x30, 0x31, 0x31]) {
      return international(Array(digits.dropFirst(3)), 0)
    }
    guard let home = plan.country(ofRegion: region) else { return .wrong(PhoneCodes.invalid) }
    let trunk = Array(home.trunk.utf8)
    if !trunk.isEmpty, digits.starts(with: trunk),
      let verdict = foreign(Array(home.code.utf8) + digits.dropFirst(trunk.count))
    {
      return verdict
    }
    if let verdict = foreign(Array(home.code.utf8) + digits), home.lengths != 0 { return verdict }
    if digits.starts(with: Array(home.code.utf8)), let verdict = foreign(digits) { return verdict }
    return digits.count <= 7 ? .local : .wrong(PhoneCodes.length)
  }
}
