/// A city: how it is written, its numbers, and where in the country it lies.
struct City {
  var name: String
  /// Area code.
  var code: String
  /// First two digits of ИНН, КПП and ОГРН.
  var region: String
  /// ОКАТО territory, for БИК.
  var territory: String
  /// First three digits of the postal index.
  var index: String
  var isFederal = false
}

/// Where the invented clients live.
enum Places {
  static let cities = [
    City(name: "Москва", code: "495", region: "77", territory: "45", index: "115", isFederal: true),
    City(name: "Москва", code: "499", region: "77", territory: "45", index: "127", isFederal: true),
    City(name: "Санкт-Петербург", code: "812", region: "78", territory: "40", index: "194", isFederal: true),
    City(name: "Новосибирск", code: "383", region: "54", territory: "50", index: "630"),
    City(name: "Екатеринбург", code: "343", region: "66", territory: "65", index: "620"),
    City(name: "Казань", code: "843", region: "16", territory: "92", index: "420"),
    City(name: "Нижний Новгород", code: "831", region: "52", territory: "22", index: "603"),
    City(name: "Челябинск", code: "351", region: "74", territory: "75", index: "454"),
    City(name: "Самара", code: "846", region: "63", territory: "36", index: "443"),
    City(name: "Ростов-на-Дону", code: "863", region: "61", territory: "60", index: "344"),
    City(name: "Уфа", code: "347", region: "02", territory: "80", index: "450"),
    City(name: "Красноярск", code: "391", region: "24", territory: "04", index: "660"),
    City(name: "Воронеж", code: "473", region: "36", territory: "20", index: "394"),
    City(name: "Пермь", code: "342", region: "59", territory: "57", index: "614"),
    City(name: "Краснодар", code: "861", region: "23", territory: "03", index: "350"),
    City(name: "Тюмень", code: "345", region: "72", territory: "71", index: "625"),
    City(name: "Ижевск", code: "341", region: "18", territory: "94", index: "426"),
    City(name: "Барнаул", code: "385", region: "22", territory: "01", index: "656"),
    City(name: "Хабаровск", code: "421", region: "27", territory: "08", index: "680"),
    City(name: "Улан-Удэ", code: "301", region: "03", territory: "81", index: "670"),
    City(name: "Нальчик", code: "866", region: "07", territory: "83", index: "360"),
    City(name: "Майкоп", code: "877", region: "01", territory: "79", index: "385"),
  ]

  static let streets = [
    "Садовая", "Заречная", "Полевая", "Лесная", "Новая", "Школьная", "Молодёжная", "Набережная", "Зелёная",
    "Рабочая", "Строителей", "Мира", "Победы", "Луговая", "Вокзальная", "Озёрная", "Северная", "Южная",
  ]

  /// Codes of mobile networks that no operator is known to hold, so that no number of the samples rings anywhere.
  static let mobileCodes = [
    "935", "943", "944", "945", "946", "947", "948", "957", "972", "973", "974", "975",
  ]
}

/// An invented address.
struct Place: Equatable {
  var city: City
  var index: String
  var street: String
  var house: String
  var flat: Int
  var isOffice: Bool

  static func == (left: Place, right: Place) -> Bool { left.full == right.full }

  /// The full spelling.
  var full: String {
    "\(index), г. \(city.name), ул. \(street), д. \(house), \(isOffice ? "оф." : "кв.") \(flat)"
  }
}

/// A Russian number: area or network code, and seven digits.
struct Phone: Hashable {
  var code: String
  var rest: String

  /// `123-45-67`.
  var grouped: String { "\(rest.prefix(3))-\(rest.dropFirst(3).prefix(2))-\(rest.suffix(2))" }
  /// `9461234567`.
  var national: String { code + rest }
}

extension Dice {
  /// An address in the city.
  mutating func place(in city: City, isOffice: Bool) -> Place {
    let house = String(number(in: 1...98)) + (chance(15) ? pick(["А", "Б", "к2", "/3"]) : "")
    return Place(
      city: city, index: city.index + digits(3), street: pick(Places.streets), house: house,
      flat: number(in: 1...180), isOffice: isOffice)
  }

  /// A city number; its first digit is 0, which no exchange gives out.
  mutating func cityPhone(_ city: City) -> Phone {
    Phone(code: city.code, rest: "0" + String(number(in: 2...9)) + digits(5))
  }

  /// A mobile number.
  mutating func mobilePhone() -> Phone {
    Phone(code: pick(Places.mobileCodes), rest: String(number(in: 2...9)) + digits(6))
  }
}
