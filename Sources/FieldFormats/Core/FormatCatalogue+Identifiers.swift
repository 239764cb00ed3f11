extension FormatCatalogue {
  /// Names of the numbers of registers, banks and classifiers.
  static let identifierNames: [String] = [
    "inn", "kpp", "ogrn", "ogrnip", "snils", "passport", "okpo", "okved", "oktmo", "okato", "okogu", "okfs",
    "okopf", "bik", "bank-account", "corr-account", "tax-id", "kz-bin", "kz-iin", "by-unp", "ua-edrpou",
    "ua-rntrc", "uz-stir", "uz-pinfl", "md-idno", "az-voen", "kg-inn", "am-tin", "ge-id", "tj-inn", "tm-tin",
    "us-ein", "duns", "eu-vat", "iban", "bic", "lei", "digits", "postal-code",
  ]

  /// The number's format of that name; nil: there is none.
  func identifier(named name: String, options: FormatOptions) -> (any FieldFormat)? {
    let words = dictionaries.missing
    if let kind = ClassifierFormat.Kind(rawValue: name) { return ClassifierFormat(kind: kind, words: words) }
    if let kind = UncheckedNumberFormat.Kind(rawValue: name) {
      return UncheckedNumberFormat(kind: kind, words: words)
    }
    switch name {
    case "inn": return INNFormat(words: words)
    case "kpp": return KPPFormat(words: words)
    case "ogrn": return OGRNFormat(isPerson: false, words: words)
    case "ogrnip": return OGRNFormat(isPerson: true, words: words)
    case "snils": return SNILSFormat(words: words)
    case "passport": return PassportFormat(words: words, year: Int(options.now.prefix(4).suffix(2)) ?? 26)
    case "okpo": return OKPOFormat(words: words)
    case "okved": return OKVEDFormat(words: words)
    case "bik": return BIKFormat(words: words)
    case "bank-account": return BankAccountFormat(isCorrespondent: false, words: words)
    case "corr-account": return BankAccountFormat(isCorrespondent: true, words: words)
    case "tax-id": return TaxIDFormat(words: words, region: options.region)
    case "kz-bin": return KazakhNumberFormat(isPerson: false, words: words)
    case "kz-iin": return KazakhNumberFormat(isPerson: true, words: words)
    case "by-unp": return BelarusNumberFormat(words: words)
    case "ua-edrpou": return EDRPOUFormat(words: words)
    case "ua-rntrc": return RNOKPPFormat(words: words)
    case "uz-pinfl": return PINFLFormat(words: words)
    case "md-idno": return IDNOFormat(words: words)
    case "az-voen": return VOENFormat(words: words)
    case "us-ein": return EINFormat(words: words)
    case "eu-vat": return EUVATFormat(words: words)
    case "iban": return IBANFormat(words: words, table: dictionaries.iban)
    case "bic": return BICFormat(words: words)
    case "lei": return LEIFormat(words: words)
    case "digits": return DigitsFormat(words: words)
    case "postal-code": return PostalCodeFormat(words: words, region: options.region)
    default: return nil
    }
  }
}
