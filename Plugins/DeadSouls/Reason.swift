import RuleKit

/// A judgement's reason in words: short, without anything personal.
struct Reason {
  private var parts: [Localized] = []

  init(
    _ signals: Signals, _ fact: Registry.Fact?, _ status: Judgement.Status, _ advice: Judgement.Advice
  ) {
    parts.append(Self.activity(signals))
    add(signals.neverBought != .no, "never bought", "ничего не купил")
    if signals.neverBought == .forTwoYears {
      parts[parts.count - 1] = Localized(
        en: "never bought in two years or more", ru: "за два года и больше ничего не купил")
    }
    addChannels(signals)
    if let fact, fact.status > .active { parts.append(Self.words(fact, signals)) }
    add(signals.isPlaceholder, "a placeholder or test record", "запись-заглушка или тестовая")
    add(signals.isImpossiblyOld, "older than 110 by the birth date", "по дате рождения старше 110 лет")
    addRhythm(signals, status)
    add(signals.isStale, "the record was not touched for 3 years", "запись не меняли больше 3 лет")
    addHolds(signals, status, advice)
  }

  private mutating func add(_ holds: Bool, _ en: String, _ ru: String) {
    if holds { parts.append(Localized(en: en, ru: ru)) }
  }

  private mutating func addChannels(_ signals: Signals) {
    add(signals.isReachable == false, "no way to reach", "нет способа связи")
    add(
      signals.hasBounced, "a contact no longer works (suppression list)",
      "контакт не работает (стоп-лист рассылок)")
    add(
      signals.hasOptedOut, "asked not to be written to or called (suppression list)",
      "отказался от рассылки или звонков (стоп-лист рассылок)")
  }

  private mutating func addRhythm(_ signals: Signals, _ status: Judgement.Status) {
    let gap: Localized =
      switch signals.gap {
      case 0: Localized(en: "less than a month", ru: "меньше месяца")
      case 1: Localized(en: "1 month", ru: "1 мес.")
      case let months: Localized(en: "\(months) months", ru: "\(months) мес.")
      }
    if signals.rhythm == .overdue {
      parts.append(
        Localized(
          en: "silent far longer than its usual gap of \(gap.en)",
          ru: "молчит много дольше обычного перерыва (\(gap.ru))"))
    }
    if signals.rhythm == .notDue, status == .dormant {
      parts.append(
        Localized(en: "its usual gap is \(gap.en)", ru: "обычный перерыв между покупками — \(gap.ru)"))
    }
    add(
      signals.chance == .veryLow, "one of those least likely to return",
      "из тех, кто вернётся с наименьшей вероятностью")
    add(signals.chance == .low, "rather unlikely to return", "скорее не вернётся")
  }

  private mutating func addHolds(
    _ signals: Signals, _ status: Judgement.Status, _ advice: Judgement.Advice
  ) {
    if status == .dead && advice == .archive {
      add(signals.hasBalance, "the balance is not zero", "баланс не нулевой")
      add(signals.hasContract, "there is a contract", "есть договор")
    }
    if status == .dead || status == .dormant {
      add(signals.refusesContact, "asked not to be contacted", "просил не связываться")
    }
  }

  func text(_ language: Language) -> String {
    parts.map { $0[language] }.joined(separator: "; ")
  }

  private static func words(_ fact: Registry.Fact, _ signals: Signals) -> Localized {
    let what: Localized
    switch fact.status {
    case .active: return Localized(en: "at work by the register", ru: "по реестру действует")
    case .unreliable:
      what = Localized(en: "its register entry is doubted", ru: "сведения реестра недостоверны")
    case .liquidating: what = Localized(en: "being wound up by the register", ru: "по реестру ликвидируется")
    case .bankrupt: what = Localized(en: "bankrupt by the register", ru: "по реестру банкрот")
    case .closed: what = Localized(en: "closed by the register", ru: "по реестру закрыта")
    }
    guard let since = fact.since else { return what }
    let day = since.text
    let later = signals.isHeardOfSince && fact.status == .closed
    return Localized(
      en: "\(what.en) since \(day)" + (later ? ", yet heard of later" : ""),
      ru: "\(what.ru) с \(day)" + (later ? ", но позже были события" : ""))
  }

  private static func activity(_ signals: Signals) -> Localized {
    let what: Localized
    switch signals.activity {
    case .none:
      return Localized(en: "no purchase or contact dates", ru: "нет дат покупок и контактов")
    case .purchase: what = Localized(en: "last purchase", ru: "последняя покупка")
    case .contact: what = Localized(en: "last contact", ru: "последний контакт")
    case .update: what = Localized(en: "last change of the record", ru: "последнее изменение записи")
    }
    return switch signals.months {
    case 0: Localized(en: "\(what.en) less than a month ago", ru: "\(what.ru) меньше месяца назад")
    case 1: Localized(en: "\(what.en) 1 month ago", ru: "\(what.ru) 1 мес. назад")
    case let months: Localized(en: "\(what.en) \(months) months ago", ru: "\(what.ru) \(months) мес. назад")
    }
  }
}

extension CivilDate {
  /// The day as ISO 8601.
  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)-\(two(month))-\(two(day))"
  }
}
