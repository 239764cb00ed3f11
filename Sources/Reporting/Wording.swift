import Pipeline
import RuleKit

/// Everything a report says beside numbers and the rules' own messages.
struct Wording: Sendable {
  let language: Language
  let command: ReportOptions.Command

  /// One of two texts.
  func say(_ en: String, _ ru: String) -> String { language == .ru ? ru : en }

  /// What the report is, for its title.
  var title: String {
    switch command {
    case .check: say("Check of a client base", "Проверка клиентской базы")
    case .clean: say("Cleaning of a client base", "Чистка клиентской базы")
    case .migrate: say("Migration of a client base", "Перенос клиентской базы")
    }
  }

  /// Heading over the changes: a check only proposes them.
  var changesTitle: String {
    command == .check
      ? say("What cleaning would change", "Что изменит чистка") : say("What was changed", "Что изменено")
  }

  /// Heading over the fates of rows.
  var flowTitle: String {
    command == .check
      ? say("What came in, what would go out", "Что вошло и что выйдет")
      : say("What came in, what went out", "Что вошло и что вышло")
  }

  /// The line that ends every screen, ungrouped, for scripts that look for it.
  func lastLine(_ rows: Int) -> String {
    say("read \(rows) of \(rows)", "прочитано \(rows) из \(rows)")
  }

  var product: String { say("Revizor", "Ревизор") }
  var blank: String { say("(blank)", "(пусто)") }

  /// Name of a severity.
  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: say("error", "ошибка")
    case .warning: say("warning", "предупреждение")
    case .info: say("note", "заметка")
    }
  }

  /// What a severity counts.
  func noun(_ severity: Severity) -> Noun {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .remark
    }
  }

  /// What a finding that is no row's speaks of.
  func extent(of group: RunSummary.FindingGroup) -> String {
    group.field == nil ? say("whole table", "вся таблица") : say("whole column", "вся колонка")
  }

  /// Name of a verdict on a pair.
  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .same: say("same client", "один клиент")
    case .review: say("for a person to decide", "решать человеку")
    case .different: say("different clients", "разные клиенты")
    }
  }

  /// Name of a `client_status`; an unknown one stays as it is.
  func status(_ status: String) -> String {
    switch status {
    case "active": say("active", "живые")
    case "dormant": say("dormant", "спящие")
    case "dead": say("dead souls", "мёртвые души")
    case "unknown": say("unknown", "не определить")
    default: status
    }
  }

  /// Name of an `advice`; an unknown one stays as it is.
  func advice(_ advice: String) -> String {
    switch advice {
    case "keep": say("keep", "оставить")
    case "reactivate": say("win back", "вернуть")
    case "verify": say("verify", "проверить")
    case "archive": say("archive", "в архив")
    case "delete-candidate": say("candidate for deletion", "кандидат на удаление")
    default: advice
    }
  }

  /// Name of a stage or a class of clients; an unknown one stays as it is.
  func segment(_ segment: String) -> String {
    switch segment {
    case "potential": say("potential", "потенциальные")
    case "one-order": say("one order", "один заказ")
    case "repeat": say("repeat", "повторные")
    case "regular": say("regular", "постоянные")
    case "key": say("key", "ключевые")
    case "lost-after-one": say("lost after one order", "потеряны после одного заказа")
    case "lost-after-few": say("lost after few", "потеряны после нескольких")
    case "lost-after-many": say("lost after many", "потеряны после многих")
    default: segment
    }
  }

  /// Name of a table's role.
  func role(_ role: String) -> String {
    switch role {
    case "clients": say("clients", "клиенты")
    case "orders": say("orders", "заказы")
    case "contacts": say("contacts", "контакты")
    case "interactions": say("interactions", "взаимодействия")
    default: say("other", "прочее")
    }
  }

  /// Name of a file that was delivered.
  func output(_ kind: String) -> String {
    switch kind {
    case "base": say("base", "база")
    case "report": say("report", "отчёт")
    case "journal": say("journal", "журнал")
    case "review": say("decisions", "на решение")
    default: kind
    }
  }

  /// Name of what was compared: a field's label, or the rule that decided by itself.
  func compared(_ field: String, _ summary: RunSummary) -> String {
    field == "rule" ? say("rule of identity", "правило тождества") : summary.label(of: field, language)
  }

  /// How a column was recognised.
  func recognition(_ how: String) -> String {
    switch how {
    case "id", "canonical": say("by its name", "по имени")
    case "synonym", "group": say("by its header", "по заголовку")
    case "token-set": say("by words of its header", "по словам заголовка")
    case "content": say("by its content", "по содержимому")
    case "mapping": say("by the mapping", "по карте полей")
    case "derived": say("derived", "вычислено")
    default: how
    }
  }
}
