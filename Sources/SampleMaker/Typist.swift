/// Somebody who types clients in, every time a little differently.
///
/// One extension a field; each method returns the cell and the dirt that it made.
struct Typist {
  var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  /// A word that people write where they know nothing.
  mutating func missingWord() -> Cell {
    Cell(dice.pick(["нет", "-", "н/д", "не указан", "нет данных", "уточнить", "?"]), .missingWord)
  }
}

extension Typist {
  /// A phone in one of the twelve spellings; the usual `+7 (946) 123-45-67` in four cells of ten.
  mutating func phone(_ phone: Phone) -> Cell {
    let (code, rest, national) = (phone.code, phone.grouped, phone.national)
    return dice.weighted([
      (40, Cell("+7 (\(code)) \(rest)")),
      (10, Cell("8 (\(code)) \(rest)", .phoneEightParens)),
      (10, Cell("8\(national)", .phoneEightDigits)),
      (6, Cell("7\(national)", .phoneSevenDigits)),
      (7, Cell("+7\(national)", .phonePlusDigits)),
      (6, Cell(national, .phoneTenDigits)),
      (5, Cell("8-\(code)-\(rest)", .phoneEightDashes)),
      (5, Cell("+7 \(code) \(rest.replacing("-", with: " "))", .phonePlusSpaces)),
      (4, Cell("8(\(code))\(phone.rest)", .phoneGlued)),
      (4, Cell("(\(code)) \(rest)", .phoneNoTrunk)),
      (3, Cell("тел. 8 \(code) \(rest)", .phoneLabel)),
      (3, Cell("8.\(code).\(rest.replacing("-", with: "."))", .phoneDots)),
    ])
  }

  /// All a cell of phones may hold, as long as one can call it.
  mutating func callablePhones(_ phones: [Phone], isCity: Bool) -> Cell {
    var cell = phone(phones[0])
    let text = cell.value.text ?? ""
    if dice.chance(8), phones.count > 1 {
      let other = phone(phones[1])
      cell.value = .text(text + dice.pick(["; ", ", ", " / ", "\n"]) + (other.value.text ?? ""))
      cell.dirt += other.dirt + [.phoneSeveral]
    } else if isCity, dice.chance(10) {
      let length = dice.number(in: 2...4)
      let extra = dice.pick([" доб. ", " доб.", " вн. ", " ext ", " #", ", доб. "])
      cell.value = .text(text + extra + String(dice.number(in: 1...9)) + dice.digits(length - 1))
      cell.dirt.append(.phoneExtension)
    } else if isCity, dice.chance(4), let last = phones[0].rest.last?.wholeNumberValue, last < 9 {
      let tail = String(phones[0].rest.suffix(2).prefix(1)) + String(last + 1)
      cell = Cell("(\(phones[0].code)) \(phones[0].grouped)/\(tail)", .phoneTail)
    }
    return cell
  }

  /// A cell that nobody can call.
  mutating func deadPhone() -> Cell {
    dice.weighted([
      (40, .null),
      (12, missingWord()),
      (
        18,
        Cell(
          dice.pick(["0000000", "1234567", "+7 (999) 999-99-99", "8 000 000-00-00", "11111111111"]),
          .phonePlaceholder)
      ),
      (4, Cell("+7 (___) ___-__-__", .phonePlaceholder)),
      (
        8,
        Cell(
          dice.pick(["спросить у бухгалтера", "см. примечание", "сменился", "не отвечает", "только почта"]),
          .phoneJunk)
      ),
      (
        8,
        Cell("8 (\(dice.pick(Places.mobileCodes))) \(dice.digits(3))-\(dice.digits(2))-", .phoneWrongLength)
      ),
    ])
  }
}

extension Typist {
  /// An e-mail that letters reach.
  mutating func email(_ address: String) -> Cell {
    let parts = address.split(separator: "@")
    let (login, domain) = (String(parts[0]), String(parts[1]))
    return dice.weighted([
      (74, Cell(address)),
      (
        5,
        Cell(
          dice.pick([" \(address)", "\(login) @\(domain)", "\(login)@ \(domain)", "\(address) "]),
          .emailSpaces)
      ),
      (7, Cell(dice.chance(50) ? address.uppercased() : capitalised(address), .emailCapitals)),
      (3, Cell("\(login)@\(domain.replacing(".", with: ",", maxReplacements: 1))", .emailComma)),
      (2, Cell("\(login.replacing("a", with: "а", maxReplacements: 1))@\(domain)", .emailLookalike)),
      (4, Cell("\(address)\(dice.pick(["; ", ", ", " "]))\(login)@bk.ru", .emailSeveral)),
    ])
  }

  /// An e-mail with a domain that nobody meant.
  func mistypedDomain(_ address: String) -> Cell? {
    let typos = [
      "mail.ru": "mail.ri", "yandex.ru": "yandex.ry", "gmail.com": "gmial.com", "rambler.ru": "ramler.ru",
      "bk.ru": "bk.ry", "list.ru": "lits.ru", "inbox.ru": "inbxo.ru",
    ]
    let parts = address.split(separator: "@")
    return typos[String(parts[1])].map { Cell("\(parts[0])@\($0)", .emailTypoDomain) }
  }

  /// A cell that no letter reaches.
  mutating func deadEmail() -> Cell {
    dice.weighted([
      (60, .null), (16, Cell(dice.pick(["нет", "-", "нет почты"]), .missingWord)),
      (8, Cell(dice.pick(["test@test.ru", "mail@mail.ru", "no@no.ru"]), .emailPlaceholder)),
      (6, Cell(dice.pick(["по телефону", "уточнить у секретаря", "www"]), .emailJunk)),
    ])
  }
}

/// The text with its first letter large.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
