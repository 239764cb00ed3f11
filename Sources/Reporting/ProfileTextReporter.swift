public import Pipeline
import RuleKit
import Tables

/// A profile for a terminal: a paragraph a column, dense and plain.
///
/// Its last line is always `read N of N` (Russian: `прочитано N из N`).
public struct ProfileTextReporter: ProfileReporter {
  public static let name = "text"

  public init() {}

  public func render(_ profile: BaseProfile, options: ReportOptions) -> String {
    let page = ProfilePage(profile, options)
    let sections =
      [page.heading, page.standard] + profile.tables.map(page.lines) + [page.notes, page.advice, page.end]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// The sections of a profile's text.
struct ProfilePage {
  let profile: BaseProfile
  let options: ReportOptions
  let numbers: Numbers
  let mask: Mask
  private let words: Wording

  init(_ profile: BaseProfile, _ options: ReportOptions) {
    self.profile = profile
    self.options = options
    numbers = Numbers(options.language)
    mask = Mask(reveals: options.reveal)
    words = Wording(language: options.language, command: .check)
  }

  private func say(_ en: String, _ ru: String) -> String { words.say(en, ru) }

  // MARK: The whole

  var heading: [String] {
    let title = say("Profile of a client base", "Что в клиентской базе")
    let product = profile.version.isEmpty ? words.product : "\(words.product) \(profile.version)"
    return [([product, title] + (profile.now.isEmpty ? [] : [profile.now])).joined(separator: " · ")]
  }

  var standard: [String] {
    guard !profile.standard.isEmpty else { return [] }
    let title = profile.standardTitle[options.language]
    let reason = profile.standardReason[options.language]
    let name = title.isEmpty ? profile.standard : "\(profile.standard) · \(title)"
    return [say("Held against", "По стандарту"), "  " + name] + (reason.isEmpty ? [] : ["  " + reason])
  }

  var notes: [String] {
    guard !profile.notes.isEmpty else { return [] }
    return [say("To know", "Полезно знать")] + profile.notes.map { "  " + line($0[options.language]) }
  }

  var advice: [String] {
    let steps = ProfileAdvice(profile).steps
    var lines = [say("What to do next", "Что делать дальше")]
    for (index, step) in steps.enumerated() {
      lines.append("  \(index + 1). \(line(step[options.language]))")
    }
    return lines
  }

  var end: [String] {
    let rows = profile.rowsRead
    return [say("read \(rows) of \(rows)", "прочитано \(rows) из \(rows)")]
  }

  // MARK: A table

  func lines(_ table: BaseProfile.Table) -> [String] {
    let file = table.path.split(separator: "/").last.map(String.init) ?? table.path
    let known = table.columns.count(where: \.isRecognised)
    let counts = [
      words.role(table.role), numbers.count(table.rows, .row), numbers.count(table.columns.count, .column),
      say("\(numbers.count(known)) recognised", "узнано: \(numbers.count(known))"),
    ]
    var lines = ["\(line("\(file) › \(table.name)", atMost: 60))  \(counts.joined(separator: ", "))"]
    let notes = table.notes.map { options.language == .ru ? $0.russian : $0.english }
    if !notes.isEmpty { lines.append("  " + line(notes.joined(separator: "; "))) }
    for defect in table.defects { lines.append("  " + said(defect, of: table.rows)) }
    for column in table.columns { lines += self.lines(column, rows: table.rows) }
    return lines
  }

  private func lines(_ column: BaseProfile.Column, rows: Int) -> [String] {
    var lines = ["  \(heading(of: column))"]
    var facts = [
      "\(say("filled", "заполнено")) \(numbers.count(column.filled)) (\(numbers.percent(column.filled, of: rows)))"
    ]
    if column.filled > 0 {
      let different =
        column.distinct == column.filled
        ? say("all different", "все разные")
        : "\(say("different", "разных")) \(numbers.count(column.distinct))"
      facts.append(different)
    }
    if column.changes > 0 {
      facts.append("\(say("cleaning rewrites", "чистка перепишет")) \(numbers.count(column.changes))")
    }
    lines.append("      " + facts.joined(separator: " · "))
    lines += shapes(of: column)
    for defect in column.defects { lines.append("      " + said(defect, of: rows)) }
    return lines
  }

  /// `Тел. → phone Телефон  95%: a known name of the field`.
  private func heading(of column: BaseProfile.Column) -> String {
    let header =
      column.header.isEmpty ? say("(no header)", "(без заголовка)") : line(column.header, atMost: 40)
    let reason = column.reason[options.language]
    guard column.isRecognised else { return reason.isEmpty ? header : "\(header)  \(reason)" }
    let sure = numbers.percent(column.score)
    return "\(header) → \(column.field) «\(column.label[options.language])»  \(sure): \(reason)"
  }

  private func shapes(of column: BaseProfile.Column) -> [String] {
    guard column.filled > 0 else { return [] }
    var table = TextTable([.right, .right, .left, .left])
    let field = column.field.isEmpty ? "extra.\(column.header)" : column.field
    for shape in column.shapes {
      table.add(
        numbers.count(shape.count), numbers.percent(shape.count, of: column.filled),
        visible(shape.shape, atMost: 32), visible(mask(shape.sample, field: field) ?? "", atMost: 32))
    }
    if column.otherShapes.cells > 0 {
      let others = column.otherShapes
      table.add(
        numbers.count(others.cells), numbers.percent(others.cells, of: column.filled),
        say(
          "… of \(numbers.count(others.shapes)) other shapes",
          "… прочих видов: \(numbers.count(others.shapes))"), "")
    }
    return table.lines(indent: 8)
  }

  private func said(_ defect: BaseProfile.Defect, of whole: Int) -> String {
    let sign =
      switch defect.severity {
      case .error: "✗"
      case .warning: "!"
      case .info: "i"
      }
    let share = whole > 0 ? "  \(numbers.percent(defect.count, of: max(whole, defect.count)))" : ""
    return
      "\(sign) \(defect.code)  \(numbers.count(defect.count))\(share)  \(line(defect.message[options.language]))"
  }
}
