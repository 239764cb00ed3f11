import RuleKit
import Tables
import Testing

@testable import Standards

@Suite struct ShapeTests {
  private let clients = """
    Код клиента | Название | Телефон | E-mail
    К-01 | ООО «Ромашка» | 89161234567 | a@example.org
    К-02 | ООО «Лютик» | 89161234568 | b@example.org
    К-03 | ЗАО «Василёк» | 89161234569 | c@example.org
    """

  private func shape(
    _ tables: [Table], links: [TableLink] = [], mapping: Mapping? = nil, table: String? = nil
  ) throws -> ShapedBase {
    let base = Base(path: "base.xlsx", format: "xlsx", tables: tables, links: links)
    return try BaseShape(try Fixtures.recognition()).shape(base, mapping: mapping, table: table)
  }

  @Test func sheetsAreLinkedByNamesThatValuesBearOut() throws {
    let orders = Fixtures.table(
      """
      № | Дата | Код клиента | Сумма
      1 | 2024-01-05 | К-01 | 100,50
      2 | 2024-02-05 | К-01 | 20
      3 | 2024-03-05 | К-03 | 1 000
      """, name: "Заказы")
    let contacts = Fixtures.table(
      "Клиент | ФИО | Телефон\nООО «Лютик» | Иванова Анна Петровна | 89031234567", name: "Контакты")
    let calls = Fixtures.table(
      "Дата звонка | Контрагент (код) | Результат\n2024-05-01 | К-02 | перезвонить", name: "Звонки")
    let towns = Fixtures.table("Город | Код\nТверь | 1", name: "Города")
    let shaped = try shape([orders, Fixtures.table(clients), contacts, calls, towns])
    #expect(shaped.clients == 1 && shaped.keyColumn == 0)
    #expect(shaped.linked.map(\.table) == [0, 2, 3, 4])
    #expect(shaped.linked.map(\.role) == [.orders, .contacts, .interactions, .other])
    #expect(shaped.linked.map(\.keyColumn) == [2, 0, 1, nil])
    #expect(shaped.linked.map(\.clientKeyColumn) == [0, 1, 0, nil])
    #expect(shaped.linked[0].dateColumn == 1 && shaped.linked[0].amountColumn == 3)
    #expect(shaped.linked[2].dateColumn == 0)
  }

