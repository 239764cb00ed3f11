/// What the phone format can say and do.
enum PhoneCodes {
  static let e164 = FormatCode.safe(
    "phone-e164", en: "phone written as E.164", ru: "телефон записан в виде E.164")
  static let split = FormatCode.safe(
    "phone-split", en: "further phones put into fields of their own",
    ru: "остальные телефоны вынесены в свои поля")
  static let ext = FormatCode.safe(
    "phone-extension", en: "extension put into its own field", ru: "добавочный номер вынесен в своё поле")
  static let note = FormatCode.safe(
    "phone-note", en: "words beside the phone put into its note",
    ru: "слова рядом с телефоном вынесены в примечание")
  static let letters = FormatCode.safe(
    "phone-letters", en: "letters that look like digits replaced",
    ru: "буквы, похожие на цифры, заменены цифрами")
  // Nothing else is said of such a cell, so held back it is a warning.
  static let foreignGuess = FormatCode(
    "phone-foreign-guess", .warning, .lossy, en: "read as a foreign number written as at home",
    ru: "прочитан как иностранный номер в домашней записи")
  static let invalid = FormatCode.error(
    "phone-invalid", en: "no such phone number", ru: "такого номера телефона нет")
  static let length = FormatCode.error(
    "phone-length", en: "too few or too many digits", ru: "цифр слишком мало или слишком много")
  static let noDigits = FormatCode.error("phone-no-digits", en: "no digits", ru: "нет цифр")
  static let short = FormatCode.error(
    "phone-short-code", en: "a service's short number", ru: "короткий номер службы")
  static let local = FormatCode.warning(
    "phone-local", en: "local number without its area code", ru: "местный номер без кода города")
  static let placeholder = FormatCode.error(
    "phone-placeholder", en: "digits put in to fill the field", ru: "цифры вписаны для заполнения поля")
  static let repeats = FormatCode.warning(
    "phone-repeats", en: "seven equal digits: a beautiful number or an invented one",
    ru: "семь одинаковых цифр: красивый номер или выдуманный")
  static let fictional = FormatCode.warning(
    "phone-fictional", en: "a number kept for films and books", ru: "номер, отведённый для фильмов и книг")
  static let rounded = FormatCode.error(
    "phone-rounded", en: "digits were lost in a spreadsheet", ru: "цифры утрачены в таблице")
  static let mask = FormatCode.safe(
    "phone-empty-mask", en: "an empty mask; cleared", ru: "пустая маска; убрана")

  static let all = [
    e164, split, ext, note, letters, foreignGuess, invalid, length, noDigits, short, local, placeholder,
    repeats,
    fictional, rounded, mask,
  ]
}
