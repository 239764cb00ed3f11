package import RuleKit

/// Writes numbers as readers of a language expect them.
///
/// Groups of three are parted by a no-break space in Russian (GOST R 2.105 usage) and by a comma in English;
/// the decimal mark is a comma in Russian and a point in English.
package struct Numbers: Sendable {
  /// The language.
  package let language: Language

  /// Numbers of a language.
  package init(_ language: Language) { self.language = language }

  private var groupMark: String { language == .ru ? "\u{A0}" : "," }
  private var decimalMark: String { language == .ru ? "," : "." }

  /// A whole number: `12 345`, `12,345`.
  package func count(_ number: Int) -> String {
    (number < 0 ? "\u{2212}" : "") + grouped(String(number.magnitude))
  }

  /// A number and what it counts, joined by a no-break space: `5 строк`, `1 row`.
  package func count(_ number: Int, _ noun: Noun) -> String {
    "\(count(number))\u{A0}\(noun.form(for: number, language))"
  }

  /// A share as a percentage with one decimal; what is not nothing is never shown as 0, nor what is not all as 100.
  package func percent(_ share: Double) -> String {
    let sign = language == .ru ? "\u{A0}%" : "%"
    guard share > 0 else { return "0" + sign }
    guard share < 1 else { return "100" + sign }
    let tenths = Int((share * 1000).rounded())
    if tenths == 0 { return "<0\(decimalMark)1" + sign }
    if tenths == 1000 { return ">99\(decimalMark)9" + sign }
    return "\(tenths / 10)\(decimalMark)\(tenths % 10)" + sign
  }

  /// A part of a whole as a percentage; an empty whole has no percentage.
  package func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : percent(Double(part) / Double(whole))
  }

  /// A probability with four decimals, never rounded up to certainty.
  package func probability(_ value: Double) -> String {
    guard value < 1 else { return "1" }
    let units = min(9999, Int((value * 10_000).rounded()))
    let digits = String(max(0, units))
    return "0\(decimalMark)" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// A weight of evidence in bits, signed, with one decimal.
  package func bits(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let sign = tenths < 0 ? "\u{2212}" : tenths > 0 ? "+" : ""
    return sign + grouped(String(tenths.magnitude / 10)) + decimalMark + String(tenths.magnitude % 10)
  }

  /// An exact decimal given as text: `1234567.89` → `1 234 567,89`; what is no decimal stays as it is.
  package func decimal(_ text: String) -> String {
    let negative = text.hasPrefix("-")
    let parts = text.dropFirst(negative ? 1 : 0).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return text
    }
    let fraction = parts.count == 2 ? decimalMark + parts[1] : ""
    return (negative ? "\u{2212}" : "") + grouped(String(whole)) + fraction
  }

  /// A day given by ISO 8601, as people write it: `22 November 2026`, `22 ноября 2026 г.`; else as it is.
  package func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2])
    else {
      return iso
    }
    return language == .ru
      ? "\(day)\u{A0}\(Self.monthsRu[month - 1]) \(parts[0])\u{A0}г."
      : "\(day)\u{A0}\(Self.monthsEn[month - 1]) \(parts[0])"
  }

  private static let monthsEn = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static let monthsRu = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += groupMark }
      result.append(digit)
    }
    return result
  }
}

/// A noun that is counted, in the forms its languages need.
///
/// Russian takes three forms (Unicode CLDR plural rules, `ru`): 1, 21 строка; 2–4, 22–24 строки; the rest, 11–14
/// included, строк. English takes two.
package struct Noun: Sendable {
  let en: (one: String, many: String)
  let ru: (one: String, few: String, many: String)

  init(_ enOne: String, _ enMany: String, _ ruOne: String, _ ruFew: String, _ ruMany: String) {
    en = (enOne, enMany)
    ru = (ruOne, ruFew, ruMany)
  }

  /// The form that goes with a number.
  package func form(for number: Int, _ language: Language) -> String {
    if language == .en { return number == 1 ? en.one : en.many }
    let tail = number.magnitude % 100
    switch (tail % 10, tail) {
    case (_, 11...14): return ru.many
    case (1, _): return ru.one
    case (2...4, _): return ru.few
    default: return ru.many
    }
  }

  package static let row = Noun("row", "rows", "строка", "строки", "строк")
  package static let client = Noun("client", "clients", "клиент", "клиента", "клиентов")
  package static let pair = Noun("pair", "pairs", "пара", "пары", "пар")
  package static let cell = Noun("cell", "cells", "ячейка", "ячейки", "ячеек")
  package static let value = Noun("value", "values", "значение", "значения", "значений")
  package static let finding = Noun("finding", "findings", "замечание", "замечания", "замечаний")
  package static let error = Noun("error", "errors", "ошибка", "ошибки", "ошибок")
  package static let warning = Noun(
    "warning", "warnings", "предупреждение", "предупреждения", "предупреждений")
  package static let remark = Noun("note", "notes", "заметка", "заметки", "заметок")
  package static let change = Noun("change", "changes", "изменение", "изменения", "изменений")
  package static let table = Noun("table", "tables", "таблица", "таблицы", "таблиц")
  package static let column = Noun("column", "columns", "колонка", "колонки", "колонок")
  package static let duplicate = Noun("duplicate row", "duplicate rows", "дубль", "дубля", "дублей")
  package static let sum = Noun("sum", "sums", "сумма", "суммы", "сумм")
}
