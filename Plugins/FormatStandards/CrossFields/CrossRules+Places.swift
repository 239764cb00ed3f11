import RuleKit
import Tables

/// Region of a fixed line and of a postal code against region and city.
///
/// Area codes: `phone_areas.tsv`; postal codes: `postal_regions.tsv`. A mobile number is of no region since numbers may be kept on a move (2013).
extension CrossRules {
  static let places: [CrossRule] = [
    CrossRule(
      "phone-region", .info, "phone", against: "region",
      en: "the area code is of another region", ru: "код города относится к другому региону",
      example: """
        region               | phone
        Свердловская область | ↓+74951332043
        Свердловская область | +73433554712
        Московская область   | +74951332043
        Свердловская область | +79161234576
        """
    ) { phone, region, facts in facts.isElsewhere(phone, region: region) },
    CrossRule(
      "phone-city", .info, "phone", against: "city",
      en: "the area code is of another region than the city",
      ru: "код города относится не к региону этого города",
      example: """
        city         | phone
        Екатеринбург | ↓+74951332043
        Екатеринбург | +73433554712
        Москва       | +74951332043
        Неведомск    | +74951332043
        """
    ) { phone, city, facts in facts.isElsewhere(phone, town: city) },
    CrossRule(
      "phone-work-city", .info, "phone_work", against: "city",
      en: "the area code of the work phone is of another region than the city",
      ru: "код рабочего телефона относится не к региону этого города",
      example: """
        city   | phone_work
        Казань | ↓+74951332043
        Казань | +78432334712
        """
    ) { phone, city, facts in facts.isElsewhere(phone, town: city) },
    CrossRule(
      "postal-code-region", .info, "postal_code", against: "region",
      en: "the postal code is of another region", ru: "почтовый индекс относится к другому региону",
      example: """
        region               | postal_code
        Свердловская область | ↓127642
        Свердловская область | 620014
        Московская область   | 127642
        Республика Татарстан | 420111
        """
    ) { code, region, facts in facts.isElsewhere(postalCode: code, region: region) },
  ]
}
