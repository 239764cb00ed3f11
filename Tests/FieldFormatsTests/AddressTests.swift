import FieldFormats
import Testing

/// Addresses, regions, towns and countries, and the laws of addresses.
@Suite struct AddressTests {
  /// Invented addresses: as written, as they must be.
  static let addresses: [(written: String, value: String)] = [
    (
      "440000, Пензенская обл, Пенза г, Московская ул, 15, 3",
      "440000, Пензенская область, г. Пенза, ул. Московская, д. 15, кв. 3"
    ),
    ("Новосибирск Красный проспект 25", "г. Новосибирск, пр-кт Красный, д. 25"),
    (
      "МО, Одинцовский г.о., с. Немчиновка, ул. Советская, вл. 5",
      "Московская область, г.о. Одинцовский, с. Немчиновка, ул. Советская, влд. 5"
    ),
    ("г. Москва, МО Хамовники, ул. Тимура Фрунзе, 11", "г. Москва, м.о. Хамовники, ул. Тимура Фрунзе, д. 11"),
    (
      "Саха /Якутия/ Респ, Якутск г, Ленина пр-кт, дом № 1, корпус А, кв.5",
      "Республика Саха (Якутия), г. Якутск, пр-кт Ленина, д. 1, к. А, кв. 5"
    ),
    (
      "127006, Г.МОСКВА, УЛ. 1-Я ТВЕРСКАЯ-ЯМСКАЯ, Д. 16/23, СТР. 1, ЭТАЖ 2 ПОМЕЩ. III",
      "127006, г. Москва, ул. 1-я Тверская-Ямская, д. 16/23, стр. 1, эт. 2, помещ. III"
    ),
    ("Краснодар, ул. 40 лет Победы, 25", "г. Краснодар, ул. 40 лет Победы, д. 25"),
    ("г. Самара, ул. 26 Бакинских Комиссаров, 10", "г. Самара, ул. 26 Бакинских Комиссаров, д. 10"),
    ("Воронеж пр-т Революции 1905 года 5", "г. Воронеж, пр-кт Революции 1905 года, д. 5"),
    ("г. Тольятти, б-р 50 лет Октября, 5к2с1", "г. Тольятти, б-р 50 лет Октября, д. 5, к. 2, стр. 1"),
    ("д5с1, ул. Лесная, Москва", "г. Москва, ул. Лесная, д. 5, стр. 1"),
    ("г. Омск, ул. Мира, 5 \"б\", кв 7", "г. Омск, ул. Мира, д. 5Б, кв. 7"),
    ("г. Ангарск, 15 мкр, д. 3, кв. 7", "г. Ангарск, мкр. 15, д. 3, кв. 7"),
    ("Тюмень, СНТ «Ромашка», уч. 5", "г. Тюмень, тер. СНТ Ромашка, з/у 5"),
    ("Москва, МКАД, 41 км, стр. 1", "г. Москва, МКАД, км 41, стр. 1"),
    ("г. Калуга, ул. А.С. Пушкина, 5, 2-й подъезд", "г. Калуга, ул. А. С. Пушкина, д. 5, подъезд 2"),
    ("с. Ивановка ул. Садовая 3", "с. Ивановка, ул. Садовая, д. 3"),
    ("г. Казань, ул. Ленина, 5, ТЦ «Мега», 3 этаж", "г. Казань, ул. Ленина, д. 5, эт. 3, ТЦ «Мега»"),
    ("Россия, г. Псков, ул. Мира, д. 1, вход со двора", "г. Псков, ул. Мира, д. 1, вход со двора"),
    ("Казахстан, г. Алматы, ул. Абая, 5", "Казахстан, г. Алматы, ул. Абая, 5"),
    ("221b Baker Street, London", "221b Baker Street, London"),
  ]

  @Test(arguments: addresses)
  func address(written: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "address"))
    #expect(format.explain(written).value == value)
    #expect(format.explain(value).value == value)
  }

  @Test(arguments: [
    ("region", "Моск. область", "Московская область"), ("region", "77", "г. Москва"),
    ("region", "МСК", "г. Москва"),
    ("region", "обл Тверская", "Тверская область"), ("region", "Татарстан Респ", "Республика Татарстан"),
    ("region", "ХМАО-Югра", "Ханты-Мансийский автономный округ — Югра"),
    ("region", "RU-SVE", "Свердловская область"), ("city", "г. Казань", "Казань"),
    ("city", "спб", "Санкт-Петербург"),
    ("city", "НИЖНИЙ НОВГОРОД", "Нижний Новгород"), ("city", "ростов-на-дону", "Ростов-на-Дону"),
    ("city", "Екатеринбург г", "Екатеринбург"), ("city", "село Ивановка", "с. Ивановка"),
    ("country", "РФ", "Россия"), ("country", "Russia", "Россия"), ("country", "KAZ", "Казахстан"),
    ("country", "Соединённые Штаты Америки", "США"), ("country", "Белоруссия", "Беларусь"),
  ])
  func place(name: String, written: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: name))
    #expect(format.explain(written).value == value)
  }

  @Test(arguments: [
    ("Москва", "3"), ("ул. Мира, 5", "2"), ("г. Тула, ул. Мира", "4"), ("г. Тула, ул. Мира, 5", "1"),
    ("Тульская обл., г. Тула, ул. Мира, 5", "5"), ("Тульская обл., г. Тула, ул. Мира, 5, кв. 3", "0"),
    ("д. 5, кв. 3", "6"), ("Германия, Берлин", "7"),
  ])
  func completeness(written: String, code: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "address"))
    #expect(format.explain(written).parts["complete"]?.text == code)
  }

  /// Words of addresses in any order: what comes out stays as it is, and no number is lost.
  @Test func soups() throws {
    let format = try #require(try Vectors.catalogue().format(named: "address"))
    var generator = SplitMix(state: 20_261_123)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...9, using: &generator)
      let text = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }
      .joined(separator: Bool.random(using: &generator) ? " " : ", ")
      let first = format.explain(text)
      guard let value = first.value else { continue }
      let second = format.explain(value)
      #expect(second.value == value, "\(text) → \(value) → \(second.value ?? "nil")")
      let lost = Self.numbers(text).subtracting(Self.numbers(value))
      #expect(lost.isEmpty, "\(text) → \(value) loses \(lost)")
    }
  }

  static func numbers(_ text: String) -> Set<String> {
    Set(text.split { !$0.isNumber }.map(String.init))
  }

  static let pieces = [
    "г.", "Москва", "Казань", "г Тула", "ул.", "Ленина", "ул. Мира", "Садовая ул", "д.", "д. 5", "дом № 15",
    "5", "7-12", "11/-89",
    "16/23", "к2", "корп. 3", "стр. 1", "кв.", "кв 7", "офис 12", "пом. II", "лит. А", "127642", "МО",
    "Московская обл.", "Тверской р-н",
    "с. Агой", "п. Мирный", "8 Марта", "40 лет Победы", "1-я", "Тверская-Ямская", "вход со двора",
    "ТЦ «Мега»", "а/я 35", "мкр 5",
    "СНТ Ромашка", "уч. 9", "Россия", "Татарстан", "А", "пр.", "наб. реки Фонтанки", "им. Кирова", "3 этаж",
    "(30/05)", "пл. Минина и Пожарского",
    "МКАД", "41 км", "Зеленоград", "125 Ж", "А.С.", "в/ч 12345",
  ]
}
