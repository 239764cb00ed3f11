import BaseFormats
import Pipeline
import RuleKit
import Tables

/// Why a row of a review workbook is not followed.
struct DecisionRefusal: Error, Sendable, Equatable {
  /// What is wrong with it.
  enum Reason: Sendable, Equatable {
    /// Its id is none.
    case noID
    /// Its checksum does not fit: the id or a value was changed, or a part of the row moved.
    case checksum
    /// What stands in the decision is nothing on offer.
    case choice
    /// A row further up decides the same pair otherwise.
    case twice(otherRow: String)
    /// The bases hold a record of the pair no more, or it has changed since.
    case absent
  }

  /// `review.xlsx › Решения › row 5`.
  var address: String
  /// What is wrong with it.
  var reason: Reason

  /// One line: where, what, what to do.
  var line: Localized {
    let text: Localized =
      switch reason {
      case .noID:
        Localized(
          en: "the id is none; take it over from the workbook as it was written",
          ru: "это не id; возьмите его из книги, как она была записана")
      case .checksum:
        Localized(
          en: "the checksum does not fit the row; id and values must stay as they were written",
          ru: "контрольная сумма не подходит к строке; id и значения должны остаться, как были записаны")
      case .choice:
        Localized(
          en: "the decision is none of Merge, Not a duplicate, Later; choose from the list",
          ru: "решение не из списка: Объединить, Не дубль, Позже; выберите из списка")
      case .twice(let other):
        Localized(
          en: "\(other) decides the same pair otherwise; leave one of the two",
          ru: "\(other) решает ту же пару иначе; оставьте одно из двух")
      case .absent:
        Localized(
          en:
            "the id fits no records of these bases: one of the two is gone or has changed; decide in a new workbook",
          ru:
            "id не подходит к записям этих баз: одной из двух больше нет или она изменилась; решите в новой книге"
        )
      }
    return Localized(en: "\(address): \(text.en)", ru: "\(address): \(text.ru)")
  }
}

/// Decisions read from a review workbook, row by row.
struct ReviewReading: Sendable {
  private(set) var decisions: [Decision] = []
  private(set) var refused: [DecisionRefusal] = []

  /// - Throws: `KitError.source` when the file cannot be read, `KitError.wrong` when it is no review workbook.
  init(_ path: String) throws(KitError) {
    let base: Base
    do throws(SourceError) {
      base = try BaseReader.read(path)
    } catch {
      throw .source(error)
    }
    for table in base.tables {
      func place(_ word: Localized) -> Int? {
        table.columns.firstIndex { ReviewWords.isHeader($0.name, of: word) }
      }
      guard let decision = place(ReviewWords.decision), let id = place(ReviewWords.id),
        let mark = place(ReviewWords.mark)
      else { continue }
      read(table, decision: decision, id: id, mark: mark)
      return
    }
    let needed = [ReviewWords.decision, ReviewWords.id, ReviewWords.mark]
    throw .wrong(
      Localized(
        en:
          "\(path): is no review workbook: no sheet has the columns \(needed.map(\.en).joined(separator: ", ")); "
          + "have one written with --review",
        ru:
          "\(path): это не книга решений: ни на одном листе нет колонок \(needed.map(\.ru).joined(separator: ", ")); "
          + "её пишет ключ --review"))
  }

  private mutating func read(_ table: Table, decision: Int, id: Int, mark: Int) {
    let covered = table.columns.indices.filter {
      !ReviewWords.uncovered.contains(table.columns[$0].name.lowercased())
    }
    var known: [String: (choice: Decision.Choice, address: String)] = [:]
    for row in 0..<table.rowCount {
      guard let text = table.columns[decision].cells[row], !text.allSatisfy(\.isWhitespace) else { continue }
      let address = table.origin.address(ofRow: row)
      func refuse(_ reason: DecisionRefusal.Reason) {
        refused.append(.init(address: address, reason: reason))
      }
      guard let choice = ReviewWords.choice(text) else {
        refuse(.choice)
        continue
      }
      guard let name = table.columns[id].cells[row], let keys = ReviewPair.keys(ofID: name) else {
        refuse(.noID)
        continue
      }
      let values = covered.map { (header: table.columns[$0].name, text: table.columns[$0].cells[row]) }
      guard table.columns[mark].cells[row] == ReviewWords.mark(id: name, values: values) else {
        refuse(.checksum)
        continue
      }
      if let other = known[name] {
        if other.choice != choice { refuse(.twice(otherRow: other.address)) }
        continue
      }
      known[name] = (choice, address)
      decisions.append(Decision(keys.0, keys.1, choice, origin: address))
    }
  }
}
