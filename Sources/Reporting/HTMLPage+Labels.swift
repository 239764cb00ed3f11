/// The words of the page's frame.
extension HTMLPage {
  var labels: [String: String] {
    var labels = [
      "title": words.title, "product": words.product, "changes": words.changesTitle, "flow": words.flowTitle,
    ]
    for (key, en, ru) in Self.frame { labels[key] = words.say(en, ru) }
    return labels
  }

  private static let frame: [(key: String, en: String, ru: String)] = [
    ("base", "Base", "База"), ("date", "As of", "На дату"), ("standard", "Standard", "Стандарт"),
    ("contents", "Contents", "Содержание"), ("next", "What to do next", "Что делать дальше"),
    ("table", "Table", "Таблица"),
    ("read", "read", "прочитано"), ("kept", "kept", "осталось"), ("merged", "merged", "слито"),
    ("quarantined", "set aside", "отложено"), ("total", "Total", "Всего"),
    ("fields", "Quality by field", "Качество по полям"), ("field", "Field", "Поле"),
    ("filled", "Filled", "Заполнено"),
    ("flagged", "With findings", "С замечаниями"), ("changed", "Changed", "Изменено"),
    ("findings", "Findings", "Замечания"), ("howMany", "How many", "Сколько"),
    ("shape", "Shape of the value", "Вид значения"), ("example", "Example", "Пример"),
    ("where", "Where", "Где"),
    ("duplicates", "Duplicates", "Дубли"), ("probability", "probability", "вероятность"),
    ("one", "One row", "Одна строка"), ("other", "The other", "Другая"),
    ("comparison", "Comparison", "Сравнение"),
    ("bits", "Bits", "Бит"),
    (
      "bitsKey",
      "Bits weigh the evidence: +1 doubles the odds that both rows are one client, −1 halves them.",
      "Биты — вес улики: +1 удваивает шансы, что обе строки — один клиент, −1 уменьшает их вдвое."
    ),
    ("decisions", "Decisions", "Решения людей"), ("against", "Held against", "Сверено с"),
    ("souls", "Dead souls", "Мёртвые души"), ("advice", "Advice", "Совет"),
    ("money", "Money, in and out", "Деньги: вошло и вышло"), ("sum", "Sum", "Сумма"),
    ("cameIn", "In", "Вошло"),
    ("wentOut", "Out", "Вышло"), ("sources", "Sources", "Источники"), ("outputs", "Delivered", "Готово"),
    (
      "sameBytes", "The same base and standard give this same report, byte for byte.",
      "Та же база и тот же стандарт дают этот же отчёт, байт в байт."
    ),
  ]
}
