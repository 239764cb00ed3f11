/// What the text of one cell looks like, from the cell alone; it may look like several things.
struct CellShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let email = CellShape(rawValue: 1 << 0)
  static let phone = CellShape(rawValue: 1 << 1)
  static let url = CellShape(rawValue: 1 << 2)
  static let date = CellShape(rawValue: 1 << 3)
  static let number = CellShape(rawValue: 1 << 4)
  /// 10 or 12 digits with right check digits (ФНС: приказ ММВ-7-14/559@).
  static let inn = CellShape(rawValue: 1 << 5)
  static let kpp = CellShape(rawValue: 1 << 6)
  /// 13 digits with a right check digit.
  static let ogrn = CellShape(rawValue: 1 << 7)
  /// 15 digits with a right check digit.
  static let ogrnip = CellShape(rawValue: 1 << 8)
  /// 9 digits that begin with 04 (Банк России: справочник БИК).
  static let bik = CellShape(rawValue: 1 << 9)
  /// 20 digits that begin with 30101, a correspondent account at the Bank of Russia.
  static let corrAccount = CellShape(rawValue: 1 << 10)
  /// 20 digits, any other account.
  static let account = CellShape(rawValue: 1 << 11)
  static let postalCode = CellShape(rawValue: 1 << 12)
  static let organisation = CellShape(rawValue: 1 << 13)
  /// Two to four words that look like names of a person.
  static let person = CellShape(rawValue: 1 << 14)
  /// A person with a patronymic or initials: nothing else looks so.
  static let surePerson = CellShape(rawValue: 1 << 15)
  /// One word of letters, as a given name is.
  static let word = CellShape(rawValue: 1 << 16)
  static let salutation = CellShape(rawValue: 1 << 17)
  /// `C-` and 12 characters of Crockford's base 32: a client_id this product gave.
  static let clientID = CellShape(rawValue: 1 << 18)
  /// An address of a source row, as this product writes it: `clients.xlsx › Клиенты › row 17`.
  static let sourceAddress = CellShape(rawValue: 1 << 19)
  static let cyrillic = CellShape(rawValue: 1 << 20)
  /// A Russian phone: +7, or 8 and ten digits.
  static let russianPhone = CellShape(rawValue: 1 << 21)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Looks at the text of a cell.
  /// - Complexity: O(length).
  init(of text: String) {
    self = CellLook(text).shape
  }
}

/// The detectors, each a few lines over one cell.
private struct CellLook {
  let text: String
  let scalars: [Unicode.Scalar]
  let digits: [Int]

  init(_ text: String) {
    let trimmed = text.drop { $0.isWhitespace }
    let kept = trimmed.reversed().drop { $0.isWhitespace }.reversed()
    self.text = String(kept)
    scalars = Array(self.text.unicodeScalars)
    digits = scalars.compactMap { (0x30...0x39).contains($0.value) ? Int($0.value - 0x30) : nil }
  }

  private var isDigits: Bool { !scalars.isEmpty && digits.count == scalars.count }
  private var isCyrillic: Bool { scalars.contains { (0x400...0x4FF).contains($0.value) } }

  var shape: CellShape {
    var shape: CellShape = []
    if scalars.isEmpty { return shape }
    if isCyrillic { shape.insert(.cyrillic) }
    if text.contains(" › ") { shape.insert(.sourceAddress) }
    if isClientID { shape.insert(.clientID) }
    if isEmail { shape.insert(.email) } else if isURL { shape.insert(.url) }
    if isDate { shape.insert(.date) }
    if isNumber { shape.insert(.number) }
    if isDigits { shape.formUnion(codes) }
    if !shape.contains(.date), shape.isDisjoint(with: [.inn, .ogrn, .ogrnip]), let home = phone {
      shape.insert(.phone)
      if home { shape.insert(.russianPhone) }
    }
    if shape.isDisjoint(with: [.email, .url, .phone, .date, .number, .sourceAddress, .clientID]) {
      shape.formUnion(names)
    }
    return shape
  }

  // MARK: Codes

