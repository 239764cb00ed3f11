import RuleKit

extension FormatExamples {
  /// Numbers of persons, banks and of registers abroad, and what is said of addresses of the net.
  static let identifiers: [Example] = [
    drawing(
      "snils",
      """
      snils
      112-233-445 95
      СНИЛС 11223344595 → 112-233-445 95
      ↓112-233-445 96
      """),
    drawing(
      "passport",
      """
      passport
      4509 235857
      45 09 № 235857 → 4509 235857
      ↓0000 123456
      """),
    drawing(
      "iban",
      """
      iban
      DE89370400440532013000
      IBAN: DE89 3704 0044 0532 0130 00 → DE89370400440532013000
      ↓DE89370400440532013001
      """),
    drawing(
      "eu-vat",
      """
      eu-vat
      PL8567346215
      GR 094259216 → EL094259216
      ↓PL8567346216
      """),
    drawing(
      "tax-id",
      """
      tax-id
      7714843760
      DE 136695976 → DE136695976
      УНП 200988541 → 200988541
      ↓7714843761
      """),
    drawing(
      "kz-bin",
      """
      kz-bin
      940140000385
      50140000656 → 050140000656
      ↓940140000386
      """),
    drawing(
      "email",
      """
      email              | email_2
      a@mail.ru, b@ya.ru → a@mail.ru | → b@ya.ru
      ↓user@mailinator.com |
      """),
  ]

  /// A drawing whose field is named for its format.
  private static func drawing(_ format: String, _ table: String) -> Example {
    Example(table, fields: [format: .object(["format": .string(format)])])
  }
}
