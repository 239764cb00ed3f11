import Tables

/// What the cells of a whole column agree on, where one cell alone can be read in more than one way.
///
/// Cells are shown one after another; `conventions` then says what they have in common. Only what a format of
/// that name needs is looked for, so a column of phones costs nothing.
public struct ColumnSurvey: Sendable {
  private enum Kind { case dates, numbers, answers, choices, text, other }

  private let kind: Kind
  private var dates: DateOrderSurvey
  private var numbers = DecimalMarkSurvey()
  private var answers = AnswerSurvey()
  private var choices = VariantSurvey()
  private var text = MisreadingSurvey()

  /// A survey for a column whose format has this name; `options` are the field's.
  public init(format: String, options: FormatOptions = FormatOptions()) {
    switch format {
    case "date", "datetime": kind = .dates
    case "money", "number", "percent", "integer": kind = .numbers
    case "boolean": kind = .answers
    case "enum" where options.values.isEmpty: kind = .choices
    case "text", "list", "person-name", "name-part", "org-name", "legal-form", "address", "region", "city",
      "country":
      kind = .text
    default: kind = .other
    }
    dates = DateOrderSurvey(now: options.now, isBirthDate: options.isBirthDate)
  }

  /// Whether there is anything to look for.
  public var isNeeded: Bool { kind != .other }

  /// Whether a part of the rows is enough: a whole column is damaged alike, while one date may settle an order.
  public var isContentWithSample: Bool { kind == .text }

  /// Whether the columns of several tables are one: spellings are counted over all of them.
  public var isJoint: Bool { kind == .choices }

  /// Looks at a cell that is not null.
  /// - Complexity: O(bytes), nothing allocated for an ordinary cell.
  public mutating func look(at cell: Span<UInt8>) {
    switch kind {
    case .dates: dates.look(at: cell)
    case .numbers: numbers.look(at: cell)
    case .answers: answers.look(at: cell)
    case .choices:
      choices.look(at: cell)
      text.look(at: cell)
    case .text: text.look(at: cell)
    case .other: break
    }
  }

  /// What the cells agree on; empty where they say nothing.
  public var conventions: ColumnConventions {
    var found = ColumnConventions()
    switch kind {
    case .dates:
      found.dateOrder = dates.order
      found.defaultDay = dates.defaultDay
    case .numbers: found.decimalMark = numbers.mark.map { String($0) }
    case .answers: found.hasUnsureAnswers = answers.areUnsure
    case .choices:
      found.variants = choices.variants
      found.misreading = text.misreading?.name
    case .text:
      found.misreading = text.misreading?.name
      found.script = text.script
    case .other: break
    }
    return found
  }
}
