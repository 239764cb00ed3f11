import Tables

/// Truth values: `true` and `false`.
///
/// An empty cell is never a yes. Words: Russian, English, Ukrainian, Kazakh, and the marks of paper forms.
struct BooleanFormat: FieldFormat {
  static let written = FormatCode.safe(
    "boolean-written", en: "written as true or false", ru: "записано как true или false")
  static let unsure = FormatCode.warning(
    "boolean-unsure", en: "a mark that is an answer only among answers",
    ru: "знак, который бывает ответом только среди ответов")
  static let unreadable = FormatCode.error(
    "boolean-unreadable", en: "neither yes nor no", ru: "ни да, ни нет")

  private static let yes =
    "да|д|1|true|t|истина|yes|y|+|v|✓|✔|☑|✅|x|х|есть|вкл|вкл.|включено|включен|on|согласен|согласна|согласны|согласие|так|иә|активен|активна|active|enabled|имеется|можно|разрешено|подписан|получено|1.0"
  private static let no =
    "нет|н|0|false|f|ложь|no|n|-|–|—|✗|✘|☐|❌|выкл|выкл.|выключено|выключен|off|не согласен|не согласна|не согласны|без согласия|не имеется|не подписан|не подписано|не разрешено|не активна|не включено|не согласна|несогласен|ні|жоқ|неактивен|неактивна|не активен|inactive|disabled|отсутствует|нельзя|запрещено|отказ|отказался|отписан|не получено|0.0"
  private static let table = WordTable(
    yes.split(separator: "|").map { (word: String($0), number: 1) }
      + no.split(separator: "|").map { (word: String($0), number: 2) })

  let name = "boolean"
  let words: MissingWords
  /// Whether `-`, `x` and `1` are answers; in a column of other things they are not.
  let takesMarks: Bool
  var codes: [FormatCode] { [Self.written, Self.unreadable, Self.unsure] }
  // «нет» and «-» are answers here, so only words that name ignorance are «missing».
  var missing: MissingKinds { [] }
  var hygiene: Hygiene { Hygiene(mendsLetters: true) }

  private static let crosses: Set<String> = ["x", "х", "X", "Х", "v", "V"]

  /// Whether a cell of a column is an answer or a word for «missing».
  static func isAnswer(_ cell: Span<UInt8>) -> Bool {
    cell.isBlank || table.find(cell) != nil || MissingWords.isMarks(String(copying: cell))
  }

  func isClean(_ cell: Span<UInt8>) -> Bool { cell.equals("true") || cell.equals("false") }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    guard takesMarks, let answer = Self.table.find(cell) else { return tell(cell, into: &outcome) }
    outcome.value.removeAll(keepingCapacity: true)
    outcome.value.append(contentsOf: (answer == 1 ? "true" : "false").utf8)
    outcome.edit = Self.written
    return .replaced
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    guard let answer = Self.table.find(text) ?? Self.table.find(text.filter { $0 != "." && $0 != "!" }) else {
      if let code = words.code(of: text, [.absent, .filler, .marks]) { return .missing(code) }
      return .invalid(Self.unreadable)
    }
    if !takesMarks, !text.unicodeScalars.contains(where: \.isAlphabetic) || Self.crosses.contains(text) {
      return Reading(status: .ambiguous, finding: Self.unsure)
    }
    let value = answer == 1 ? "true" : "false"
    var reading = Reading.value(value, Self.written)
    reading.display = answer == 1 ? "да" : "нет"
    reading.parts = ["match_key": .text(value)]
    return reading
  }
}
