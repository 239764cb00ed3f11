import FieldFormats
import Testing

/// Sums as people write them, and what they come to.
@Suite struct MoneyTests {
  @Test(
    "a sum and its currency",
    arguments: [
      ("USD 1,234.56", "1234.56", "USD"), ("1,5 млн руб.", "1500000", "RUB"),
      ("2 345 р. 67 к.", "2345.67", "RUB"),
      ("2345р67к", "2345.67", "RUB"), ("150 р. 50", "150.50", "RUB"), ("50 коп.", "0.50", "RUB"),
      ("($5.00)", "-5.00", "USD"), ("-$5", "-5", "USD"), ("$-5", "-5", "USD"),
      ("5 000,00 Br", "5000.00", "BYN"),
      ("7 бел. руб.", "7", "BYN"), ("1 млн 200 тыс. руб.", "1200000", "RUB"),
      ("3,5 тыс. долларов", "3500", "USD"),
      ("EUR1500", "1500", "EUR"), ("$1.5m", "1500000", "USD"), ("1,234 млрд ₸", "1234000000", "KZT"),
      ("12 тыс. сум", "12000", "UZS"), ("100 сом", "100", "KGS"), ("1 000 грн.", "1000", "UAH"),
      ("1500 RUR", "1500", "RUB"),
    ])
  func currencies(text: String, value: String, currency: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "money"))
    let result = format.explain(text)
    #expect(result.value == value)
    #expect(result.parts["currency"]?.text == currency)
  }

  @Test(
    "a plain sum",
    arguments: [
      ("1.234.567,89", "1234567.89"), ("1’234.56", "1234.56"), ("1500=", "1500"), ("1500=00", "1500.00"),
      ("1 500-50", "1500.50"), ("1500.-", "1500"), ("1 500,--", "1500"), (".5", "0.5"), ("5.", "5"),
      ("(1 234,56)", "-1234.56"), ("1 234,56-", "-1234.56"), ("- 500", "-500"), ("+500", "500"),
      ("1\u{202F}234,5", "1234.5"), ("1\u{2009}234", "1234"), ("1.5E+06", "1500000"), ("-0", "0"),
      ("12 345 678 901 234 567,89", "12345678901234567.89"), ("15к", "15000"),
    ])
  func sums(text: String, value: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "money"))
    #expect(format.explain(text).value == value)
  }

  @Test(
    "what is no sum stays as it is",
    arguments: [
      "много", "12 34", "1,23,456", "12.03.2019", "10%", "RUB", "5 руб 5 долл", "1 200 тыс 5 млн",
      "100 200 р. 5 к. 7",
      "--5", "1..5", "5 яблок", "1 млн 2 млн", "()", "-", "5 коп. 3 руб.",
    ])
  func nonsense(text: String) throws {
    let format = try #require(try Vectors.catalogue().format(named: "money"))
    let result = format.explain(text)
    #expect(result.value == nil, "\(text) → \(result.value ?? "")")
  }

  @Test(
    "the column decides what one mark with three digits behind it means",
    arguments: [
      (["1,234", "12,50", "3,5"], "1,234", "1.2340"), (["1,234", "5,678", "12,345"], "1,234", "1234"),
      (["1.234", "2.500", "7.000"], "1.234", "1234"), (["1.234", "2.50"], "1.234", "1.2340"),
      (["1,234.50", "1,234"], "1,234", "1234"), (["1.234,50", "1.234"], "1.234", "1234"),
    ])
  func columns(cells: [String], text: String, value: String) throws {
    let options = FormatOptions().with(Survey.conventions(cells, format: "money"))
    let format = try #require(try Vectors.catalogue().format(named: "money", options: options))
    #expect(format.explain(text).value == value)
  }

  @Test(
    "a cell alone, or a column that contradicts itself, does not decide",
    arguments: [["1,234"], ["1,234", "5,6", "7.8"]])
  func undecided(cells: [String]) throws {
    let options = FormatOptions().with(Survey.conventions(cells, format: "money"))
    let format = try #require(try Vectors.catalogue().format(named: "money", options: options))
    #expect(format.explain("1,234").status == .ambiguous)
  }
}

/// Surveys of columns written out in a test.
enum Survey {
  static func conventions(
    _ cells: [String], format: String, options: FormatOptions = FormatOptions(now: "2026-11-22")
  ) -> ColumnConventions {
    var survey = ColumnSurvey(format: format, options: options)
    for cell in cells {
      let bytes = Array(cell.utf8)
      survey.look(at: bytes.span)
    }
    return survey.conventions
  }
}
