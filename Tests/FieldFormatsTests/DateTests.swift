import FieldFormats
import Testing

/// Days as people and programs write them.
@Suite struct DateTests {
  private static func explain(
    _ text: String, _ name: String = "date", _ options: FormatOptions = FormatOptions(now: "2026-11-22")
  ) throws -> FormatResult {
    let format = try #require(try Vectors.catalogue().format(named: name, options: options))
    return format.explain(text)
  }

  @Test(
    "one day, written in many ways",
    arguments: [
      "12.03.2019", "12.3.19", "12/03/19 г.", "2019.03.12", "20190312", "12.03.2019г", "12 марта 2019 года",
      "«12» марта 2019 г.", "12-го марта 2019", "вт, 12.03.2019", "вторник, 12 марта 2019 г.", "12 мар. 2019",
      "12-Mar-19", "Mar 12, 2019", "12th of March 2019", "Tue, 12 Mar 2019 14:35:00 +0300", "12.III.2019",
      "12 ІІІ 2019", "2019-03-12T14:35:00Z", "2019-03-12 14:35:00+03", "20190312T143500", "20190312143500",
      "12.03.2019 2:35 PM", "12,03,2019", "12 03 2019", "12/Mar/2019:14:35:00", "2019 March 12", "43536",
      "12 мaрта 2019",
    ])
  func oneDay(text: String) throws {
    let result = try Self.explain(text)
    // With a slash either number may be the day: read day first in Russia, and said.
    #expect(result.value == "2019-03-12", "\(text)")
    #expect([.fixed, .suspicious].contains(result.status))
  }

  @Test(
    "a time of day stays with a datetime and moves beside a date",
    arguments: [
      ("12.03.2019 14:35", "2019-03-12T14:35:00"), ("2019-03-12 00:00:00", "2019-03-12"),
      ("20190312T1435", "2019-03-12T14:35:00"), ("12.03.2019 2:35:07 pm", "2019-03-12T14:35:07"),
      ("12.03.2019 12:05 AM", "2019-03-12T00:05:00"), ("43536.607638888889", "2019-03-12T14:35:00"),
    ])
  func times(text: String, value: String) throws {
    #expect(try Self.explain(text, "datetime").value == value)
    #expect(try Self.explain(text).value == String(value.prefix(10)))
  }

  @Test(
    "days that programs write for none are missing",
    arguments: [
      "01.01.0001", "00.00.0000", "0000-00-00", "30.12.1899", "31.12.1899", "0001-01-01T00:00:00",
      "0000-00-00 00:00:00", "-", "н/д",
    ])
  func sentinels(text: String) throws { #expect(try Self.explain(text).status == .missing) }

  @Test(
    "what is no day is told why",
    arguments: [
      ("31.02.2019", "date-invalid"), ("29.02.2019", "date-invalid"), ("12.13.2019", "date-invalid"),
      ("март 2019", "date-incomplete"), ("2019", "date-incomplete"), ("сегодня", "date-relative"),
      ("2 недели назад", "date-relative"), ("позвонить", "date-unreadable"),
      ("12.03.2019 - 15.03.2019", "date-unreadable"), ("31.12.9999", "date-open-end"),
      ("01.01.2099", "date-open-end"),
    ])
  func reasons(text: String, code: String) throws {
    let result = try Self.explain(text)
    #expect(result.code == code && result.value == nil, "\(text): \(result)")
  }

  @Test(
    "a date among words is offered, not taken",
    arguments: ["до 12.03.2019", "оплачено 12 марта 2019 г. Петровым"])
  func amongWords(text: String) throws {
    let result = try Self.explain(text)
    #expect(result.status == .invalid && result.suggestion == "2019-03-12")
  }

  @Test("default days are doubted", arguments: ["01.01.1900", "01.01.1970"])
  func defaults(text: String) throws { #expect(try Self.explain(text).status == .suspicious) }

  @Test(
    "a birth date is held against today",
    arguments: [
      ("1.2.28", "1928-02-01", "date-iso"), ("1.2.2027", "2027-02-01", "date-future"),
      ("22.11.1915", "1915-11-22", "birth-date-age"), ("22.11.1916", "1916-11-22", "date-iso"),
      ("23.11.2012", "2012-11-23", "birth-date-child"), ("22.11.2012", "2012-11-22", "date-iso"),
      ("1.2.26", "2026-02-01", "birth-date-child"),
    ])
  func births(text: String, value: String, code: String) throws {
    var options = FormatOptions(now: "2026-11-22")
    options.isBirthDate = true
    let result = try Self.explain(text, "date", options)
    #expect(result.value == value && result.code == code, "\(result)")
  }

  @Test("the first of January of every tenth client is a form's own")
  func formDefault() throws {
    var options = FormatOptions(now: "2026-11-22")
    options.isBirthDate = true
    var cells = (1...18).map { "\($0).0\($0 % 9 + 1).1980" }
    cells += ["01.01.1975", "01.01.1981", "01.01.1990"]
    options = options.with(Survey.conventions(cells, format: "date", options: options))
    #expect(try Self.explain("01.01.1985", "date", options).code == "birth-date-default")
    #expect(try Self.explain("02.01.1985", "date", options).code == "date-iso")
  }

  @Test(
    "the column tells the order of day and month",
    arguments: [
      (["03/04/2019", "05/06/2019", "25/12/2018"], DateOrder.dmy, "2019-04-03"),
      (["03/04/2019", "12/25/2018"], .mdy, "2019-03-04"),
      // Both readings are days of the past but one, which only one reading keeps there.
      (["03/04/2019", "05/06/2020", "11/12/2026"], .mdy, nil),
    ] as [([String], DateOrder, String?)])
  func order(cells: [String], order: DateOrder, value: String?) throws {
    let found = Survey.conventions(cells, format: "date")
    if let value {
      #expect(found.dateOrder == order)
      let result = try Self.explain("03/04/2019", "date", FormatOptions(now: "2026-11-22").with(found))
      #expect(result.value == value && result.status == .fixed)
    }
  }

  @Test("in a column of both orders a date that can be read either way stays")
  func mixed() throws {
    let found = Survey.conventions(["13/04/2019", "04/13/2019", "03/04/2019"], format: "date")
    #expect(found.dateOrder == .mixed)
    let options = FormatOptions(now: "2026-11-22").with(found)
    #expect(try Self.explain("13/04/2019", "date", options).value == "2019-04-13")
    #expect(try Self.explain("04/13/2019", "date", options).value == "2019-04-13")
    #expect(try Self.explain("03/04/2019", "date", options).status == .ambiguous)
    #expect(try Self.explain("04/04/2019", "date", options).value == "2019-04-04")
  }

  @Test(
    "day numbers of both of Excel's calendars",
    arguments: [
      ("1", DateSystem.excel1900, "1900-01-01"), ("59", .excel1900, "1900-02-28"), ("60", .excel1900, nil),
      ("61", .excel1900, "1900-03-01"), ("43536", .excel1900, "2019-03-12"), ("0", .excel1904, "1904-01-01"),
      ("42074", .excel1904, "2019-03-12"), ("42074,25", .excel1904, "2019-03-12T06:00:00"),
    ] as [(String, DateSystem, String?)])
  func serials(text: String, system: DateSystem, value: String?) throws {
    var options = FormatOptions(now: "2026-11-22")
    options.dateSystem = system
    #expect(try Self.explain(text, "datetime", options).value == value)
  }
}
