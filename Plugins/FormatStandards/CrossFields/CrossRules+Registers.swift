import RuleKit
import Tables

/// Numbers of registers against each other.
///
/// The first two digits of an ИНН and a КПП are the region of the tax office (order ММВ-7-6/435@ of 29.06.2012);
/// digits 2–3 of an ОГРН are the year of the entry, digits 4–5 the region (ПП РФ 438 of 19.06.2002, appendix 1).
/// Offices 97 and 99 belong to no region: the largest taxpayers and foreign organisations.
extension CrossRules {
  static let registers: [CrossRule] = [
    CrossRule(
      "kpp-of-person", .error, "kpp", against: "inn",
      en: "КПП beside the ИНН of a person, who has none",
      ru: "КПП рядом с ИНН физического лица, у которого его нет",
      example: """
        inn          | kpp
        500100732259 | ↓771401001
        7714843760   | 771401001
        """
    ) { _, inn, _ in inn.count == 12 },
    CrossRule(
      "kpp-region", .warning, "kpp", against: "inn",
      en: "КПП of another region than the ИНН: moved, a branch, or a slip",
      ru: "КПП другого региона, чем ИНН: переезд, филиал или ошибка",
      example: """
        inn        | kpp
        7714843760 | ↓500101001
        7714843760 | 770301001
        7714843760 | 997950001
        7714843760 | 771450001
        """
    ) { kpp, inn, _ in
      // Reason 50 is the largest taxpayers', who are registered at an office of their trade.
      guard inn.count == 10, kpp.count == 9, kpp[4] != 0x35 || kpp[5] != 0x30 else { return false }
      let (own, other) = (kpp.number(0..<2), inn.number(0..<2))
      return own != other && own < 97 && other < 97
    },
    CrossRule(
      "ogrn-region", .info, "ogrn", against: "inn",
      en: "ОГРН of another region than the ИНН", ru: "ОГРН другого региона, чем ИНН",
      example: """
        inn        | ogrn
        7714843760 | ↓1025000000009
        7714843760 | 1117746506514
        """
    ) { ogrn, inn, _ in
      guard ogrn.count == 13, inn.count == 10 else { return false }
      let (own, other) = (ogrn.number(3..<5), inn.number(0..<2))
      return own != other && own < 97 && other < 97
    },
    CrossRule(
      "ogrn-year", .error, "ogrn", against: "ogrn",
      en: "ОГРН of a year that is not yet, or before the register began (2002)",
      ru: "в ОГРН год, который не наступил или был до начала реестра (2002)",
      example: """
        ogrn
        ↓1997746506516
        ↓1017746506515
        1117746506514
        """
    ) { ogrn, _, facts in isWrong(year: ogrn.number(1..<3), facts) },
    CrossRule(
      "ogrnip-year", .error, "ogrnip", against: "ogrnip",
      en: "ОГРНИП of a year that is not yet, or before the register began (2004)",
      ru: "в ОГРНИП год, который не наступил или был до начала реестра (2004)",
      example: """
        ogrnip
        ↓399500116000156
        304500116000157
        """
    ) { ogrnip, _, facts in isWrong(year: ogrnip.number(1..<3), facts) },
    CrossRule(
      "ogrn-of-person", .error, "ogrn", against: "inn",
      en: "ОГРН and ИНН of different kinds: one of a person, one of an organisation",
      ru: "ОГРН и ИНН разного вида: один физического лица, другой организации",
      example: """
        inn          | ogrn
        500100732259 | ↓1115000000008
        7714843760   | ↓304770000000150
        500100732259 | 304500116000157
        7714843760   | 1117746506514
        """
    ) { ogrn, inn, _ in inn.count == 12 ? ogrn.count == 13 : ogrn.count == 15 },
    CrossRule(
      "ogrnip-of-inn", .error, "ogrnip", against: "inn",
      en: "ОГРНИП beside the ИНН of an organisation", ru: "ОГРНИП рядом с ИНН организации",
      example: """
        inn          | ogrnip
        7714843760   | ↓304500116000157
        500100732259 | 304500116000157
        """
    ) { _, inn, _ in inn.count == 10 },
  ]

  private static func isWrong(year: Int, _ facts: CrossFacts) -> Bool {
    year < 2 || facts.year > 0 && 2000 + year > facts.year
  }
}
