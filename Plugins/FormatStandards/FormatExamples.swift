import RuleKit

/// Drawn tables that document and test the formats.
enum FormatExamples {
  static let all: [Example] = [
    Example(
      """
      inn
      7714843760
      ИНН 7714 843760 → 7714843760
      ↓7714843761
      ↓0000000000
      """, fields: ["inn": .object(["format": .string("inn")])]),
    Example(
      """
      phone
      +79161234576
      8 (916) 123-45-76 → +79161234576
      ↓+7 999 999-99-99
      ↓8 (200) 356-71-24
      """, fields: ["phone": .object(["format": .string("phone")])]),
    Example(
      """
      email
      anna@mail.ru
      <Anna@Mail.ru> → anna@mail.ru
      ↓anna@
      """, fields: ["email": .object(["format": .string("email")])]),
    Example(
      """
      last_purchase_date
      2019-03-12
      12.03.2019 → 2019-03-12
      ↓31.02.2019
      """, fields: ["last_purchase_date": .object(["format": .string("date")])]),
    Example(
      """
      balance
      1234.56
      1 234,56 ₽ → 1234.56
      ↓много
      """, fields: ["balance": .object(["format": .string("money")])]),
    Example(
      """
      consent
      true
      да → true
      ↓наверное
      """, fields: ["consent": .object(["format": .string("boolean")])]),
    Example(
      """
      website
      romashka.example
      https://www.Romashka.example/ → romashka.example
      ↓ромашка
      """, fields: ["website": .object(["format": .string("url")])]),
  ]
}
