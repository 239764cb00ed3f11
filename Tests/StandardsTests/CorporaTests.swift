import Foundation
import Tables
import Testing

@testable import Standards

/// Recognition over public files of clients that stand outside the repository.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["REVIZOR_CORPORA"] != nil,
    "set REVIZOR_CORPORA to the folder of corpora"))
struct CorporaTests {
  private static let folder = ProcessInfo.processInfo.environment["REVIZOR_CORPORA"] ?? ""

  @Test(arguments: [
    (
      "timofeyantonenko__mongo_test/Клиенты.csv",
      "КодКлиента=external_id Название=org_name Должность=job_title Область=region Телефон=phone Факс=fax"
    ),
    (
      "kosm36-cmd__itog_pub/Клиенты.csv",
      "ID=external_id Имя=person_full_name Email=email Телефон=phone Адрес=address"
    ),
    ("kosm36-cmd__itog_pub/Заказы.csv", "CustomerID=external_id CustomerName=person_full_name"),
    (
      "marmelab__atomic-crm/test-data/contacts.csv",
      "id=external_id first_name=first_name title=job_title company=org_name phone_work=phone_work"
    ),
    (
      "moj-analytical-services__splink_datasets/data/febrl/dataset4a.csv",
      "given_name=first_name surname=last_name postcode=postal_code state=region date_of_birth=birth_date"
    ),
    (
      "Senzing__truth-sets/truthsets/demo/reference.csv",
      "ADDR_CITY=city ADDR_POSTAL_CODE=postal_code PHONE_NUMBER=phone EMAIL_ADDRESS=email RECORD_ID=external_id"
    ),
    ("ivanceras__sakila/csv-sakila-db/payment_p2007_01.csv", "customer_id=external_id"),
  ])
  func headers(_ path: String, _ expected: String) throws {
    let table = try Self.table(path)
    let matches = try Fixtures.recognition().recognise(table)
    for pair in expected.split(separator: " ") {
      let sides = pair.split(separator: "=").map(String.init)
      #expect(matches.first { $0.header == sides[0] }?.field == sides[1], "\(path): \(sides[0])")
    }
  }

  @Test func ordersOfSeparateFilesFindTheirClients() throws {
    let files = ["Клиенты", "Заказы", "Товары"].map { "kosm36-cmd__itog_pub/\($0).csv" }
    let tables = try files.map { path in
      var table = try Self.table(path)
      table.name = String(path.split(separator: "/")[1].dropLast(4))
      return table
    }
    let base = Base(path: "kosm36", format: "csv", tables: tables)
    let shaped = try BaseShape(try Fixtures.recognition()).shape(base)
    #expect(shaped.clients == 0 && shaped.linked.map(\.role) == [.orders, .other])
    #expect(shaped.linked[0].keyColumn == 1 && shaped.linked[0].dateColumn == 3)
  }

  private static func table(_ path: String) throws -> Table {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/crm/\(path)"))
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    for character in String(decoding: data, as: UTF8.self) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    rows.removeAll { $0.isEmpty }
    let columns = rows[0].indices.map { column in
      let cells = rows.dropFirst().map { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return Column(name: rows[0][column], cells: TextColumn(cells))
    }
    let numbers = ContiguousArray(rows.indices.dropLast().map { Int64($0 + 2) })
    return Table(
      name: path, columns: columns, origin: Origin(path: path, table: nil, unit: .line, numbers: numbers))
  }
}
