extension Comparison {
  /// E-mail, home, firm and site.
  static let contacts: [Comparison] = [
    Comparison(
      field: "email",
      levels: [
        Level("exact", en: "same e-mail", ru: "тот же e-mail", m: 0.40, u: 0.00001, h: 0.03),
        Level(
          "exact-named", en: "same e-mail, made of the name", ru: "тот же e-mail, составленный из имени",
          m: 0.30, u: 0.002, h: 0.01),
        Level(
          "local", en: "same e-mail name, other host", ru: "то же имя e-mail, другой сервер", m: 0.04,
          u: 0.00004, h: 0.005),
        Level(
          "local-named", en: "same e-mail name, made of the name, other host",
          ru: "то же имя e-mail, составленное из имени, другой сервер", m: 0.03, u: 0.05, h: 0.005),
        Level("close", en: "e-mail with a slip", ru: "e-mail с опиской", m: 0.04, u: 0.00002, h: 0.005),
        Level(
          "close-named", en: "similar e-mail, made of the name", ru: "похожий e-mail, составленный из имени",
          m: 0.04, u: 0.02, h: 0.05),
        Level("different", en: "different e-mail", ru: "другой e-mail", m: 0.15, u: 1, h: 0.9, agrees: false),
      ]),
    Comparison(
      field: "address",
      levels: [
        Level(
          "both", field: "phone", en: "same phone and address", ru: "те же телефон и адрес", m: 0.30,
          u: 0.000003, h: 0.4),
        Level(
          "phone-here", field: "phone", en: "same phone, same city or postal code",
          ru: "тот же телефон, тот же город или индекс", m: 0.12, u: 0.000005, h: 0.1),
        Level("phone", field: "phone", en: "same phone", ru: "тот же телефон", m: 0.10, u: 0.00001, h: 0.05),
        Level("address", en: "same address", ru: "тот же адрес", m: 0.16, u: 0.00005, h: 0.25),
        Level("address-close", en: "similar address", ru: "похожий адрес", m: 0.08, u: 0.00008, h: 0.1),
        Level(
          "phone-close-here", field: "phone", en: "phone with a slip, same city or postal code",
          ru: "телефон с опиской, тот же город или индекс", m: 0.03, u: 0.000003, h: 0.01),
        Level(
          "phone-close", field: "phone", en: "phone with a slip", ru: "телефон с опиской", m: 0.02,
          u: 0.00002, h: 0.005),
        Level(
          "street", en: "same street, another number", ru: "та же улица, другой номер", m: 0.02, u: 0.0004,
          h: 0.02),
        Level(
          "quarter", field: "postal_code", en: "same city and postal code", ru: "те же город и индекс",
          m: 0.04, u: 0.0006, h: 0.03),
        Level(
          "postcode", field: "postal_code", en: "same postal code", ru: "тот же индекс", m: 0.03, u: 0.0008,
          h: 0.02),
        Level("city", field: "city", en: "same city", ru: "тот же город", m: 0.05, u: 0.03, h: 0.03),
        Level(
          "city-close", field: "city", en: "similar city or postal code", ru: "похожий город или индекс",
          m: 0.02, u: 0.006, h: 0.005),
        Level(
          "different", en: "other phone and address", ru: "другие телефон и адрес", m: 0.07, u: 0.96,
          h: 0.0001, agrees: false),
      ]),
    Comparison(
      field: "org_name",
      levels: [
        Level("exact", en: "same company name", ru: "то же название", m: 0.70, u: 0.0002),
        Level("close", en: "similar company name", ru: "похожее название", m: 0.16, u: 0.0002),
        Level(
          "partial", en: "one name within the other", ru: "одно название входит в другое", m: 0.07, u: 0.001),
        Level("related", en: "words in common", ru: "есть общие слова", m: 0.04, u: 0.01),
        Level(
          "different", en: "different company name", ru: "другое название", m: 0.03, u: 0.988, agrees: false),
      ], isOwn: true),
    Comparison(
      field: "handle",
      levels: [
        Level(
          "exact", en: "same site or account", ru: "тот же сайт или аккаунт", m: 0.6, u: 0.00005, h: 0.05),
        Level(
          "different", en: "different site or account", ru: "другой сайт или аккаунт", m: 0.4, u: 1, h: 0.95,
          agrees: false),
      ]),
  ]
}
