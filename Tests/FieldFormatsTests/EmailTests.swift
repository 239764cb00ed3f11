import FieldFormats
import Testing

/// E-mail addresses against an independent library, and what is said of them.
@Suite struct EmailTests {
  @Test(
    "an address is read, mended, doubted or refused",
    arguments: [
      ("Ivan.Petrov@Mail.RU", FormatStatus.fixed, "ivan.petrov@mail.ru", nil),
      ("Ivan.Petrov@Firma.ru", .fixed, "Ivan.Petrov@firma.ru", nil),
      ("IVAN@FIRMA.RU", .fixed, "ivan@firma.ru", nil),
      (" ivan@firma.ru ", .fixed, "ivan@firma.ru", nil), ("ivan@firma.ru", .ok, "ivan@firma.ru", nil),
      ("user@gmial.com", .suspicious, "user@gmial.com", "user@gmail.com"),
      ("user@gmail.con", .suspicious, "user@gmail.con", "user@gmail.com"),
      ("user@meil.ru", .suspicious, "user@meil.ru", "user@mail.ru"),
      ("user@mai.ru", .suspicious, "user@mai.ru", "user@mail.ru"),
      ("user@yndex.ru", .suspicious, "user@yndex.ru", "user@yandex.ru"),
      ("user@ramler.ru", .suspicious, "user@ramler.ru", "user@rambler.ru"),
      ("user@outlok.com", .suspicious, "user@outlok.com", "user@outlook.com"),
      ("user@mailinator.com", .suspicious, "user@mailinator.com", nil),
      ("user@sub.mailinator.com", .suspicious, "user@sub.mailinator.com", nil),
      ("user@gmx.de", .ok, "user@gmx.de", nil), ("user@host.local", .invalid, nil, nil),
      ("user@host.co1", .invalid, nil, nil), ("ivan@пример.рф", .fixed, "ivan@xn--e1afmkfd.xn--p1ai", nil),
      ("test@test.ru", .placeholder, nil, nil), ("firma@firma.ru", .placeholder, nil, nil),
    ] as [(String, FormatStatus, String?, String?)])
  func reading(text: String, status: FormatStatus, value: String?, suggestion: String?) throws {
    let reading = try #require(Vectors.catalogue().format(named: "email")).read(text)
    #expect(reading.status == status)
    #expect(reading.value == value)
    #expect(reading.suggestion == suggestion)
  }

  @Test(
    .enabled(
      if: Oracle.python != nil, "set REVIZOR_PYTHON to a Python with email-validator to compare with it"))
  func verdictsAgree() throws {
    let lines = try Oracle.lines(of: "email_verdicts.py", arguments: ["4000", "20261122"])
    #expect(lines.count > 3000, "the oracle said little: \(lines.prefix(3))")
    let format = try #require(Vectors.catalogue().format(named: "email"))
    var right = 0
    var all = 0
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      // An apostrophe at the start is a spreadsheet's.
      guard cells.count == 2, !cells[0].hasPrefix("'") else { continue }
      let reading = format.read(cells[0])
      let isValid = [.ok, .fixed, .suspicious].contains(reading.status)
      // What is put in and what is mended is this project's policy, not a matter of syntax.
      if reading.status == .placeholder || isValid && cells[1] == "0" && reading.edit?.id != "email-case" {
        continue
      }
      all += 1
      right += isValid == (cells[1] == "1") ? 1 : 0
      #expect(isValid == (cells[1] == "1"), "\(cells[0]): \(reading.status), email-validator \(cells[1])")
    }
    print("email-validator: \(right) of \(all) agree")
  }
}
