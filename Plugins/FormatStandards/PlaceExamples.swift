import RuleKit

extension FormatExamples {
  /// Addresses and their parts.
  static let places: [Example] = [
    Example(
      """
      address
      127642, г. Москва, ул. Сухонская, д. 11, кв. 89
      г.Москва,ул.Ленина,д.5,кв.3 → г. Москва, ул. Ленина, д. 5, кв. 3
      СПб, Невский пр., 28 → г. Санкт-Петербург, пр-кт Невский, д. 28
      Татарстан, Казань, Баумана 1 → Республика Татарстан, г. Казань, ул. Баумана, д. 1
      ↓г. Москва
      ↓самовывоз
      """, fields: ["address": .object(["format": .string("address")])]),
    Example(
      """
      region
      Московская область
      Моск. обл. → Московская область
      спб → г. Санкт-Петербург
      ↓Тридевятое царство
      """, fields: ["region": .object(["format": .string("region")])]),
    Example(
      """
      city
      Казань
      г. КАЗАНЬ → Казань
      спб → Санкт-Петербург
      """, fields: ["city": .object(["format": .string("city")])]),
    Example(
      """
      country
      Россия
      РФ → Россия
      Kazakhstan → Казахстан
      ↓Руритания
      """, fields: ["country": .object(["format": .string("country")])]),
  ]
}
