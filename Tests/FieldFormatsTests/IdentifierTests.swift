import FieldFormats
import Testing

/// Numbers of registers and banks: what belongs together passes together, and a changed digit is noticed.
@Suite struct IdentifierTests {
  @Test(
    "the requisites of one firm pass together",
    arguments: [
      ("inn", "7714843760", "7714843760"), ("kpp", "771401001", "771401001"),
      ("ogrn", "1117746506514", "1117746506514"), ("bik", "044525222", "044525222"),
      ("bank-account", "40702810600001004854", "40702810600001004854"),
      ("bank-account", "044525222|40702810600001004854", "40702810600001004854"),
      ("corr-account", "30101810500000000222", "30101810500000000222"),
      ("corr-account", "044525222|30101810500000000222", "30101810500000000222"),
      ("phone", "+7(495)133-20-43", "+74951332043"), ("email", "contact@ekam.ru", "contact@ekam.ru"),
    ])
  func requisites(name: String, text: String, value: String) throws {
    let format = try #require(Vectors.catalogue().format(named: name))
    let reading = format.read(text)
    #expect(reading.value == value)
    #expect(reading.status == (text == value ? .ok : .fixed))
    #expect(reading.finding == nil)
  }

  /// Numbers with check digits, and the least share of changed digits that these notice.
  ///
  /// Modulo 11 and then 10 folds two remainders into one, modulo 101 and then 100 likewise: such checks miss a few.
  static let checked: [(name: String, number: String, least: Double)] = [
    ("inn", "7714843760", 0.9), ("inn", "500100732259", 0.9), ("ogrn", "1117746506514", 0.9),
    ("ogrnip", "304500116000157", 0.8), ("snils", "112-233-445 95", 0.95), ("okpo", "00032537", 0.9),
    ("kz-bin", "940140000385", 0.9), ("kz-iin", "880104489644", 0.9), ("by-unp", "200988541", 1.0),
    ("ua-edrpou", "32855961", 0.9), ("ua-rntrc", "1759013776", 0.9), ("uz-pinfl", "30101990123450", 1.0),
    ("md-idno", "1008600038413", 1.0), ("az-voen", "1401555071", 0.98),
    ("iban", "DE89370400440532013000", 1.0),
    ("lei", "213800KUD8LAJWSQ9D15", 1.0), ("eu-vat", "DE136695976", 1.0), ("eu-vat", "PL8567346215", 1.0),
    ("eu-vat", "EL094259216", 0.9), ("eu-vat", "IT00743110157", 1.0), ("eu-vat", "FI20774740", 1.0),
  ]

  @Test("a changed digit is noticed", arguments: checked)
  func changedDigit(name: String, number: String, least: Double) throws {
    let format = try #require(Vectors.catalogue().format(named: name))
    #expect(format.read(number).status == .ok, "\(number) is right")
    var noticed = 0
    var all = 0
    let bytes = Array(number.utf8)
    for place in bytes.indices where (0x30...0x39).contains(bytes[place]) {
      for digit in UInt8(0x30)...0x39 where digit != bytes[place] {
        var changed = bytes
        changed[place] = digit
        all += 1
        noticed += format.read(String(decoding: changed, as: UTF8.self)).status == .ok ? 0 : 1
      }
    }
    #expect(Double(noticed) >= least * Double(all), "\(name): \(noticed) of \(all)")
  }

  @Test(
    "zeros that a spreadsheet dropped come back only where the check digit agrees",
    arguments: [
      ("inn", "274062111", "0274062111"), ("inn", "771484376", nil), ("inn", "21234567819", "021234567819"),
      ("bik", "44525222", "044525222"), ("kpp", "77140100", nil), ("okpo", "32537", nil),
      ("snils", "1122334459", nil),
      ("az-voen", "900003871", nil), ("oktmo", "4537400", nil), ("inn", "7.71E+09", nil),
      ("inn", "7,714843760E+09", "7714843760"),
      ("ogrn", "1.11775E+12", nil), ("bank-account", "4.07028E+19", nil),
      ("bank-account", "044525222|40702810600001000000", nil), ("inn", "7714843760.0", "7714843760"),
      ("inn", "=\"7714843760\"", "7714843760"), ("inn", "77l4843760", "7714843760"),
      ("inn", "77148437б0", nil),
      ("inn", "7714843760/771401001", "7714843760"), ("kpp", "7714843760/771401001", "771401001"),
      ("ogrn", "304500116000157", "304500116000157"), ("ogrn", "2117746506513", nil),
      ("iban", "IBAN: DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
      ("iban", "NO93 8601 1117 947", "NO9386011117947"), ("eu-vat", "GR 094259216", "EL094259216"),
      ("by-unp", "МА1953684", "MA1953684"), ("snils", "СНИЛС 11223344595", "112-233-445 95"),
      ("passport", "серия 45 09 номер 235857", "4509 235857"), ("passport", "45 09 № 235857", "4509 235857"),
      ("tax-id", "DE136695976", "DE136695976"), ("tax-id", "УНП 200988541", "200988541"),
      ("tax-id", "0000000000", nil), ("kz-bin", "50140000656", "050140000656"),
    ] as [(String, String, String?)])
  func repairs(name: String, text: String, value: String?) throws {
    let reading = try #require(Vectors.catalogue().format(named: name)).read(text)
    let found = [.ok, .fixed, .suspicious].contains(reading.status) ? reading.value : nil
    #expect(found == value, "\(name) '\(text)': \(reading.status) \(reading.finding?.id ?? "")")
  }
}
