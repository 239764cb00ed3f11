import RuleKit

/// A judgement's reason in words: short, without anything personal.
struct Reason {
  private let parts: [Localized]

  init(_ signals: Signals, _ status: Judgement.Status, _ advice: Judgement.Advice) {
    var parts = [Self.activity(signals)]
    if signals.isReachable == false {
      parts.append(Localized(en: "no way to reach", ru: "нет способа связи"))
    }
    if signals.isImpossiblyOld {
      parts.append(Localized(en: "older than 110 by the birth date", ru: "по дате рождения старше 110 лет"))
    }
    if status == .dead && advice == .archive {
      if signals.hasBalance {
        parts.append(Localized(en: "the balance is not zero", ru: "баланс не нулевой"))
      }
      if signals.hasContract { parts.append(Localized(en: "there is a contract", ru: "есть договор")) }
    }
    if signals.refusesContact && (status == .dead || status == .dormant) {
      parts.append(Localized(en: "asked not to be contacted", ru: "просил не связываться"))
    }
    self.parts = parts
  }

  func text(_ language: Language) -> String {
    parts.map { $0[language] }.joined(separator: "; ")
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
