import RuleKit
import Tables

/// Legal form against the numbers of registers.
///
/// Lengths: ИНН by order of the ФНС ММВ-7-6/435@ of 29.06.2012 (12 digits for persons and sole proprietors, 10 for
/// organisations; only organisations have a КПП); ОГРНИП (15) and ОГРН (13) by ПП РФ 438 of 19.06.2002, appendix 1.
extension CrossRules {
  static let legalForms: [CrossRule] = [
    CrossRule(
      "inn-of-proprietor", .error, "inn", against: "org_legal_form",
      en: "sole proprietor with an organisation's ИНН", ru: "ИП с ИНН организации",
      example: """
        org_legal_form | inn
        ИП             | ↓7714843760
        ИП             | 500100732259
        ООО            | 7714843760
        """
    ) { inn, form, facts in inn.count == 10 && facts.owner(form) == .proprietor },
    CrossRule(
      "inn-of-organisation", .error, "inn", against: "org_legal_form",
      en: "organisation with a person's ИНН", ru: "организация с ИНН физического лица",
      example: """
        org_legal_form | inn
        ООО            | ↓500100732259
        АО             | 7714843760
        ИП             | 500100732259
        """
    ) { inn, form, facts in inn.count == 12 && facts.owner(form) == .organisation },
    CrossRule(
      "kpp-of-proprietor", .error, "kpp", against: "org_legal_form",
      en: "sole proprietor with a КПП, which only organisations have",
      ru: "КПП у ИП: КПП бывает только у организаций",
      example: """
        org_legal_form | kpp
        ИП             | ↓771401001
        ООО            | 771401001
        """
    ) { _, form, facts in facts.owner(form) == .proprietor },
    CrossRule(
      blank: "kpp-absent", .warning, "kpp", against: "org_legal_form",
      en: "organisation without a КПП", ru: "организация без КПП",
      example: """
        org_legal_form | kpp
        ООО            | ↓
        ООО            | 771401001
        ИП             |
        """
    ) { form, facts in facts.owner(form) == .organisation },
    CrossRule(
      "ogrn-of-proprietor", .error, "ogrn", against: "org_legal_form",
      en: "sole proprietor with an organisation's ОГРН of 13 digits", ru: "ИП с ОГРН организации (13 цифр)",
      example: """
        org_legal_form | ogrn
        ИП             | ↓1117746506514
        ИП             | 304500116000157
        ООО            | 1117746506514
        """
    ) { ogrn, form, facts in ogrn.count == 13 && facts.owner(form) == .proprietor },
    CrossRule(
      "ogrn-of-organisation", .error, "ogrn", against: "org_legal_form",
      en: "organisation with the ОГРНИП of a sole proprietor", ru: "организация с ОГРНИП (15 цифр)",
      example: """
        org_legal_form | ogrn
        ООО            | ↓304500116000157
        ООО            | 1117746506514
        """
    ) { ogrn, form, facts in ogrn.count == 15 && facts.owner(form) == .organisation },
    CrossRule(
      "ogrnip-of-organisation", .error, "ogrnip", against: "org_legal_form",
      en: "organisation with an ОГРНИП, which only sole proprietors have",
      ru: "ОГРНИП у организации: он бывает только у ИП",
      example: """
        org_legal_form | ogrnip
        ООО            | ↓304500116000157
        ИП             | 304500116000157
        """
    ) { _, form, facts in facts.owner(form) == .organisation },
    CrossRule(
      "inn-of-party-type", .error, "inn", against: "party_type",
      en: "ИНН of another kind of client than the record says",
      ru: "ИНН не того вида клиента, который указан",
      example: """
        party_type      | inn
        organization    | ↓500100732259
        sole_proprietor | ↓7714843760
        person          | ↓7714843760
        person          | 500100732259
        organization    | 7714843760
        """
    ) { inn, party, _ in
      if party.equals("organization") { return inn.count == 12 }
      return inn.count == 10 && (party.equals("person") || party.equals("sole_proprietor"))
    },
  ]
}
