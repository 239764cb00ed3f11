/// The detectors of codes, channels, dates and numbers, each a few lines over the scalars of one cell.
struct CellLook {
  /// The cell without white space around, letters small.
  let scalars: ArraySlice<UInt32>
  private let raw: ArraySlice<UInt32>
  private let digits: [Int]
  private let isCyrillic: Bool

  init(_ cell: [UInt32]) {
    let first = cell.firstIndex { !Self.isSpace($0) } ?? cell.endIndex
    let last = cell.lastIndex { !Self.isSpace($0) } ?? first - 1
    raw = cell[first..<max(first, last + 1)]
    scalars = raw.map(Self.lowercased)[...]
    digits = raw.compactMap(Self.digit)
    isCyrillic = raw.contains { (0x400...0x4FF).contains($0) }
  }

  var shape: CellShape {
    var shape: CellShape = []
    if scalars.isEmpty { return shape }
    if isCyrillic { shape.insert(.cyrillic) }
    if isSourceAddress { shape.insert(.sourceAddress) }
    if isClientID { shape.insert(.clientID) }
    if isHandle {
      shape.insert(.handle)
    } else if isEmail {
      shape.insert(.email)
    } else if isURL {
      shape.insert(.url)
    }
    if isAddress { shape.insert(.address) }
    if !digits.isEmpty { shape.formUnion(withDigits) }
    if shape.isDisjoint(with: [.email, .url, .phone, .date, .number, .sourceAddress, .clientID]) {
      shape.formUnion(NameLook(scalars, hasDigits: !digits.isEmpty).shape)
    }
    return shape
  }

  private var withDigits: CellShape {
    var shape: CellShape = []
    if isDate { shape.insert(.date) } else if isNumber { shape.insert(.number) }
    if digits.count == scalars.count { shape.formUnion(codes) }
    if shape.isDisjoint(with: [.date, .inn, .ogrn, .ogrnip]), let isHome = phone {
      shape.insert(.phone)
      if isHome { shape.insert(.russianPhone) }
    }
    return shape
  }

  // MARK: Scalars