  private var codes: CellShape {
    switch digits.count {
    case 6: return digits[0] > 0 ? .postalCode : []
    case 9:
      if digits[0] == 0, digits[1] == 4 { return .bik }
      // КПП: tax office, reason (01…99), number; most end in 01001.
      return digits[4] == 0 && digits[5] == 1 || digits[4] >= 4 && digits[4] <= 5 ? .kpp : []
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

  private var isClientID: Bool {
    guard scalars.count == 14, scalars[0] == "C", scalars[1] == "-" else { return false }
    return scalars.dropFirst(2).allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars.contains($0) }
  }

  // MARK: Channels

  private var isEmail: Bool {
    // Several in a cell count too: the first must look like one.
    let first = text.split { ",; ".contains($0) }.first ?? ""
    let parts = first.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let dot = parts[1].lastIndex(of: ".") else { return false }
    return dot > parts[1].startIndex && parts[1].distance(from: dot, to: parts[1].endIndex) > 2
  }

  private var isURL: Bool {
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") { return true }
    guard !lower.contains(" "), !lower.contains("@"), let dot = lower.lastIndex(of: ".") else { return false }
    let zone = lower[lower.index(after: dot)...].prefix { $0 != "/" }
    return ["ru", "рф", "com", "org", "net", "su", "info", "biz", "kz", "by", "io", "de", "uk", "eu"]
      .contains(String(zone))
      && lower.first?.isLetter == true
  }

  /// Nil where digits and signs are not those of a phone; true for a Russian one.
  private var phone: Bool? {
    // Of several phones in a cell, and of one with a note, the first is judged.
    let part = text.split { ",;/".contains($0) }.first.map(String.init) ?? ""
    let lower = part.lowercased()
    let cut = ["доб", "вн", "ext", "x"].compactMap { mark in
      lower.firstIndex(of: mark.first ?? " ").flatMap { lower[$0...].hasPrefix(mark) ? $0 : nil }
    }.min()
    let body = cut.map { lower[..<$0] } ?? lower[...]
    let signs = body.filter { !$0.isNumber }
    guard signs.allSatisfy({ "+-() .\u{A0}–‑т:ел".contains($0) }) else { return nil }
    let number = body.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    let isFormatted = signs.contains { "+-()".contains($0) } || signs.contains(" ")
    let isPlus = signs.contains("+")
    switch number.count {
    case 11 where isPlus || number[0] == 7 || number[0] == 8:
      let isHome = number[0] == 7 || number[0] == 8 && !isPlus
      return isPlus || [3, 4, 8, 9].contains(number[1]) ? isHome : nil
    case 10 where number[0] == 9 && !isPlus: return true
    case 10 where isFormatted && body.contains("("): return [3, 4, 8].contains(number[0])
    case 7...15 where isPlus: return false
    case 10...13 where isFormatted && number.count < 13: return false
    case 7 where isFormatted && body.contains("-"): return false
    case 6 where isFormatted && body.filter { $0 == "-" }.count == 2: return false
    default: return nil
    }
  }

  // MARK: Dates and numbers

  private var isDate: Bool {
    let day = text.prefix { $0 != " " && $0 != "T" }
    for separator in [".", "-", "/"] as [Character] {
      let parts = day.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
      guard numbers.count == 3 else { continue }
      if parts[0].count == 4 {
        return (1800...2200).contains(numbers[0]) && (1...12).contains(numbers[1])
          && (1...31).contains(numbers[2])
      }
      guard parts[2].count == 4 && (1800...2200).contains(numbers[2]) || parts[2].count == 2 else {
        return false
      }
      let (first, second) = (numbers[0], numbers[1])
      return (1...31).contains(first) && (1...12).contains(second)
        || (1...12).contains(first) && (1...31).contains(second)
    }
    return false
  }

  private var isNumber: Bool {
    guard !digits.isEmpty else { return false }
    let rest = text.lowercased().filter { !$0.isNumber }
    let bare = rest.filter { !" \u{A0}\u{202F},.-+%₽$€".contains($0) }
    return (bare.isEmpty || ["р", "руб", "rub", "usd", "eur"].contains(bare)) && !isDate
      && rest.filter { $0 == "-" || $0 == "+" }.count <= 1 && !text.dropFirst().contains("-")
  }

  // MARK: Names

  private static let legalForms: Set<String> = [
    "ооо", "оао", "зао", "пао", "ао", "нао", "ип", "фгуп", "муп", "гуп", "тоо", "тов", "чп", "кфх", "нко",
    "ано", "тсж",
    "снт", "гк", "гбу", "мбу", "фгбу", "мкоу", "мбоу", "ltd", "llc", "inc", "gmbh", "corp", "plc", "co",
    "llp", "company",
    "group", "oy", "ab", "sa", "srl", "bv", "ag", "общество", "предприниматель", "компания", "фирма", "завод",
    "холдинг",
    "магазин", "торговый", "предприятие", "фонд", "банк", "университет", "школа", "администрация", "клиника",
    "центр",
    "agency", "bank", "university", "partners", "solutions", "systems", "industries", "holdings",
  ]
  private static let salutations: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "г", "гн", "гжа", "господин", "госпожа",
    "уважаемый",
    "уважаемая", "herr", "frau", "mme", "m",
  ]
  private static let patronymics = ["вич", "вна", "ична", "инична", "оглы", "кызы", "улы"]

  private var names: CellShape {
    let bare = text.lowercased().filter { $0.isLetter }
    if Self.salutations.contains(bare) { return .salutation }
    let parts = text.split { $0.isWhitespace || ",«»\"“”()".contains($0) }
    let words = parts.map { $0.lowercased().filter { $0.isLetter } }
    if words.contains(where: { Self.legalForms.contains($0) }) || text.contains("«") || text.contains("\"") {
      return .organisation
    }
    guard digits.isEmpty, parts.allSatisfy({ $0.allSatisfy { $0.isLetter || "-'’.".contains($0) } }) else {
      return []
    }
    if parts.count == 1 {
      // «Иванов И.И.» written in one piece has more than one capital.
      return text.filter { $0 == "." }.count > 1 ? [.person, .surePerson] : .word
    }
    guard (2...4).contains(parts.count) else { return [] }
    let hasInitials = parts.dropFirst().contains { $0.contains(".") && $0.count <= 5 } && parts[0].count > 2
    let hasPatronymic = words.dropFirst().contains { word in
      word.count > 4 && Self.patronymics.contains { word.hasSuffix($0) }
    }
    if hasInitials || hasPatronymic { return [.person, .surePerson] }
    return words.allSatisfy { $0.count > 1 } ? .person : []
  }
}
