import RuleKit
import Tables
import Testing

@testable import Standards

@Suite struct RecognitionTests {
  /// Headers without cells: header row, fields expected.
  @Test(arguments: [
    ("ИНН | КПП | Название компании", "inn kpp org_name"),
    ("Телефон | Телефон 2 | Тел. 3", "phone phone_2 phone_3"),
    ("Телефон | Телефон | E-mail | Емейл", "phone phone_2 email email_2"),
    ("Е-mail | Эл. почта", "email email_2"),
    ("Моб.тел. | раб. тел. | Факс", "phone_mobile phone_work fax"),
    ("телефон моб. | МОБИЛЬНЫЙ ТЕЛЕФОН №2", "phone_mobile phone_mobile_2"),
    ("Телефон контакта | Город клиента | Customer Phone", "phone city phone_2"),
    ("PHONE_MOBILE | emailAddress | Phone 1 - Value | Phone 3 - Value", "phone_mobile email phone phone_2"),
    ("E-mail Address | E-mail 2 Address | E-mail 3 Address", "email email_2 email_3"),
    ("First Name | Last Name | Job Title | Business City", "first_name last_name job_title city"),
    ("Фамилия | Имя | Отчество | ДатаРождения", "last_name first_name middle_name birth_date"),
    ("Комментарий | Примечание | Цвет | Цвет", "comment extra.Примечание extra.Цвет extra.Цвет 2"),
    ("extra.Цвет | Цвет | extra.Цвет 2", "extra.Цвет extra.Цвет 3 extra.Цвет 2"),
    ("№ | Код клиента", "external_id extra.Код клиента"),
    ("Email Opt Out | Согласие", "extra.Email Opt Out consent"),
    ("Телефн | Менеждер", "phone manager"),
    ("Адрес 2 | Дата", "extra.Адрес 2 extra.Дата"),
    ("Название фирмы | Юр. адрес | Последняя покупка", "org_name address_legal last_purchase_date"),
    ("phone_2 | Телефон", "phone_2 phone"), ("Шоколад |  ", "extra.Шоколад extra.column 2"),
    ("Источник | source_channel", "extra.Источник source_channel"),
    ("Имя компании | Город компании", "org_name city"),
    ("Name | Given Name | Family Name", "person_full_name first_name last_name"),
    ("Тел.моб | сот.телефон | Номер моб. телефона", "phone_mobile phone_mobile_2 phone_mobile_3"),
    ("Сумма покупок, руб. | Пол (м/ж) | Fax number", "purchases_total gender fax"),
    ("Контактное лицо (ФИО) | Телефон контактного лица", "person_full_name phone"),
    ("Название (сделка) | Статус (заказ)", "extra.Название (сделка) extra.Статус (заказ)"),
    ("Ф.И.О. | р.с. | E.mail", "person_full_name bank_account email"),
    ("Имя | Фамилия", "first_name last_name"), ("ADDR_CITY | ADDR_POSTAL_CODE", "city postal_code"),
    ("ContactName | ContactTitle | CompanyName", "person_full_name job_title org_name"),
  ])
  func headers(_ header: String, _ expected: String) throws {
    let matches = try Fixtures.recognition().recognise(Fixtures.table(header))
    #expect(matches.map(\.field) == split(expected))
    #expect(Set(matches.map(\.field)).count == matches.count)
  }

  private func split(_ expected: String) -> [String] {
    var fields: [String] = []
    for word in expected.split(separator: " ") {
      // Only extra.* holds blanks: «extra.Код клиента», «extra.Цвет 2».
      if word.first.map({ $0.isASCII && $0.isLetter }) == true,
        !(fields.last == "extra.Email" || fields.last == "extra.Email Opt")
      {
        fields.append(String(word))
      } else {
        fields[fields.count - 1] += " \(word)"
      }
    }
    return fields
  }

