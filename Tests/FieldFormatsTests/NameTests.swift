import FieldFormats
import Testing

/// Names of people and firms, and the agreement of the path over bytes with the one over text.
@Suite struct NameTests {
  @Test(arguments: [
    ("ПЕТРОВА-ВОДКИНА анна сергеевна", "Петрова-Водкина Анна Сергеевна"), ("Олег Ким", "Ким Олег"),
    ("Сидоров А.", "Сидоров А."), ("А.Б. Сидоров", "Сидоров А. Б."), (" Белых  Инна ", "Белых Инна"),
    ("менеджер Белых Инна Олеговна", "Белых Инна Олеговна"),
    ("Мамедов Рашад Али оглы", "Мамедов Рашад Али оглы"),
    ("ван дер Берг Ян", "ван дер Берг Ян"), ("O'BRIEN MARY", "O'Brien Mary"),
  ])
  func person(written: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "person-name"))
    #expect(format.explain(written).value == value)
    #expect(format.explain(value).value == value)
  }

  @Test(arguments: [
    ("Щукина", "translit", "Shchukina"), ("Объедков", "translit", "Obieedkov"), ("Илья", "translit", "Ilia"),
    ("Юлия", "latin_key", "ulia"), ("Yuliya", "latin_key", "ulia"),
  ])
  func part(written: String, part: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "name-part"))
    #expect(format.explain(written).parts[part]?.text == value)
  }

  @Test func shortForms() throws {
    let format = try #require(try Vectors.catalogue().format(named: "name-part"))
    let result = format.explain("Шура")
    #expect(result.value == "Шура")
    #expect(result.parts["full_first"]?.list == ["Александр", "Александра"])
  }

  @Test func previousSurname() throws {
    let format = try #require(try Vectors.catalogue().format(named: "person-name"))
    #expect(format.explain("Белова (Чернова) Анна Олеговна").parts["previous_surname"]?.text == "Чернова")
  }

  @Test(arguments: [
    ("\"Вектор\" ООО", "ООО «Вектор»"), ("ООО ‹Вектор›", "ООО «Вектор»"), ("\"Nordic\" LLC", "Nordic LLC"),
    ("АКЦИОНЕРНОЕ ОБЩЕСТВО \"ЗАВОД ТОЧНЫХ ПРИБОРОВ\"", "АО «Завод Точных Приборов»"),
    ("ИП СИДОРОВА АННА ПЕТРОВНА", "ИП Сидорова Анна Петровна"), ("вектор, ооо", "ООО «вектор»"),
    ("ООО \"РЖД-СЕРВИС\"", "ООО «РЖД-Сервис»"),
  ])
  func firm(written: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "org-name"))
    #expect(format.explain(written).value == value)
    #expect(format.explain(value).value == value)
  }

  @Test(arguments: [
    ("ООО «Вектор» (филиал в г. Казань)", "вектор"), ("ООО Вектор, ИНН 7714843760", "вектор"),
    ("Филиал Вектор в г. Казань", "вектор"), ("Иванов и Ко", "иванов ко"), ("ООО «Вектор-М»", "вектор м"),
  ])
  func firmKey(written: String, key: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "org-name"))
    #expect(format.explain(written).parts["match_key"]?.text == key)
  }

  /// Words of names in any order and case: the bytes give what the text gives.
  @Test(arguments: [("person-name", people), ("org-name", firms)])
  func bytesAgreeWithText(name: String, pieces: [String]) throws {
    let options = FormatOptions(
      now: "2026-11-22", field: name == "org-name" ? "org_name" : "person_full_name")
    let format = try #require(try Vectors.catalogue().format(named: name, options: options))
    var generator = SplitMix(state: 20_261_124)
    for _ in 0..<3000 {
      let count = Int.random(in: 1...5, using: &generator)
      var text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
        .joined(separator: " ")
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: text = text.uppercased()
      case 1: text = text.lowercased()
      default: break
      }
      PropertyTests.check(format, text)
    }
  }

  static let people = [
    "Иванов", "Петрова", "Ким", "Абрамович", "Римский-Корсаков", "Иван", "Анна", "Саша", "Роман", "Павел",
    "Петрович",
    "Ильич", "Сергеевна", "И.", "П.", "И.П.", "А", "оглы", "фон", "тест", "ИП", "г-н", "Черных", "Ли", "Ё",
    "йцук",
    "Тарас Шевченко", "без имени",
  ]

  static let firms = [
    "ООО", "АО", "ЗАО", "ИП", "ПК", "ОOО", "OOO", "000", "«Ромашка»", "\"Вектор\"", "Ромашка", "Альфа-Банк",
    "ТД", "1С",
    "№ 5", "Общество с ограниченной ответственностью", "Акционерное общество", "Общество", "Иванов Иван",
    "И.П.", ",",
    "Ltd", "GmbH", "Nordic", "и", "ВТБ", "тест", "клиент", "«", "»", "\"", "ФГБОУ ВО", "Глава КФХ",
    "Co., Ltd.",
  ]
}
