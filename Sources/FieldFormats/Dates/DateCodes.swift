/// What the date formats can say and do.
enum DateCodes {
  static let iso = FormatCode.safe(
    "date-iso", en: "date written as ISO 8601", ru: "дата записана по ISO 8601")
  static let time = FormatCode.safe(
    "date-time-split", en: "time of day put into its own field", ru: "время суток вынесено в своё поле")
  static let serial = FormatCode.safe(
    "date-serial", en: "a spreadsheet's day number written as a date",
    ru: "номер дня из таблицы записан датой")
  static let sentinel = FormatCode.safe(
    "date-sentinel", en: "a date that programs write for «none»; cleared",
    ru: "дата, которую программы пишут вместо пустой; убрана")
  static let localeGuess = FormatCode.lossy(
    "date-order-guess", en: "day and month read in the region's order",
    ru: "день и месяц прочитаны в порядке региона")
  static let regionOrder = FormatCode.safe(
    "date-day-first", en: "written as ISO 8601, the day taken to stand first as the region has it",
    ru: "записана по ISO 8601; день стоит первым, как принято в регионе")
  static let amongWords = FormatCode.lossy(
    "date-among-words", en: "a date taken out of the words around it",
    ru: "дата взята из слов, среди которых стоит")
  static let ambiguous = FormatCode.warning(
    "date-ambiguous", en: "day and month can be read either way", ru: "день и месяц можно прочитать двояко")
  static let invalid = FormatCode.error("date-invalid", en: "no such day", ru: "такого дня нет")
  static let incomplete = FormatCode.error(
    "date-incomplete", en: "day or month is missing", ru: "нет дня или месяца")
  static let unreadable = FormatCode.error("date-unreadable", en: "not a date", ru: "не дата")
  static let relative = FormatCode.error(
    "date-relative", en: "a day told from today", ru: "день указан от сегодняшнего")
  static let openEnd = FormatCode.warning(
    "date-open-end", en: "a date that stands for «without end»", ru: "дата, означающая «бессрочно»")
  static let suspicious = FormatCode.warning(
    "date-default", en: "a date that programs put in by themselves", ru: "дата, которую программы ставят сами"
  )
  static let future = FormatCode.warning(
    "date-future", en: "a birth date that lies ahead", ru: "дата рождения в будущем")

  static let ageLong = FormatCode.warning(
    "birth-date-age", en: "more than 110 years ago", ru: "больше 110 лет назад")
  static let ageShort = FormatCode.warning(
    "birth-date-child", en: "less than 14 years ago", ru: "меньше 14 лет назад")
  static let defaultDay = FormatCode.warning(
    "birth-date-default", en: "a day that far too many of the column share",
    ru: "день, который стоит у слишком многих в столбце")

  static let all = [
    iso, time, serial, sentinel, regionOrder, localeGuess, ambiguous, invalid, incomplete, unreadable,
    relative, openEnd,
    suspicious, future, amongWords, ageLong, ageShort, defaultDay,
  ]
}