  /// One column each: what the cells say where the header leaves it open.
  @Test(arguments: [
    ("Клиент", ["ООО «Ромашка»", "ЗАО Лютик", "ИП Петров А. А."], "org_name"),
    ("Клиент", ["Иванов Иван Иванович", "Петрова Анна Павловна", "Сидоров П.П."], "person_full_name"),
    ("Наименование", ["Ромашка", "Лютик", "Василёк"], "org_name"),
    ("Наименование", ["Иванова Анна", "Петров Олег", "Сидорова Вера"], "person_full_name"),
    ("Имя", ["Анна", "Олег", "Вера"], "first_name"),
    ("Имя", ["Анна Иванова", "Олег Петров"], "person_full_name"),
    ("Имя", ["ООО Ромашка", "ООО Лютик"], "org_name"), ("Name", ["Ann Lee", "Bob Roe"], "person_full_name"),
    ("Контакт", ["8 916 123-45-67", "+7 (495) 123-45-67"], "phone"),
    ("Контакт", ["ann@example.org"], "email"),
    ("Офис", ["495 123-45-67", "(812) 123-45-67", "+7 495 1234567"], "phone_work"),
    ("Офис", ["12", "401"], "flat"),
    ("VAT", ["7707083893", "500100732259"], "inn"), ("VAT", ["DE136695976", "ATU13585627"], "tax_id"),
    ("Title", ["Mr.", "Ms.", "Dr"], "salutation"), ("Title", ["CEO", "Buyer"], "job_title"),
    ("Столбец", ["ann@example.org", "bob@example.org", "eve@example.org"], "email"),
    ("Столбец", ["7707083893", "500100732259", "7736050003"], "inn"),
    ("Столбец", ["89161234567", "+7 916 123-45-68", "8(495)1234567", "нет", "79161234569"], "phone"),
    ("Столбец", ["1027700132195", "1027700132195", "1027700132195"], "ogrn"),
    ("Столбец", ["Иванов Иван Иванович", "Петрова А.П.", "Сидорова Вера Олеговна"], "person_full_name"),
    ("Столбец", ["красный", "синий", "белый"], "extra.Столбец"),
    ("Столбец", ["2024-01-01", "2024-02-01", "2024-03-01"], "extra.Столбец"),
    ("Столбец", ["1", "2", "3"], "extra.Столбец"),
    ("client_id", ["C-0123456789AB", "C-ZZZZZZZZZZZZ"], "client_id"),
    ("Код клиента", ["C-0123456789AB", "C-ZZZZZZZZZZZZ"], "client_id"),
    ("client_id", ["C-0123456789AB", "17"], "external_id"), ("Код клиента", ["17", "18"], "external_id"),
    ("source", ["реклама", "сайт"], "source_channel"), ("source", ["base.xlsx › Клиенты › row 2"], "source"),
    ("Строки источника", ["base.csv › line 2"], "source"), ("Source", ["web"], "source_channel"),
    ("ABC", ["A", "B"], "segment"), ("client_status", ["active"], "client_status"),
    ("Состояние клиента", ["active"], "client_status"), ("Совет", ["keep"], "advice"),
  ])
  func content(_ header: String, _ cells: [String], _ expected: String) throws {
    let drawing = ([header] + cells).joined(separator: "\n")
    #expect(try Fixtures.recognition().recognise(Fixtures.table(drawing)).map(\.field) == [expected])
  }

