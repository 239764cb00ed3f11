/// Parts that names of firms are invented from.
enum Firms {
  static let starts = [
    "Вел", "Тар", "Оли", "Сев", "Кам", "Лин", "Дель", "Аву", "Иле", "Фо", "Эбе", "Ужо", "Бал", "Гран", "Ник",
    "Уль",
    "Зор", "Кор", "Мер", "Пал", "Жем", "Хал", "Ярм",
  ]
  static let middles = [
    "тар", "гран", "мет", "вик", "дар", "лон", "сиб", "тек", "рис", "вент", "пласт", "фин", "нор", "кор",
    "бел",
    "стар", "зин", "мут",
  ]
  static let ends = ["а", "ия", "он", "ис", "ум", "екс", "ика"]
  static let tails = [" Плюс", "-Сервис", " Трейд", "Строй", "Снаб", "-Групп", " Юг", " Центр"]
  static let heads = ["ТД ", "НПФ ", "ПКФ ", "Компания ", "Фирма "]

  /// Short and full spelling of the legal forms, and how often each is met.
  static let forms: [(weight: Int, choice: LegalForm)] = [
    (80, LegalForm(short: "ООО", full: "Общество с ограниченной ответственностью", latin: "OOO")),
    (8, LegalForm(short: "АО", full: "Акционерное общество", latin: "AO")),
    (8, LegalForm(short: "ЗАО", full: "Закрытое акционерное общество", latin: "ZAO")),
    (4, LegalForm(short: "ПАО", full: "Публичное акционерное общество", latin: "PAO")),
  ]

  static let managers = [
    "Лумзамова Ольга", "Вардунин Андрей", "Косталова Ирина", "Мормаков Денис", "Щерпол Виктория",
    "Нарсенов Илья",
  ]
}

/// A legal form.
struct LegalForm {
  var short: String
  var full: String
  /// The abbreviation typed with the wrong keyboard.
  var latin: String
}

extension Dice {
  /// A word that no firm is called by.
  mutating func coinage() -> String { pick(Firms.starts) + pick(Firms.middles) + pick(Firms.ends) }

  /// A firm's name without form and quotes.
  mutating func firmName() -> String {
    let word = coinage()
    return weighted([
      (62, word), (28, word + pick(Firms.tails)), (10, pick(Firms.heads) + word),
    ])
  }

  /// An e-mail login of a person at a common provider, or an address at the firm's own domain.
  mutating func email(of person: Person, firm: String?) -> String {
    if let firm, chance(60) {
      let domain = latin(firm.lowercased()).filter { $0.isASCII && $0.isLetter || $0 == "-" }
      let login = pick(["info", "zakaz", "office", "buh", "sales", latin(person.surname.lowercased())])
      return "\(login)@\(domain).\(pick(["example", "example", "example.org", "example.com"]))"
    }
    let surname = latin(person.surname.lowercased())
    let first = latin(person.first.lowercased())
    let login = weighted([
      (3, "\(surname).\(first.prefix(1))"), (3, "\(surname)\(number(in: 61...99))"),
      (2, "\(first).\(surname)"),
      (2, "\(first.prefix(1))_\(surname)\(number(in: 1...9))"),
    ])
    let provider = weighted([
      (40, "mail.ru"), (26, "yandex.ru"), (16, "gmail.com"), (6, "bk.ru"), (5, "list.ru"), (4, "rambler.ru"),
      (3, "inbox.ru"),
    ])
    return "\(login)@\(provider)"
  }
}