  @Test func aLinkThatValuesDoNotBearOutIsNone() throws {
    let orders = Fixtures.table(
      "Дата | Код клиента | Сумма\n2024-01-05 | К-01 | 1\n2024-01-06 | К-77 | 2", name: "Заказы")
    let shaped = try shape([Fixtures.table(clients), orders])
    #expect(shaped.linked.map(\.role) == [.other] && shaped.linked[0].keyColumn == nil)
    // A person's word needs no bearing out.
    let mapping = Mapping(tables: ["Заказы": (role: .orders, key: "код клиента")])
    let said = try shape([Fixtures.table(clients), orders], mapping: mapping)
    #expect(
      said.linked[0].role == .orders && said.linked[0].keyColumn == 1 && said.linked[0].amountColumn == 2)
  }

  @Test func declaredLinksAreBelieved() throws {
    let customer = Fixtures.table(
      "CustomerId | FirstName | LastName | Email | SupportRepId\n1 | Ann | Lee | a@example.org | 7\n2 | Bob | Roe | b@example.org | 7",
      name: "Customer", primaryKey: ["CustomerId"])
    let employee = Fixtures.table(
      "EmployeeId | FirstName | LastName | Title | Address | City | Phone | Email | BirthDate\n7 | Eve | Poe | Agent | 1 Elm St | York | +1 212 555 0100 | e@example.org | 1980-01-01",
      name: "Employee", primaryKey: ["EmployeeId"])
    let invoice = Fixtures.table(
      "InvoiceId | CustomerId | InvoiceDate | Total\n1 | 1 | 2024-01-01 | 5.5\n2 | 9 | 2024-01-02 | 6",
      name: "Invoice",
      primaryKey: ["InvoiceId"])
    let links = [
      TableLink(table: "Customer", column: "SupportRepId", toTable: "Employee", toColumn: "EmployeeId"),
      TableLink(table: "Invoice", column: "CustomerId", toTable: "Customer", toColumn: "CustomerId"),
    ]
    let shaped = try shape([employee, customer, invoice], links: links)
    #expect(shaped.clients == 1 && shaped.keyColumn == 0)
    #expect(shaped.linked.map(\.role) == [.other, .orders])
    #expect(
      shaped.linked[1].keyColumn == 1 && shaped.linked[1].amountColumn == 3
        && shaped.linked[1].dateColumn == 2)
  }

  @Test func ourOwnOutputShapesBack() throws {
    let out = Fixtures.table(
      """
      client_id | org_name | phone | client_status | source
      C-0123456789AB | ООО «Ромашка» | +79161234567 | active | b.xlsx › Клиенты › row 2
      C-0123456789AC | ООО «Лютик» | +79161234568 | dead | b.xlsx › Клиенты › row 3
      """, name: "clients")
    let orders = Fixtures.table(
      "№ | client_id | Дата | Сумма | Код клиента\n1 | C-0123456789AB | 2024-01-05 | 10 | К-01",
      name: "Заказы")
    let rejected = Fixtures.table("Название | Телефон | reasons\nООО «Икс» | 123 | no name", name: "rejected")
    let shaped = try shape([out, orders, rejected])
    #expect(shaped.clients == 0 && shaped.keyColumn == 0)
    #expect(shaped.linked.map(\.role) == [.orders, .other])
    #expect(shaped.linked[0].keyColumn == 1 && shaped.linked[0].clientKeyColumn == 0)
  }

  @Test func ownRowNumbersAreNoLink() throws {
    let clients = Fixtures.table("ID | Название\n1 | ООО «А»\n2 | ООО «Б»\n3 | ООО «В»")
    let goods = Fixtures.table("ID | Артикул | Цена\n1 | x | 5\n2 | y | 6", name: "Товары")
    let shaped = try shape([goods, clients])
    #expect(shaped.clients == 1 && shaped.linked[0].keyColumn == nil && shaped.linked[0].role == .other)
  }

  @Test func whatCannotBeShapedSaysWhatToDo() throws {
    let nothing = Fixtures.table("a | b\n1 | 2", name: "t1")
    let towns = Fixtures.table("Город | Страна\nТверь | Россия", name: "t2")
    let cases: [([Table], String?, ShapeError)] = [
      ([nothing], nil, .noColumnRecognised(file: "base.xlsx", tables: ["t1"])),
      ([nothing, towns], nil, .noClientsTable(file: "base.xlsx", tables: ["t1", "t2"])),
      (
        [towns, Fixtures.table("name | seq\nx | 1", name: "t4")], nil,
        .noClientsTable(file: "base.xlsx", tables: ["t2", "t4"])
      ),
      ([towns], "t3", .noSuchTable(file: "base.xlsx", name: "t3", tables: ["t2"])),
      ([], nil, .empty(file: "base.xlsx")),
    ]
    for (tables, name, expected) in cases {
      #expect(throws: expected) { try shape(tables, table: name) }
      #expect(expected.line.hasPrefix("base.xlsx: ") && expected.line.contains(";"))
    }
    #expect(try shape([nothing, towns], table: "t2").clients == 1)
  }

  @Test func aSecondTableOfClientsIsNoted() throws {
    let older = Fixtures.table(
      "Название | Телефон | ИНН | Адрес | E-mail\nООО «Я» | 89161234500 | 7707083893 | Тверь | z@example.org",
      name: "2022")
    let shaped = try shape([Fixtures.table(clients), older])
    #expect(shaped.notes.contains { $0.en.contains("'2022' looks like clients too") })
  }

  @Test(arguments: [
    (
      "Название | ИНН | Контактное лицо\nООО «А» | 7707083893 | Иванов Иван Иванович\nООО «Б» | 7736050003 | ·",
      "ru-b2b"
    ),
    (
      "ФИО | Телефон | Компания\nИванов Иван Иванович | 89161234567 | ·\nПетрова Анна Олеговна | 89161234568 | ·",
      "ru-b2c"
    ),
    (
      "Name | Email | Company\nAnn Lee | a@example.org | Acme Ltd\nBob Roe | b@example.org | Foo Inc",
      "international"
    ),
    ("Name | Phone\nAnn Lee | +7 916 123-45-67\nBob Roe | +7 916 123-45-68", "ru-b2c"),
  ])
  func standardIsChosenByContent(_ drawing: String, _ expected: String) throws {
    let table = Fixtures.table(drawing)
    let choice = StandardChooser.choose(table, matches: try Fixtures.recognition().recognise(table))
    #expect(choice.name == expected)
    #expect(!choice.reason.en.isEmpty && !choice.reason.ru.isEmpty)
  }

  @Test(arguments: [
    ("7707083893", CellShape.inn, true), ("7707083894", .inn, false), ("500100732259", .inn, true),
    ("044525225", .bik, true), ("770701001", .kpp, true), ("1027700132195", .ogrn, true),
    ("1027700132196", .ogrn, false), ("304500116000157", .ogrnip, true),
    ("30101810400000000225", .corrAccount, true),
    ("40702810900000000001", .account, true), ("123456", .postalCode, true),
    ("8 (916) 123-45-67", .russianPhone, true),
    ("+1 212 555 0100", .phone, true), ("+1 212 555 0100", .russianPhone, false),
    ("2024-05-01", .phone, false),
    ("01.02.2024", .date, true), ("2024-05-01T10:00:00", .date, true), ("12.5", .number, true),
    ("1 000,50 р.", .number, true),
    ("a@b.ru, c@d.ru", .email, true), ("a@b", .email, false), ("www.example.ru", .url, true),
    ("example.ru", .url, true),
    ("ООО «Ромашка»", .organisation, true), ("Иванов И.И.", .surePerson, true),
    ("Иванов Иван", .person, true),
    ("г-н", .salutation, true), ("C-0123456789AB", .clientID, true), ("C-0123456789AI", .clientID, false),
    ("8-916-123-45-67 доб. 12", .phone, true), ("тел: 8 495 123 45 67", .phone, true),
    ("1000000", .phone, false),
  ])
  func cellShapes(_ text: String, _ shape: CellShape, _ expected: Bool) {
    #expect(CellShape(of: text).contains(shape) == expected)
  }
}