  @Test(arguments: [false, true])
  func ourOwnOutputReadsBackToTheSameFields(_ isCanonical: Bool) throws {
    let recognition = try Fixtures.recognition()
    let fields = try Fixtures.loader().load("ru-common").fields.map(\.name)
    let names = fields + ["phone_2", "phone_3", "email_2", "extra.Цвет", "extra.Тип"]
    for language in Language.allCases {
      let columns = names.map { name in
        let header =
          isCanonical || name.hasPrefix("extra.") ? name : recognition.catalogue.label(of: name)[language]
        let cell: String? =
          switch name {
          case "client_id": "C-0123456789AB"
          case "source": "base.csv › line 2; base.csv › line 7"
          case "first_name": "Анна Мария"
          default: nil
          }
        return Column(name: header, cells: TextColumn([cell]))
      }
      let table = Table(
        name: "clients", columns: columns,
        origin: Origin(path: "out.csv", table: nil, unit: .line, numbers: [2]))
      #expect(recognition.recognise(table).map(\.field) == names)
    }
  }

  @Test func neitherOrderNorNumberOfRowsChangesTheAnswer() throws {
    let recognition = try Fixtures.recognition()
    var clients: [String?] = []
    var values: [String?] = []
    for row in 0..<6_000 {
      clients.append(row < 4_900 ? "Иванов Пётр \(row % 2 == 0 ? "Петрович" : "Олегович")" : "строка \(row)")
      values.append(row % 10 == 0 ? "нет" : "user\(row)@example.org")
    }
    func fields(_ order: [Int]) -> [String] {
      let columns = [
        Column(name: "Клиент", cells: TextColumn(order.map { clients[$0] })),
        Column(name: "Столбец", cells: TextColumn(order.map { values[$0] })),
      ]
      let numbers = ContiguousArray(order.map { Int64($0) })
      let table = Table(
        name: "t", columns: columns, origin: Origin(path: "t.csv", table: nil, unit: .line, numbers: numbers))
      return recognition.recognise(table).map(\.field)
    }
    let forward = fields(Array(0..<6_000))
    #expect(forward == ["person_full_name", "email"])
    #expect(fields((0..<6_000).reversed()) == forward)
    #expect(fields((0..<6_000).map { $0 * 7 % 6_000 }) == forward)
  }

  @Test func aMappingGoesBeforeEverything() throws {
    let catalogue = try Fixtures.catalogue()
    let mapping = try Mapping.parse(
      """
      columns:
        Тел: phone_work
        Имя: extra
      tables:
        Клиенты:
          columns: {Поле1: comment}
      """, file: "m.yml", catalogue: catalogue)
    let matches = try Fixtures.recognition().recognise(
      Fixtures.table("тел. | Имя | Поле1 | Комментарий | Телефон"), mapping: mapping)
    #expect(matches.map(\.field) == ["phone_work", "extra.Имя", "comment", "extra.Комментарий", "phone"])
    #expect(matches.map(\.how) == [.mapping, .mapping, .mapping, .none, .id])
  }

  @Test func allErrorsOfAMappingAreReportedAtOnce() throws {
    let text = """
      colums: {}
      columns:
        Тел: fone
        Имя: 5
      tables:
        Заказы: {role: order, key: [1], colunms: {}}
      """
    let catalogue = try Fixtures.catalogue()
    let thrown = #expect(throws: StandardErrors.self) {
      try Mapping.parse(text, file: "m.yml", catalogue: catalogue)
    }
    let errors = try #require(thrown).errors
    #expect(errors.map(\.location.line) == [1, 3, 4, 6, 6, 6])
    #expect(errors.map { $0.nearest ?? "-" } == ["columns", "phone", "-", "orders", "-", "columns"])
  }

  @Test func aMappingIsCheckedAgainstTheBase() throws {
    let text = "columns: {Телефн: phone}\ntables:\n  Заказ:\n    key: Код\n  Клиенты:\n    key: Кот\n"
    let mapping = try Mapping.parse(text, file: "m.yml", catalogue: Fixtures.catalogue())
    let tables = [Fixtures.table("Телефон | Код"), Fixtures.table("Сумма", name: "Заказы")]
    let errors = mapping.check(against: tables)
    #expect(errors.map(\.location.line) == [1, 3, 6])
    #expect(errors.map(\.nearest) == ["Телефон", "Заказы", "Код"])
  }
}
