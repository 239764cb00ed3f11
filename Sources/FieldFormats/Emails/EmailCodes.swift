/// What the e-mail format can say and do.
enum EmailCodes {
  static let cleaned = FormatCode.safe(
    "email-cleaned", en: "brackets, labels and punctuation taken off the address",
    ru: "с адреса сняты скобки, подписи и знаки")
  static let lowered = FormatCode.safe(
    "email-case", en: "address in lower case", ru: "адрес строчными буквами")
  static let split = FormatCode.safe(
    "email-split", en: "further addresses put into fields of their own",
    ru: "остальные адреса вынесены в свои поля")
  static let letters = FormatCode.safe(
    "email-letters", en: "Cyrillic look-alike letters of the address made Latin",
    ru: "кириллические буквы адреса заменены латинскими")
  static let idn = FormatCode.safe(
    "email-idn", en: "national domain written as the net writes it",
    ru: "национальный домен записан так, как его пишет сеть")
  static let repaired = FormatCode.safe(
    "email-repaired", en: "the @ and dots of a well-known domain put right",
    ru: "исправлены @ и точки известного домена")
  static let repairGuess = FormatCode.lossy(
    "email-repair-guess", en: "a likely address after the @ and dots are put right",
    ru: "вероятный адрес после исправления @ и точек")
  static let typo = FormatCode.warning(
    "email-domain-typo", en: "the domain looks like a misspelt well-known one",
    ru: "домен похож на известный, написанный с ошибкой")
  static let typoGuess = FormatCode.lossy(
    "email-domain-typo-repair", en: "a likely address, the well-known domain for the misspelt one",
    ru: "вероятный адрес: известный домен вместо написанного с ошибкой")
  static let syntax = FormatCode.error(
    "email-syntax", en: "not an e-mail address", ru: "не адрес электронной почты")
  static let placeholder = FormatCode.error(
    "email-placeholder", en: "an address put in to fill the field", ru: "адрес вписан для заполнения поля")
  static let disposable = FormatCode.warning(
    "email-disposable", en: "an address of a throw-away mail service", ru: "адрес одноразовой почты")
  static let international = FormatCode.warning(
    "email-smtputf8", en: "letters that not every mail server takes",
    ru: "буквы, которые примет не всякий почтовый сервер")

  static let all = [
    cleaned, lowered, split, letters, idn, repaired, repairGuess, typo, typoGuess, syntax, placeholder,
    disposable,
    international,
  ]
}
