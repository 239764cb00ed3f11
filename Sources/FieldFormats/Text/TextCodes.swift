/// What text hygiene can say and do.
enum TextCodes {
  static let spaces = FormatCode.safe(
    "spaces", en: "spaces and invisible characters put in order",
    ru: "пробелы и невидимые символы приведены в порядок")
  static let blank = FormatCode.safe("blank", en: "nothing but spaces", ru: "одни пробелы")
  static let html = FormatCode.safe(
    "html", en: "HTML entities and tags decoded", ru: "раскрыты сущности и теги HTML")
  static let misread = FormatCode.safe(
    "misread-encoding", en: "letters read in a wrong encoding restored",
    ru: "восстановлены буквы, прочитанные в чужой кодировке")
  static let spreadsheet = FormatCode.safe(
    "spreadsheet-mark", en: "a spreadsheet's mark of text taken off",
    ru: "снята отметка текста из таблицы")
  static let mixedScript = FormatCode.safe(
    "mixed-script", en: "look-alike letters of the other alphabet replaced",
    ru: "заменены похожие буквы другого алфавита")
  static let fullWidth = FormatCode.safe(
    "compatibility-letters", en: "full-width letters and ligatures made ordinary",
    ru: "полноширинные буквы и лигатуры заменены обычными")
  static let missingWord = FormatCode.safe(
    "missing-word", en: "the word says that nothing is known; cleared",
    ru: "слово означает отсутствие данных; убрано")
  // Nothing else is said of such a cell, so held back it is a warning.
  static let fillerWord = FormatCode(
    "filler-word", .warning, .lossy, en: "looks like a word put in to fill the field",
    ru: "похоже на слово, вписанное для заполнения поля")
  static let missingNumber = FormatCode.lossy(
    "missing-number", en: "looks like a number that stands for «missing»",
    ru: "похоже на число, означающее «нет данных»")
  static let unreadable = FormatCode.warning(
    "text-lost", en: "letters were lost in another program", ru: "буквы утрачены в другой программе")

  static let unclear = FormatCode.warning(
    "format-unclear", en: "cannot be brought to the field's format", ru: "не удаётся привести к формату поля")

  static let all = [
    spaces, blank, html, misread, spreadsheet, mixedScript, fullWidth, missingWord, fillerWord, missingNumber,
    unreadable,
    unclear,
  ]
}
