/// What every number of a register can have.
enum IdentifierCodes {
  static let cleaned = FormatCode.safe(
    "number-cleaned", en: "spaces, labels and punctuation taken out of the number",
    ru: "из номера убраны пробелы, подписи и знаки")
  static let lostZero = FormatCode.safe(
    "lost-zero", en: "leading zero lost in a spreadsheet restored",
    ru: "восстановлен ведущий ноль, потерянный в таблице")
  static let likeDigits = FormatCode.safe(
    "letters-for-digits", en: "letters that look like digits replaced",
    ru: "буквы, похожие на цифры, заменены цифрами")
  static let latinLetters = FormatCode.safe(
    "letters-made-latin", en: "Cyrillic letters of a Latin code replaced",
    ru: "кириллические буквы латинского кода заменены")
  static let rounded = FormatCode.error(
    "number-rounded", en: "digits were lost in a spreadsheet", ru: "цифры утрачены в таблице")
  static let roundedGuess = FormatCode.lossy(
    "number-rounded-guess", en: "a rounded number that happens to pass its check",
    ru: "округлённый номер, случайно прошедший проверку")
  static let placeholder = FormatCode.error(
    "number-placeholder", en: "digits put in to fill the field", ru: "цифры вписаны для заполнения поля")

  static let all = [cleaned, lostZero, likeDigits, latinLetters, rounded, roundedGuess, placeholder]
}
