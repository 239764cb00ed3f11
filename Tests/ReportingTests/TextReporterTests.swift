import Pipeline
import RuleKit
import Testing

@testable import Reporting

private func text(_ summary: RunSummary, _ options: ReportOptions) -> String {
  TextReporter().render(summary, options: options)
}

@Test func cleanInEnglish() {
  let expected = """
    Revizor 1.0 · Cleaning of a client base · 2026-11-22

    What came in  1 table, 5 rows
      base.csv  clients  5 rows  windows-1251

    Standard
      ru-b2c 1 · Russian people
      named by you

    Findings: 1  1 error
      format-standards
        ✗ phone · too-short  1  20.0%  too few digits
            1  99-99  **-**  base.csv › line 4

    What was changed: 2
      2  phone · format  one form
            8916*****15  →  +7 916 ***-**-15  base.csv › line 2
            (blank)      →  +7 903 ***-**-72  base.csv › line 3

    Duplicates
      same client              1 pair  1 duplicate row merged into 1 client
      for a person to decide  0 pairs
      0.9990  same client  base.csv › line 2  ≟  base.csv › line 6
          phone  8916*****15  +7 916 ***-**-15  exact  +10.4 bits
          rule   –            –                 key      0.0 bits

    Dead souls  3 clients
      active             2  66.7%
      dead souls         1  33.3%
        no way to reach  1
      advice: keep 2, archive 1

    Segments
      abc_class  A 1, C 2

    Money, in and out
      ✓  base · Сумма  1,500.50  =  1,500.50

    What to do next
      1. Look at 1 row set aside
         They stand in “rejected”, as they came, each with its reason. Correct them there and clean that file again.
      2. Correct 1 error in “Phone”
         Too few digits. Begin at base.csv › line 4.
      3. Archive 1 client
         Nobody answers there. Take them off mailings and plans; keep those with debts, guarantees or legal retention.

    Delivered
      base  out.xlsx

    kept 3 + merged 1 + quarantined 1 = read 5 · written 3 clients
    read 5 of 5

    """
  #expect(text(TestSummary.small, ReportOptions(command: .clean)).replacing("\u{A0}", with: " ") == expected)
}

@Test func checkInRussian() {
  let expected = """
    Ревизор 1.0 · Проверка клиентской базы · 2026-11-22

    Что пришло  1 таблица, 5 строк
      base.csv  клиенты  5 строк  windows-1251

    Стандарт
      ru-b2c 1 · Люди России
      указан вами

    Замечания: 1  1 ошибка
      format-standards
        ✗ phone · too-short  1  20,0 %  мало цифр
            1  99-99  22-14  base.csv › line 4

    Что изменит чистка: 2
      2  phone · format  одна форма
            89161234515  →  +7 916 123-45-15  base.csv › line 2
            (пусто)      →  +7 903 555-01-72  base.csv › line 3

    Дубли
      один клиент      1 пара  1 дубль → 1 клиент
      решать человеку   0 пар
      0,9990  один клиент  base.csv › line 2  ≟  base.csv › line 6
          phone  89161234515  +7 916 123-45-15  совпал  +10,4 бит
          rule   –            –                 ключ      0,0 бит

    Мёртвые души  3 клиента
      живые              2  66,7 %
      мёртвые души       1  33,3 %
        no way to reach  1
      совет: оставить 2, в архив 1

    Сегменты
      abc_class  A 1, C 2

    Деньги: вошло и вышло
      ✓  base · Сумма  1 500,50  =  1 500,50

    Что делать дальше
      1. Исправьте «Телефон»: 1 ошибка
         Мало цифр. Начните отсюда: base.csv › line 4.
      2. Уберите в архив мёртвые души: 1 клиент
         Там никто не ответит. Снимите их с рассылок и планов; оставьте тех, за кем долги, гарантия или срок хранения.
      3. Остальное сделает чистка
         Без чьих-либо решений: 2 изменения, дублей — 1 пара. Команда: revizor clean … --output clean.xlsx

    Готово
      база  out.xlsx

    осталось 3 + слито 1 + отложено 1 = прочитано 5
    прочитано 5 из 5

    """
  let shown = text(TestSummary.small, ReportOptions(language: .ru, reveal: true)).replacing(
    "\u{A0}", with: " ")
  #expect(shown == expected)
}

@Test(arguments: [(Language.en, "read 54711 of 54711"), (.ru, "прочитано 54711 из 54711")])
func lastLineIsAlwaysTheCount(language: Language, line: String) {
  for command in [ReportOptions.Command.check, .clean, .migrate] {
    let report = text(TestSummary.rich, ReportOptions(language: language, command: command))
    #expect(report.hasSuffix("\n\(line)\n"))
  }
  #expect(
    text(RunSummary(), ReportOptions(language: language)).split(separator: "\n").last?.contains(" 0 ") == true
  )
}

@Test func rowsThatDoNotAddUpAreNotShownAsASum() {
  var summary = TestSummary.small
  summary.sources[0].kept = 2
  #expect(!text(summary, ReportOptions(command: .clean)).contains("kept"))
}

@Test func coloursOnlyWhereAsked() {
  #expect(!text(TestSummary.rich, ReportOptions(command: .clean)).contains("\u{1B}"))
  #expect(
    text(TestSummary.rich, ReportOptions(command: .clean, colour: true)).contains("\u{1B}[31m✗\u{1B}[0m"))
}

@Test func aValueCannotSteerTheTerminal() {
  var summary = TestSummary.small
  summary.changes[0].samples[0].before = "\u{1B}]0;owned\u{7}"
  summary.sources[0].path = "in/\u{1B}[2J.csv"
  #expect(!text(summary, ReportOptions(reveal: true, command: .clean)).contains("\u{1B}"))
}

@Test func columnsStandUnderEachOther() {
  var table = TextTable([.right, .left, .left])
  table.add("1", "", "короткое")
  table.add("1 000", "", "x")
  #expect(table.lines(indent: 2) == ["      1  короткое", "  1 000  x"])
}

@Test func reporterByName() {
  #expect(
    ReporterCatalogue.names == [
      "text", "json", "junit", "sarif", "github", "gitlab", "markdown", "html", "jsonl",
    ])
  #expect(ReporterCatalogue.named("json") is JSONReporter)
  #expect(ReporterCatalogue.named("jsno") == nil)
}
