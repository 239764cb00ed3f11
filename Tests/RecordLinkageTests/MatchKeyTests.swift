import Tables
import Testing

@testable import RecordLinkage

/// Spellings that must meet, and spellings that must not.
@Suite struct MatchKeyTests {
  @Test(arguments: [
    ("Юлия", "Yuliya"), ("Юлия", "Iuliia"), ("Дмитрий", "Dmitry"), ("Алексей", "Aleksei"), ("Пётр", "Петр"),
    ("Хабибулин", "Khabibullin"), ("Цветаев", "Tsvetaev"), ("МЮЛЛЕР", "Мюллер"), ("José", "jose"),
    ("O'Neill", "ONeil"),
  ])
  func sameWords(_ one: String, _ other: String) { #expect(words(one) == words(other)) }

  @Test(arguments: [("Мария", "Марина"), ("Иванов", "Петров"), ("дом 11", "дом 1"), ("Олег", "Ольга")])
  func otherWords(_ one: String, _ other: String) { #expect(words(one) != words(other)) }

  @Test(arguments: ["", " ", "нет", "н/д", "N/A", "—", "не указано"])
  func nothingIsSaid(_ text: String) { #expect(words(text).isEmpty) }

  @Test(arguments: [
    ("8 916 123-45-67", "9161234567"), ("+7(916)1234567", "9161234567"), ("9161234567", "9161234567"),
    ("0409060196", "409060196"), ("+61 409 060 196", "409060196"), ("702-919-1300", "7029191300"),
    ("1111111111", ""),
    ("12", ""),
  ])
  func phones(_ text: String, _ key: String) {
    var keys = MatchKeys()
    keys.phone(Array(text.utf8).span)
    #expect(String(decoding: keys.key, as: UTF8.self) == key)
  }

  @Test(arguments: [
    ("1978-12-11", "19781211"), ("19081209", "19081209"), ("05.03.1970", "19700305"),
    ("10/27/76", "19761027"),
    ("1970-02-03T00:00:00", "19700203"), ("07.11.08", "20081107"), ("вчера", ""), ("12", ""),
  ])
  func dates(_ text: String, _ key: String) {
    var keys = MatchKeys()
    keys.date(Array(text.utf8).span)
    #expect(String(decoding: keys.key, as: UTF8.self) == key)
  }

  @Test(arguments: [
    ("stepan", "stepan", 0), ("stepan", "stapen", 2), ("stepan", "setpan", 1), ("", "abc", 3),
    ("abc", "abcd", 1),
    ("kitten", "sitting", 3), ("anna", "ivan", 3),
  ])
  func distance(_ one: String, _ other: String, _ expected: Int) {
    let (first, second) = (Array(one.utf8), Array(other.utf8))
    #expect(EditDistance.between(first.span, second.span, limit: 9) == expected)
    #expect(EditDistance.between(second.span, first.span, limit: 9) == expected)
  }

  @Test(arguments: [
    ("7714843760", true), ("7707083893", true), ("500100732259", true), ("7714843761", false),
    ("0000000000", false),
    ("771484376", false),
  ])
  func inn(_ text: String, _ valid: Bool) { #expect(Identifiers.isINN(Array(text.utf8).span) == valid) }

  @Test(arguments: [
    ("1117746506514", true), ("1027700132195", true), ("304500116000157", true), ("1117746506515", false),
  ])
  func ogrn(_ text: String, _ valid: Bool) { #expect(Identifiers.isOGRN(Array(text.utf8).span) == valid) }

  @Test(arguments: [
    ("first_name", FieldRole.givenName), ("extra.Фамилия", .surname), ("phone_2", .phone),
    ("dob", .birthDate),
    ("soc_sec_id", .personalID), ("external_id", .none), ("status", .none), ("comment", .none),
    ("addr_line1", .addressPart),
    ("primary_name_last", .surname), ("occupation", .text), ("record_type", .text), ("data_source", .source),
    ("tags", .none),
    ("Email_Address", .email),
  ])
  func roles(_ field: String, _ role: FieldRole) { #expect(FieldRole(field: field) == role) }

  private func words(_ text: String) -> String {
    var keys = MatchKeys()
    keys.words(Array(text.utf8).span)
    return String(decoding: keys.key, as: UTF8.self)
  }
}