  static func isSpace(_ scalar: UInt32) -> Bool { scalar <= 0x20 || scalar == 0xA0 || scalar == 0x202F }

  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar | 0x20) }
    if (0x400...0x4FF).contains(scalar) { return true }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    (0x30...0x39).contains(scalar) ? Int(scalar) - 0x30 : nil
  }

  // Latin and Cyrillic by their blocks' layout; other scripts are compared with nothing here.
  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0x410...0x42F, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }

  static func scalars(_ text: StaticString) -> [UInt32] { "\(text)".unicodeScalars.map(\.value) }
  static func scalars(_ texts: [String]) -> Set<[UInt32]> {
    Set(texts.map { $0.unicodeScalars.map(\.value) })
  }

  // MARK: Codes

  private var codes: CellShape {
    switch digits.count {
    case 6: return digits[0] > 0 ? .postalCode : []
    case 9:
      if digits[0] == 0, digits[1] == 4 { return .bik }
      // КПП: tax office (4), reason (2), number (3); most reasons are 01, 02, 43, 44, 45, 50.
      return [1, 2, 43, 44, 45, 50].contains(digits[4] * 10 + digits[5]) ? .kpp : []
    case 10: return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[9] ? .inn : []
    case 12:
      let first = check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[10]
      return first && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[11] ? .inn : []
    case 13: return remainder(12, 11) % 10 == digits[12] ? .ogrn : []
    case 15: return remainder(14, 13) % 10 == digits[14] ? .ogrnip : []
    case 20: return digits.starts(with: [3, 0, 1, 0, 1]) ? .corrAccount : .account
    default: return []
    }
  }

  private func check(_ weights: [Int]) -> Int {
    zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
  }

  /// The number of the first `count` digits, modulo `divisor`.
  private func remainder(_ count: Int, _ divisor: Int) -> Int {
    digits.prefix(count).reduce(0) { ($0 * 10 + $1) % divisor }
  }

  private static let crockford = scalars(Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ").map(String.init))

  private var isClientID: Bool {
    guard raw.count == 14, raw.starts(with: [0x43, 0x2D]) else { return false }
    return raw.dropFirst(2).allSatisfy { Self.crockford.contains([$0]) }
  }

  private var isSourceAddress: Bool {
    guard let mark = raw.firstIndex(of: 0x203A) else { return false }
    return mark > raw.startIndex && raw[mark - 1] == 0x20 && mark + 1 < raw.endIndex && raw[mark + 1] == 0x20
  }

  // MARK: Channels

  private var isEmail: Bool {
    // Several in a cell count too: the first must look like one.
    let first = scalars.prefix { ![0x20, 0x2C, 0x3B].contains($0) }
    guard let at = first.firstIndex(of: 0x40), at > first.startIndex, let dot = first.lastIndex(of: 0x2E)
    else {
      return false
    }
    return dot > at + 1 && first.endIndex - dot > 2 && first.lastIndex(of: 0x40) == at
  }

  private static let zones = scalars([
    "ru", "рф", "com", "org", "net", "su", "info", "biz", "kz", "by", "io", "de", "uk", "eu",
  ])
  private static let schemes: [[UInt32]] = [scalars("http://"), scalars("https://"), scalars("www.")]

  private var isURL: Bool {
    if Self.schemes.contains(where: { scalars.starts(with: $0) }) { return true }
    let host = scalars.prefix { $0 != 0x2F }
    guard let dot = host.lastIndex(of: 0x2E), let first = host.first, Self.isLetter(first) else {
      return false
    }
    return !scalars.contains { $0 == 0x40 || Self.isSpace($0) }
      && Self.zones.contains(Array(host[(dot + 1)...]))
  }

  private static let messengers: [[UInt32]] = [
    scalars("https://t.me/"), scalars("http://t.me/"), scalars("t.me/"), scalars("@"),
    scalars("https://vk.com/"),
    scalars("vk.com/"),
  ]

  private var isHandle: Bool {
    guard scalars.count > 3, !scalars.contains(where: Self.isSpace) else { return false }
    return Self.messengers.contains { scalars.starts(with: $0) && scalars.count > $0.count + 2 }
  }

  // Words that stand in addresses only, with the mark that ends them.
  private static let addressWords = scalars([
    "ул", "пр", "пр-т", "пр-кт", "просп", "пер", "наб", "б-р", "бульвар", "проспект", "улица", "шоссе", "ш",
    "площадь", "пл", "мкр", "д", "дом", "кв", "корп", "стр", "street", "st", "avenue", "ave", "road", "rd",
    "lane",
    "обл", "область", "индекс", "переулок", "набережная", "проезд", "пос", "оф", "офис",
  ])

  /// Two words of an address, or one and a number.
  private var isAddress: Bool {
    guard scalars.count > 8, scalars.count < 250 else { return false }
    let words = scalars.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2E || $0 == 0xA0 }
    let known = words.count { Self.addressWords.contains(Array($0)) }
    return known > 1 || known == 1 && !digits.isEmpty && words.count > 2
  }

  private static let phoneSigns = Set(scalars("+-() .\u{A0}\u{202F}–‑"))
  private static let phoneWords = scalars(["т", "тел", "моб", "раб", "сот", "факс", "tel", "phone"])
  private static let extensionWords = scalars(["доб", "вн", "ext", "x"])

  /// Nil where digits and signs are not those of a phone; true for a Russian one.
  private var phone: Bool? {
    var number: [Int] = []
    var (hasPlus, hasBracket, hyphens, isFormatted) = (false, false, 0, false)
    var index = scalars.startIndex
    // Of several phones in a cell, and of one with an extension, the first is judged.
    scan: while index < scalars.endIndex {
      let scalar = scalars[index]
      if let digit = Self.digit(scalar) {
        number.append(digit)
      } else if [0x2C, 0x3B, 0x2F].contains(scalar) {
        break
      } else if Self.isLetter(scalar) {
        let word = scalars[index...].prefix(while: Self.isLetter)
        if Self.extensionWords.contains(Array(word)) { break scan }
        guard number.isEmpty, Self.phoneWords.contains(Array(word)) else { return nil }
        index = word.endIndex - 1
      } else if Self.phoneSigns.contains(scalar) || scalar == 0x3A {
        hasPlus = hasPlus || scalar == 0x2B
        hasBracket = hasBracket || scalar == 0x28
        if scalar == 0x2D { hyphens += 1 }
        isFormatted = isFormatted || !number.isEmpty && scalar != 0x2E
      } else {
        return nil
      }
      index += 1
    }
    switch number.count {
    case 11 where hasPlus || number[0] == 7 || number[0] == 8:
      let isHome = number[0] == 7 || number[0] == 8 && !hasPlus
      return hasPlus || [3, 4, 8, 9].contains(number[1]) ? isHome : nil
    case 10 where number[0] == 9 && !hasPlus: return true
    case 10 where hasBracket: return [3, 4, 8].contains(number[0])
    case 7...15 where hasPlus: return false
    case 10...12 where isFormatted && (hasBracket || hyphens > 0): return false
    case 7 where hyphens > 0, 6 where hyphens == 2: return false
    default: return nil
    }
  }

  // MARK: Dates and numbers

  private var isDate: Bool {
    let day = scalars.prefix { $0 != 0x20 && $0 != 0x74 }
    guard day.count >= 6, day.count <= 10 else { return false }
    for separator in [0x2E, 0x2D, 0x2F] as [UInt32] {
      let parts = day.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { Self.digit($0) != nil } }) else { return false }
      let numbers = parts.map { $0.reduce(0) { $0 * 10 + (Self.digit($1) ?? 0) } }
      let isYearFirst = parts[0].count == 4
      guard isYearFirst || parts[2].count == 4 || parts[2].count == 2 else { return false }
      let year = isYearFirst ? numbers[0] : numbers[2]
      let (one, other) = isYearFirst ? (numbers[2], numbers[1]) : (numbers[0], numbers[1])
      let isYear = (1800...2200).contains(year) || !isYearFirst && parts[2].count == 2
      let isDay = (1...31).contains(one) && (1...12).contains(other)
      return isYear && (isDay || !isYearFirst && (1...12).contains(one) && (1...31).contains(other))
    }
    return false
  }

  private static let numberSigns = Set(scalars(" \u{A0}\u{202F},.%₽$€"))
  private static let currencies = scalars(["р", "руб", "rub", "usd", "eur"])

  private var isNumber: Bool {
    var word: [UInt32] = []
    for (index, scalar) in scalars.enumerated() where Self.digit(scalar) == nil {
      let isSign = index == 0 && (scalar == 0x2D || scalar == 0x2B)
      if Self.isLetter(scalar) {
        word.append(scalar)
      } else if !isSign && !Self.numberSigns.contains(scalar) {
        return false
      }
      if word.count > 3 { return false }
    }
    return word.isEmpty || Self.currencies.contains(word)
  }
}
